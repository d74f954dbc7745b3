import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Account } from '#lib/shared/account-shapes.ts';
import type { AccountFacts } from './account-page.tsx';
import { AccountStanding } from './account-standing.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, refresh: () => {}, prefetch: () => {} }),
  usePathname: () => '/accounts/acc_1',
}));

const asked: string[] = [];
const account = {
  id: 'acc_1',
  name: 'Wexford',
  archivedAt: null,
  segments: [{ id: 'seg_1', name: 'Plants', sinceAt: 0 }],
} as unknown as Account;
const own: AccountFacts['may'] = {
  edit: true,
  archive: false,
  log: true,
  explain: true,
  seePlan: true,
  keepsDeal: false,
  setTier: false,
  ask: true,
};

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(Response.json({ detail: 'Refused.' }, { status: 403 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

const show = (may: AccountFacts['may']) =>
  render(
    <AccountStanding
      account={account}
      facts={{ currency: 'USD', timeZone: 'UTC', todayOn: 1, tiers: [], may }}
      turn={0}
      onChanged={() => {}}
    />,
  );

it('asks for nothing that whoever only keeps a deal of it is refused', async () => {
  show({ ...own, edit: false, explain: false, seePlan: false, keepsDeal: true, ask: false });
  await waitFor(() => expect(asked).toEqual(['/api/v1/holdovers?account=acc_1']));
  expect(screen.getByText('Plants')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Why in Plants?' })).toBeNull();
});

it('tells the holder about place, tier and segments', async () => {
  show(own);
  expect(screen.getByRole('button', { name: 'Why in Plants?' })).toBeVisible();
  await waitFor(() =>
    expect(asked).toEqual(
      expect.arrayContaining(['/api/v1/accounts/acc_1/tier', '/api/v1/accounts/acc_1/place']),
    ),
  );
});
