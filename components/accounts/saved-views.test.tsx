import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { SavedViews } from './saved-views.tsx';
import { viewAddress, viewStateOf } from './view-address.ts';

const campaigns = {
  ...{ id: 'viw_1', page: 'segments', name: 'Campaigns', isShared: true, isOwn: false },
  ...{
    ownerName: 'Lena',
    state: { tags: ['Campaign'], sort: ['-members'] },
    updatedAt: '2026-11-27T00:00:00Z',
  },
};

const sent: unknown[] = [];
beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal(
    'fetch',
    vi.fn(async (_path: string, init?: { method?: string; body?: string }) => {
      if (init?.method !== 'POST')
        return new Response(JSON.stringify({ items: [campaigns], nextCursor: null }));
      const body = JSON.parse(init.body ?? '{}') as object;
      sent.push(body);
      return new Response(JSON.stringify({ ...campaigns, ...body, id: 'viw_2', isOwn: true }));
    }),
  );
});

it('shows the view that a link names and nothing else', async () => {
  const onApply = vi.fn();
  render(<SavedViews page="segments" viewId="viw_1" state={{}} onApply={onApply} mayShare={false} />);
  await screen.findByRole('button', { name: /Campaigns/ });
  expect(onApply).toHaveBeenCalledExactlyOnceWith('viw_1', campaigns.state);
});

it('leaves alone what a link shows beside the view that it names', async () => {
  const onApply = vi.fn();
  render(
    <SavedViews
      page="segments"
      viewId="viw_1"
      state={{ tags: ['EMEA'] }}
      onApply={onApply}
      mayShare={false}
    />,
  );
  expect(await screen.findByRole('img', { name: 'changed' })).toBeVisible();
  expect(onApply).not.toHaveBeenCalled();
});

it('keeps what the list of segments shows under a name, for everybody', async () => {
  const user = userEvent.setup();
  const onApply = vi.fn();
  const state = viewStateOf(new URLSearchParams('tags=Campaign&status=draft&view=viw_9'));
  render(<SavedViews page="segments" viewId={null} state={state} onApply={onApply} mayShare />);
  await user.click(screen.getByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save as…' }));
  await user.type(screen.getByLabelText('Name'), 'Drafts of campaigns');
  await user.click(screen.getByRole('checkbox', { name: 'Everybody may use it' }));
  await user.click(screen.getByRole('button', { name: 'Save view' }));
  expect(sent).toEqual([
    {
      ...{ page: 'segments', name: 'Drafts of campaigns', isShared: true },
      state: { tags: ['Campaign'], status: ['draft'] },
    },
  ]);
  expect(onApply).toHaveBeenCalledWith('viw_2', state);
});

it('makes the address of a view', () => {
  expect(viewAddress('viw_1', campaigns.state, []).toString()).toBe('tags=Campaign&sort=-members&view=viw_1');
});
