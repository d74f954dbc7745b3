import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Approval } from '#lib/shared/approval-shapes.ts';
import { ApprovalPanel } from './approval-panel.tsx';

const approval: Approval = {
  id: 'apv_1',
  planVersion: 7,
  status: 'open',
  note: null,
  effectiveAt: null,
  askedBy: 'Dara',
  askedAt: 0,
  decidedBy: null,
  decidedAt: null,
  isOwn: false,
  isStale: false,
};

afterEach(() => vi.unstubAllGlobals());

function show(onDone: (published: boolean) => void) {
  render(
    <ApprovalPanel
      planId="pln_1"
      approval={approval}
      waiting={null}
      mayApprove
      timeZone="UTC"
      onDone={onDone}
    />,
  );
}

it('shows the newer plan when it was edited meanwhile', async () => {
  const onDone = vi.fn();
  vi.stubGlobal('fetch', () =>
    Promise.resolve(Response.json({ detail: 'It was edited after Dara asked.' }, { status: 409 })),
  );
  show(onDone);
  await userEvent.click(screen.getByRole('button', { name: 'Approve and publish' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('It was edited after Dara asked.');
  expect(onDone).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Show the newer plan' }));
  expect(onDone).toHaveBeenCalledWith(false);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('offers no newer plan where there is none', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ detail: 'Not for you.' }, { status: 403 })));
  show(vi.fn());
  await userEvent.click(screen.getByRole('button', { name: 'Approve and publish' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Not for you.');
  expect(screen.queryByRole('button', { name: 'Show the newer plan' })).toBeNull();
});
