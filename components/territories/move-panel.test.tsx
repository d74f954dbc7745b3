import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RowSelection } from '#components/table/selection.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { MovePanel } from './move-panel.tsx';
import type { ChangeKind } from './move-words.ts';
import { plan, PlannerAround } from './testing.tsx';

const book = (side: Partial<PlanBook>): PlanBook => ({
  slot: 'ae',
  repId: 'rep_2',
  name: 'Ben Hale',
  kind: 'rep',
  managerId: null,
  managerName: null,
  capacityTouches: 100,
  maxAccounts: 10,
  shareBefore: 0.9,
  shareAfter: 1.2,
  before: { accounts: 9, potentialAmount: 900_000, potentialUnknown: 0, workloadTouches: 80 },
  after: { accounts: 12, potentialAmount: 1_200_000, potentialUnknown: 0, workloadTouches: 110 },
  ...side,
});

const sent: { path: string; body: unknown }[] = [];
let answerEffect: () => Response;

beforeEach(() => {
  sent.length = 0;
  answerEffect = () =>
    Response.json({
      accounts: 3,
      locked: 1,
      books: [{ ...book({}), pipelineBeforeAmount: 50_000, pipelineAfterAmount: 80_000 }],
      movesBefore: 0,
      movesAfter: 3,
    });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) as unknown });
    return Promise.resolve(
      path.endsWith('/effect') ? answerEffect() : Response.json({ undoId: 'aud_1', accounts: 3 }),
    );
  });
});
afterEach(() => vi.unstubAllGlobals());

function show(kind: ChangeKind, selection: RowSelection, onDone = vi.fn()) {
  render(
    <PlannerAround plan={plan} holders={[{ id: 'rep_2', name: 'Ben Hale', kind: 'rep', role: 'AE' }]}>
      <MovePanel
        kind={kind}
        slot="ae"
        selection={selection}
        matching={{ territory: 'ter_1', rep: null, q: '', changes: false, locked: false }}
        count={3}
        onClose={vi.fn()}
        onDone={onDone}
      />
    </PlannerAround>,
  );
  return onDone;
}

const three: RowSelection = { mode: 'some', ids: ['acc_1', 'acc_2', 'acc_3'] };

describe('a move', () => {
  it('says what is missing, then shows the effect on books before it can be confirmed', async () => {
    const user = userEvent.setup();
    const onDone = show('territory', three);
    await user.click(screen.getByRole('button', { name: 'Move 3 accounts' }));
    expect(sent).toEqual([]);
    expect(onDone).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: /^Territory/ }));
    await user.click(await screen.findByRole('option', { name: /East/ }));
    const row = await screen.findByRole('row', { name: /Ben Hale/ });
    expect(within(row).getByText('9 →')).toBeTruthy();
    expect(row.textContent).toContain('12 / 10 over the cap');
    expect(row.textContent).toMatch(/120\s% out of the band/);
    expect(row.textContent).toContain('110 / 100 over capacity');
    expect(row.textContent).toContain('$50K → $80K');
    expect(screen.getByText(/Ben Hale would hold 12 accounts, 2 over the cap\./)).toBeTruthy();
    expect(screen.getByText(/would need 110 touches a month and has time for 100\./)).toBeTruthy();
    expect(screen.getByText(/1 of them is locked now/)).toBeTruthy();
    expect(screen.getByText(/would then move 3 accounts \(\+3\)/)).toBeTruthy();
    expect(sent.every(({ path }) => path.endsWith('/changes/effect'))).toBe(true);

    await user.type(screen.getByLabelText(/Reason/), 'Asked for it');
    await user.click(screen.getByRole('button', { name: 'Move 3 accounts' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent.at(-1)).toEqual({
      path: '/api/v1/plans/pla_1/changes',
      body: { accountIds: three.ids, territoryId: 'ter_2', reason: 'Asked for it' },
    });
  });

  it('reaches all that match without naming them', async () => {
    const user = userEvent.setup();
    const onDone = show('lock', { mode: 'all', except: ['acc_9'] });
    await screen.findByRole('row', { name: /Ben Hale/ });
    await user.click(screen.getByRole('button', { name: 'Lock 3 accounts' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent.at(-1)?.body).toEqual({
      matching: { territory: 'ter_1', changes: false, locked: false, except: ['acc_9'] },
      isLocked: true,
    });
  });

  it('keeps what was chosen when the server refuses, and says why', async () => {
    const user = userEvent.setup();
    answerEffect = () =>
      Response.json(
        { title: 'Forbidden', status: 403, detail: '2 of these accounts are not in your books.' },
        { status: 403 },
      );
    show('toRules', three);
    expect(await screen.findByText('2 of these accounts are not in your books.')).toBeTruthy();
    await user.type(screen.getByLabelText(/Reason/), 'Still here');
    expect(screen.getByLabelText<HTMLInputElement>(/Reason/).value).toBe('Still here');
  });
});
