import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { changeAccounts } from '#lib/services/plans/change-accounts.ts';
import { undoChange } from '#lib/services/plans/undo-change.ts';
import { waitingView } from '#lib/services/plans/plan-versions.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { takeEffect } from '#lib/services/plans/take-effect.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { requestInputSchema } from '#lib/shared/request-shapes.ts';
import { askForChange } from './ask.ts';
import { acceptRequest } from './decide.ts';
import { ADA, BEN, CLEO, contextOf, insertTeams, LENA, publishedTeamsPlan, TOM } from './testing/teams.ts';

const held = useTempStore();
const account = (id: number) => toPublicId('account', id);
const rep = (id: number) => toPublicId('rep', id);
let clock = Date.UTC(2026, 10, 22, 9);
let planId = '';
const as = (repId: number) => contextOf(repId, (clock += 60_000));
const wish = (accountId: number, more: object) =>
  requestInputSchema.parse({ accountId: account(accountId), reason: 'I know them', ...more });

function holderOf(accountId: number): number | undefined {
  return held.current.connection
    .prepare<[number], number>(
      "SELECT rep_id FROM assignments WHERE account_id = ? AND slot = 'ae' AND to_at IS NULL",
    )
    .pluck()
    .get(accountId);
}

beforeAll(async () => {
  insertTeams(held.current.connection);
  planId = await publishedTeamsPlan(testContext({ now: clock }));
});

describe('an accepted request', () => {
  it('is not lost when a change by hand from before is taken back', async () => {
    const ctx = testContext({ now: (clock += 60_000) });
    const { undoId } = await changeAccounts(ctx, planId, { accountIds: [account(6)], isLocked: true });
    const { id } = await askForChange(as(CLEO), wish(6, { kind: 'give', toRepId: rep(BEN) }));
    await acceptRequest(as(TOM), id, { answer: null }, null);
    const draft = () =>
      held.current.connection.prepare('SELECT rep_id FROM plan_account_holders WHERE account_id = 6').all();
    await expect(undoChange(ctx, planId, undoId)).rejects.toMatchObject({ code: 'conflict' });
    expect(draft()).toEqual([{ rep_id: BEN }]);
    const later = await changeAccounts(ctx, planId, { accountIds: [account(6)], isLocked: false });
    await undoChange(ctx, planId, later.undoId);
    expect(draft()).toEqual([{ rep_id: BEN }]);
  });

  it('is left by a version that waited for its day meanwhile, which moves the rest as it was frozen', async () => {
    const ctx = () => testContext({ now: (clock += 60_000) });
    const to = (repId: number, ids: number[]) => ({
      accountIds: ids.map(account),
      holder: { slot: 'ae' as const, repId: rep(repId) },
    });
    await changeAccounts(ctx(), planId, to(CLEO, [4, 5]));
    const effectiveOn = dayOfInstant(clock, 'UTC') + 1;
    await publishPlan(ctx(), planId, { effectiveOn }, null);
    expect(holderOf(5)).toBe(BEN);
    const { id } = await askForChange(as(BEN), wish(5, { kind: 'give', toRepId: rep(ADA) }));
    await acceptRequest(as(LENA), id, { answer: null }, null);
    const given = holderOf(5);
    expect(await waitingView(ctx(), planId)).toMatchObject({ movedAccounts: 1 });
    clock = startOfDay(effectiveOn, 'UTC');
    expect(await takeEffect(ctx())).toMatchObject({ versions: 1 });
    expect([holderOf(4), holderOf(5)]).toEqual([CLEO, given]);
    expect(given).not.toBe(CLEO);
  });
});
