import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Toaster } from '#components/ui/toaster.tsx';
import { AccountTier } from './account-tier.tsx';

const tiers = [
  { id: 'tie_1', name: 'Tier 1' },
  { id: 'tie_2', name: 'Tier 2' },
];
const segment = { id: 'seg_1', name: 'Large machinery' };
const ofSegment = { tier: { id: 'tie_2', name: 'Tier 2', rank: 2 }, cause: 'segment', segment };
const own = { tier: { id: 'tie_1', name: 'Tier 1', rank: 1 }, cause: 'account', segment: null };

/** An API that keeps one account's own tier; gives what was posted to it. */
function serve(): unknown[] {
  const posted: unknown[] = [];
  let hasOwn = false;
  vi.stubGlobal(
    'fetch',
    vi.fn(async (_url: string, init: RequestInit) => {
      if (init.method !== 'POST') {
        return Response.json({
          winner: hasOwn ? own : ofSegment,
          losing: hasOwn ? [ofSegment] : [],
          sinceAt: '2026-11-01T00:00:00.000Z',
        });
      }
      const body = JSON.parse(String(init.body)) as { tierId: string | null };
      posted.push(body);
      const before = hasOwn ? 'tie_1' : null;
      hasOwn = body.tierId !== null;
      return Response.json({ changed: 1, before: [{ tierId: before, accountIds: ['acc_1'] }] });
    }),
  );
  return posted;
}

function show(maySet: boolean) {
  let turn = 0;
  const page = () => (
    <>
      <AccountTier
        account={{ id: 'acc_1', name: 'Halvorsen Gearworks' }}
        tiers={tiers}
        maySet={maySet}
        turn={turn}
        day={() => 'Nov 1'}
        onChanged={() => {
          turn += 1;
          view.rerender(page());
        }}
      />
      <Toaster />
    </>
  );
  const view = render(page());
}

afterEach(() => vi.unstubAllGlobals());

test('a tier of its own is given, the tier that lost stays in sight, and undo takes it back', async () => {
  const posted = serve();
  show(true);
  await userEvent.click(await screen.findByRole('button', { name: 'Set tier' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Tier 1' }));
  expect(await screen.findByText('set on the account')).toBeVisible();
  expect(screen.getByText('from Large machinery')).toBeVisible();
  expect(screen.getByText('lost')).toBeVisible();
  // The toast drags by pointer, which the test's browser cannot.
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(posted).toEqual([
    { accountIds: ['acc_1'], tierId: 'tie_1' },
    { accountIds: ['acc_1'], tierId: null, ifTierId: 'tie_1' },
  ]);
  await vi.waitFor(() => expect(screen.queryByText('set on the account')).toBeNull());
});

test('who may not give tiers sees where it comes from, and no button', async () => {
  serve();
  show(false);
  expect(await screen.findByText('from Large machinery')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Set tier' })).toBeNull();
});
