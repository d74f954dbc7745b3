import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { toasterStands } from '#components/ui/toaster-call.ts';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { AccountRow } from '#lib/shared/segment-shapes.ts';
import { MembersView } from './members-view.tsx';

const refresh = vi.fn();
/** The toast that was shown last. */
let shown: { sentence: string; action?: { run: () => void } } | null = null;
const sonner = {
  custom: (draw: (id: string) => ReactElement<NonNullable<typeof shown>>) => {
    shown = draw('toast').props;
  },
};
vi.mock('next/navigation', () => ({
  useRouter: () => ({ refresh, push: vi.fn(), replace: vi.fn() }),
  usePathname: () => '/segments/seg_1/members',
  useSearchParams: () => new URLSearchParams(),
}));
vi.mock('#components/table/use-address-layout.ts', async () => {
  const { useState } = await import('react');
  const { defaultLayout } = await import('#components/table/columns.ts');
  return {
    COLUMNS_KEY: 'cols',
    useAddressLayout: (columns: Parameters<typeof defaultLayout>[0]) => useState(defaultLayout(columns)),
  };
});

const held = { recordId: 'acc_2', side: 'out', reason: 'A rival', expiresOn: '2026-12-01' };
function answerTo(url: string) {
  if (url.includes('/pins')) {
    return { pinned: 2, recordIds: ['acc_1', 'acc_2'], replaced: [held], notFound: [] };
  }
  return url.includes('/unpin') ? { unpinned: 1, taken: [held] } : { changed: 2, totals: {} };
}
const sent: { url: string; body: unknown }[] = [];
beforeEach(() => {
  sent.length = 0;
  shown = null;
  refresh.mockClear();
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: { method?: string; body?: string }) => {
      if (init?.method === 'POST') sent.push({ url, body: JSON.parse(init.body ?? 'null') as unknown });
      return new Response(JSON.stringify(answerTo(url)));
    }),
  );
  return toasterStands(sonner as never);
});

const account = (id: string, name: string): AccountRow => ({
  ...{ id, name, domain: null, externalId: null, industry: 'Retail', country: 'US', state: null },
  ...{ employees: 100, revenue: null, score: 50, tier: null, owner: null, signalCount: 0, intentCount: 0 },
  custom: id === 'acc_2' ? [{ key: 'custom.plants', value: 4 }] : [],
});

const rights = {
  tiers: [{ id: 'tie_1', name: 'Tier 1' }],
  reps: [],
  planId: null,
  may: { setTier: true, move: false },
};

function open(noPin: string | null = null, kind: 'rule' | 'list' = 'rule') {
  const page = {
    entity: 'account' as const,
    ...{ count: 3, nextCursor: null, asOf: 1_000, isFromRule: false },
    items: [account('acc_1', 'Kestrel'), account('acc_2', 'Northgate'), account('acc_3', 'Wexford')],
  };
  render(
    <TooltipProvider>
      <MembersView
        page={page}
        sort="name"
        facts={{
          segment: { id: 'seg_1', name: 'Retail', entity: 'account', kind },
          bulk: rights,
          customFields: [{ key: 'custom.plants', label: 'Plants', type: 'number', unit: null }],
          noPin,
          ...{ isPublished: true, asOfDay: '', latestDay: '2026-11-27', timeZone: 'UTC' },
          ...{ currency: 'USD', mayExport: true },
        }}
      />
    </TooltipProvider>,
  );
  return userEvent.setup();
}

it('chooses members by X and keeps them out with a reason', async () => {
  const user = open();
  await user.keyboard('jxjx');
  const bar = screen.getByRole('toolbar', { name: 'Selected rows' });
  expect(bar).toHaveTextContent('2 selected');
  await user.click(within(bar).getByRole('button', { name: 'Keep out…' }));
  await user.type(await screen.findByLabelText('Reason'), 'Left the programme');
  await user.click(screen.getByRole('button', { name: 'Keep out' }));
  expect(sent).toEqual([
    {
      url: '/api/v1/segments/seg_1/pins',
      body: {
        side: 'out',
        records: ['acc_1', 'acc_2'],
        reason: 'Left the programme',
        expiresOn: null,
      },
    },
  ]);
  expect(screen.queryByRole('toolbar', { name: 'Selected rows' })).toBeNull();
  expect(refresh).toHaveBeenCalled();
});

it('gives the chosen members a tier of their own', async () => {
  const user = open();
  await user.keyboard('jx');
  await user.click(screen.getByRole('button', { name: 'Set tier' }));
  await user.click(screen.getByRole('menuitem', { name: 'Tier 1' }));
  expect(sent).toEqual([{ url: '/api/v1/tiers/assign', body: { accountIds: ['acc_1'], tierId: 'tie_1' } }]);
});

it('pins one member from the menu of its row', async () => {
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Actions for Northgate' }));
  await user.click(screen.getByRole('menuitem', { name: /Pin it in…/ }));
  expect(await screen.findByRole('dialog', { name: 'Pin Northgate' })).toBeVisible();
  await user.type(screen.getByLabelText('Reason'), 'Agreed with sales');
  await user.click(screen.getByRole('button', { name: 'Pin in' }));
  expect(sent[0]?.body).toMatchObject({ side: 'in', records: ['acc_2'], reason: 'Agreed with sales' });
});

it('says why somebody may not pin', async () => {
  const user = open('Your role (Viewer) does not publish segments.');
  await user.click(screen.getByRole('button', { name: 'Actions for Kestrel' }));
  expect(screen.getByRole('menuitem', { name: /Keep it out…/ })).toHaveTextContent(
    'does not publish segments',
  );
});

it('offers own fields as columns, hidden until chosen', async () => {
  const user = open();
  expect(screen.queryByRole('columnheader', { name: /Plants/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /Columns/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Plants' }));
  expect(screen.getByRole('columnheader', { name: /Plants/ })).toBeVisible();
  const row = screen.getByRole('row', { name: /Northgate/ });
  expect(within(row).getByText('4')).toBeVisible();
});

it('takes a pin back: who had none loses it, who had another gets that again', async () => {
  const user = open();
  await user.keyboard('jxjx');
  await user.click(screen.getByRole('button', { name: 'Pin in…' }));
  await user.type(await screen.findByLabelText('Reason'), 'Agreed with sales');
  await user.click(screen.getByRole('button', { name: 'Pin in' }));
  await waitFor(() => expect(shown?.sentence).toBe('2 accounts pinned in'));
  shown?.action?.run();
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent.slice(1)).toEqual([
    { url: '/api/v1/segments/seg_1/unpin', body: { recordIds: ['acc_1'] } },
    {
      url: '/api/v1/segments/seg_1/pins',
      body: { side: 'out', records: ['acc_2'], reason: 'A rival', expiresOn: '2026-12-01' },
    },
  ]);
  await waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
});

it('puts what was taken off a list back as it was', async () => {
  const user = open(null, 'list');
  await user.click(screen.getByRole('button', { name: 'Actions for Northgate' }));
  await user.click(screen.getByRole('menuitem', { name: 'Take off the list' }));
  await waitFor(() => expect(shown?.sentence).toBe('1 account taken off the list'));
  shown?.action?.run();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    url: '/api/v1/segments/seg_1/pins',
    body: { side: 'out', records: ['acc_2'], reason: 'A rival' },
  });
});
