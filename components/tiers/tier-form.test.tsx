import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tier } from '#lib/shared/tier-shapes.ts';
import { TierForm } from './tier-form.tsx';

const tier: Tier = {
  id: 'tie_1',
  name: 'Tier 1',
  description: null,
  rank: 1,
  touchesFrom: 8,
  touchesTo: 12,
  channelMix: { email: 0.6, call: 0.4 },
  responseSlaHours: 4,
  maxAccountsPerRep: 20,
  workedBy: 'Enterprise AE',
  version: 7,
  updatedAt: 0,
  archivedAt: null,
  accounts: 0,
  ownAccounts: 0,
  segments: [],
};

const fetched = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

function form(onSaved = vi.fn()) {
  render(<TierForm tier={tier} others={[]} nextRank={2} open onOpenChange={vi.fn()} onSaved={onSaved} />);
  return onSaved;
}

test('shares that do not add up are refused beside the field, and nothing is sent', async () => {
  form();
  const call = screen.getByLabelText('Call');
  await userEvent.clear(call);
  await userEvent.type(call, '10');
  await userEvent.click(screen.getByRole('button', { name: 'Save the tier' }));
  expect(screen.getByRole('alert')).toHaveTextContent('add up to 70 %');
  expect(fetched).not.toHaveBeenCalled();
});

test('touches need their lower number first', async () => {
  form();
  const from = screen.getByLabelText(/Touches a month, from/);
  await userEvent.clear(from);
  await userEvent.type(from, '20');
  await userEvent.click(screen.getByRole('button', { name: 'Save the tier' }));
  expect(screen.getByText(/lower number first/)).toBeVisible();
});

test('a save names the version that was read, with shares as rates', async () => {
  fetched.mockResolvedValue(
    Response.json({ ...tier, updatedAt: '2026-11-22T09:00:00.000Z', archivedAt: null }),
  );
  const onSaved = form();
  await userEvent.click(screen.getByRole('button', { name: 'Save the tier' }));
  const [address, init] = fetched.mock.calls[0] ?? [];
  expect(address).toBe('/api/v1/tiers/tie_1');
  expect(new Headers(init?.headers).get('if-match')).toBe('"7"');
  expect(JSON.parse(String(init?.body))).toMatchObject({
    channelMix: { email: 0.6, call: 0.4 },
    touchesTo: 12,
  });
  expect(onSaved).toHaveBeenCalled();
});

test('what was typed survives a refusal', async () => {
  fetched.mockResolvedValue(
    new Response(JSON.stringify({ detail: 'Someone else changed "Tier 1" in the meantime.' }), {
      status: 409,
    }),
  );
  form();
  const name = screen.getByLabelText('Name');
  await userEvent.clear(name);
  await userEvent.type(name, 'Strategic');
  await userEvent.click(screen.getByRole('button', { name: 'Save the tier' }));
  expect(await screen.findByText(/Someone else changed/)).toBeVisible();
  expect(name).toHaveValue('Strategic');
});
