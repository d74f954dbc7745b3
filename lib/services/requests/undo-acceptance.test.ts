import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { changeAccounts } from '#lib/services/plans/change-accounts.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { undoChange } from '#lib/services/plans/undo-change.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { requestInputSchema } from '#lib/shared/request-shapes.ts';
import { askForChange } from './ask.ts';
import { acceptRequest, refuseRequest } from './decide.ts';
import { ADA, BEN, CLEO, contextOf, insertTeams, LENA, publishedTeamsPlan, TOM } from './testing/teams.ts';
import { undoAcceptance } from './undo-acceptance.ts';

const held = useTempStore();
const account = (id: number) => toPublicId('account', id);
const rep = (id: number) => toPublicId('rep', id);
let clock = Date.UTC(2026, 10, 22, 9);
let planId = '';
const as = (repId: number) => contextOf(repId, (clock += 60_000));
const planner = () => testContext({ now: (clock += 60_000) });
const wish = (accountId: number, more: object) =>
  requestInputSchema.parse({ accountId: account(accountId), reason: 'I know them', ...more });

/** Everything that says who holds an account: intervals, holdovers and what the draft sets by hand. */
function state(accountId: number) {
  const rows = (sql: string) => held.current.connection.prepare(sql).all(accountId);
  return [
    rows('SELECT * FROM assignments WHERE account_id = ? ORDER BY id'),
    rows('SELECT * FROM holdovers WHERE account_id = ? ORDER BY id'),
    rows('SELECT slot, rep_id, is_locked, reason FROM plan_account_holders WHERE account_id = ?'),
    rows('SELECT territory_id, is_locked, reason FROM plan_accounts WHERE account_id = ?'),
  ];
}

const ask = async (accountId: number, more: object, who = ADA) =>
  (await askForChange(as(who), wish(accountId, more))).id;

beforeAll(async () => {
  insertTeams(held.current.connection);
  planId = await publishedTeamsPlan(planner());
});

describe('an acceptance that is taken back', () => {
  it('leaves everything as it was before it, and the request to decide', async () => {
    held.current.connection.exec(
      `INSERT INTO holdovers (opportunity_id, account_id, slot, rep_id, created_at) VALUES (1, 1, 'ae', ${BEN}, 0)`,
    );
    const before = state(1);
    const id = await ask(1, { kind: 'give', toRepId: rep(BEN) });
    await acceptRequest(as(LENA), id, { answer: 'Fine' }, null);
    expect(state(1)).not.toEqual(before);
    expect(await undoAcceptance(as(LENA), id)).toMatchObject({
      status: 'open',
      answer: null,
      decidedBy: null,
      givenTo: null,
      staleSentence: null,
    });
    expect(state(1)).toEqual(before);
    await expect(undoAcceptance(as(LENA), id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await acceptRequest(as(LENA), id, { answer: null }, null)).toMatchObject({ status: 'accepted' });
    await undoAcceptance(as(LENA), id);
    expect(state(1)).toEqual(before);
  });

  it('gives an account that nobody held back to nobody, and lets older changes by hand be taken back', async () => {
    const before = state(7);
    const { undoId } = await changeAccounts(planner(), planId, { accountIds: [account(7)], isLocked: true });
    const id = await ask(7, { kind: 'want' });
    await acceptRequest(as(LENA), id, { answer: null }, null);
    await expect(undoChange(planner(), planId, undoId)).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Since then User 4 accepted a request about Account 7, so it was left as it is. Change it by hand instead.',
    });
    await undoAcceptance(as(LENA), id);
    await undoChange(planner(), planId, undoId);
    expect(state(7)).toEqual(before);
  });

  it('is for those who may decide', async () => {
    const id = await ask(2, { kind: 'give', toRepId: rep(CLEO) });
    await acceptRequest(as(LENA), id, { answer: null }, null);
    const before = state(2);
    await expect(undoAcceptance(as(ADA), id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(undoAcceptance(as(TOM), id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(state(2)).toEqual(before);
    await undoAcceptance(as(LENA), id);
  });

  it('is refused for one that was refused', async () => {
    const id = await ask(3, { kind: 'give', toRepId: rep(BEN) });
    await refuseRequest(as(LENA), id, 'Not now', null);
    await expect(undoAcceptance(as(LENA), id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('loses nothing that was decided since: by hand, by another request, or by a publish', async () => {
    const id = await ask(3, { kind: 'give', toRepId: rep(BEN) });
    await acceptRequest(as(LENA), id, { answer: null }, null);
    const { undoId } = await changeAccounts(planner(), planId, { accountIds: [account(3)], isLocked: true });
    let before = state(3);
    await expect(undoAcceptance(as(LENA), id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('changed Account 3 again'),
    });
    expect(state(3)).toEqual(before);
    await undoChange(planner(), planId, undoId);

    const next = await ask(3, { kind: 'give', toRepId: rep(CLEO) }, BEN);
    await acceptRequest(as(LENA), next, { answer: null }, null);
    before = state(3);
    await expect(undoAcceptance(as(LENA), id)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Account 3 changed hands again since. Ask for another change instead.',
    });
    expect(state(3)).toEqual(before);
    await undoAcceptance(as(LENA), next);

    await publishPlan(planner(), planId, {}, null);
    before = state(3);
    await expect(undoAcceptance(as(LENA), id)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The plan was published since, with Account 3 as accepted. Ask for another change instead.',
    });
    expect(state(3)).toEqual(before);
  });
});
