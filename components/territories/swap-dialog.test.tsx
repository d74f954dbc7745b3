import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import type { PlanMeasures } from '#lib/shared/proposal-shapes.ts';
import type { Swaps } from '#lib/shared/swap-shapes.ts';
import { PlannerAround } from './testing.tsx';
import { SwapDialog } from './swap-dialog.tsx';

const spread = (repsInBand: number) => ({ repsInBand, lowestRate: 0.8, highestRate: 1.2 });
const measures = (repsInBand: number): PlanMeasures => ({
  reps: 4,
  potential: spread(repsInBand),
  workload: spread(3),
  count: spread(3),
  accountsOverCap: 0,
  repsOverCapacity: 0,
  movedAccounts: 0,
  movedAccountsRate: 0,
  movedPotentialRate: 0,
  movedPipelineRate: 0,
  forcedMoves: 0,
  chosenMoves: 0,
  unassigned: 0,
  meanKm: null,
  cost: { balanceAmount: 1, movesAmount: 0, travelAmount: 0, unassignedAmount: 0, totalAmount: 1 },
});

const ben = { id: 'rep_2', name: 'Ben Hale' };
const ida = { id: 'rep_3', name: 'Ida Moss' };
const swaps: Swaps = {
  currency: 'USD',
  swaps: [
    {
      moves: [
        { accounts: [{ id: 'acc_1', name: 'Acme' }], potentialAmount: 500_000, from: ben, to: ida },
        { accounts: [{ id: 'acc_2', name: 'Bolt' }], potentialAmount: 200_000, from: ida, to: ben },
      ],
      savesAmount: 120_000,
      before: measures(2),
      after: measures(4),
    },
  ],
};

const sent: { path: string; body: unknown }[] = [];
let answers: (path: string, nth: number) => Response;

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    sent.push({ path, body: init?.body ? (JSON.parse(String(init.body)) as unknown) : null });
    return Promise.resolve(path.includes('/swaps') ? Response.json(swaps) : answers(path, sent.length));
  });
});
afterEach(() => vi.unstubAllGlobals());

function show() {
  const onClose = vi.fn();
  render(
    <PlannerAround plan={{ id: 'pla_1' } as PlanView}>
      <SwapDialog slot="ae" rep={{ repId: 'rep_2', name: 'Ben Hale' } as PlanBook} onClose={onClose} />
    </PlannerAround>,
  );
  return onClose;
}

const changes = () => sent.filter(({ path }) => path.endsWith('/changes'));

describe('suggested swaps', () => {
  it('say what they do and are applied by one click, both moves', async () => {
    answers = (_, nth) => Response.json({ undoId: `aud_${nth}`, accounts: 1 });
    const onClose = show();
    expect(await screen.findByText('Acme ($500K): Ben Hale → Ida Moss')).toBeTruthy();
    expect(screen.getByText('The plan costs $120K less.')).toBeTruthy();
    expect(screen.getByRole('row', { name: /Reps in the band, potential 2 of 4 4 of 4/ })).toBeTruthy();
    expect(screen.queryByRole('row', { name: /Reps in the band, workload/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Apply suggestion 1' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(changes().map(({ body }) => body)).toMatchObject([
      { accountIds: ['acc_1'], holder: { slot: 'ae', repId: 'rep_3' } },
      { accountIds: ['acc_2'], holder: { slot: 'ae', repId: 'rep_2' } },
    ]);
  });

  it('leave no half swap when the second move is refused', async () => {
    answers = (path) =>
      path.endsWith('/undo')
        ? Response.json({})
        : changes().length === 1
          ? Response.json({ undoId: 'aud_1', accounts: 1 })
          : Response.json({ detail: 'The plan was changed.' }, { status: 409 });
    const onClose = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Apply suggestion 1' }));
    expect(await screen.findByText('The plan was changed.')).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    expect(sent.filter(({ path }) => path.endsWith('/undo')).map(({ body }) => body)).toEqual([
      { undoId: 'aud_1' },
    ]);
  });
});
