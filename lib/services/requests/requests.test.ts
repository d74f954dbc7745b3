import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { Actor } from '#lib/permissions/actor.ts';
import { changeAccounts } from '#lib/services/plans/change-accounts.ts';
import { getPlan } from '#lib/services/plans/get-plan.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { freeAccountsSchema, requestInputSchema, requestsQuerySchema } from '#lib/shared/request-shapes.ts';
import { askForChange } from './ask.ts';
import { freeAccounts, requestChoices } from './choices.ts';
import { acceptRequest, refuseRequest, withdrawRequest } from './decide.ts';
import { effectOfRequest } from './effect.ts';
import { countRequests, listRequests } from './list.ts';
import { ADA, BEN, CLEO, contextOf, insertTeams, LENA, publishedTeamsPlan, TOM } from './testing/teams.ts';

const held = useTempStore();
const account = (id: number) => toPublicId('account', id);
const rep = (id: number) => toPublicId('rep', id);
const now = Date.UTC(2026, 10, 22, 9);
let planId = '';
let clock = now;

function as(repId: number, more: Partial<Actor> = {}) {
  clock += 60_000;
  return contextOf(repId, clock, more);
}
const everything = (repId: number) => as(repId, { role: 'revops' });

const wish = (accountId: number, more: object = {}) =>
  requestInputSchema.parse({ accountId: account(accountId), kind: 'want', reason: 'I know them', ...more });
const open = (ctx = everything(LENA)) => listRequests(ctx, requestsQuerySchema.parse({})).items;

function holderOf(accountId: number): number | undefined {
  return held.current.connection
    .prepare<[number], number>(
      "SELECT rep_id FROM assignments WHERE account_id = ? AND slot = 'ae' AND to_at IS NULL",
    )
    .pluck()
    .get(accountId);
}

function traces(): unknown {
  return held.current.connection
    .prepare(
      'SELECT (SELECT count(*) FROM audit) a, (SELECT max(seq) FROM change_log) c, (SELECT count(*) FROM account_requests) r',
    )
    .get();
}

beforeAll(async () => {
  insertTeams(held.current.connection);
  const ctx = testContext({ now });
  planId = await publishedTeamsPlan(ctx);
});

beforeEach(() => {
  held.current.connection.exec('DELETE FROM account_requests');
});

describe('asking', () => {
  it('is for one’s own accounts and those that nobody holds, and moves nothing', async () => {
    const { items } = freeAccountsSchema.parse(freeAccounts(as(ADA), 'account'));
    expect(items.map(({ id, city }) => [id, city])).toEqual([
      [account(7), 'Tacoma'],
      [account(8), null],
    ]);
    const asked = await askForChange(as(ADA), wish(7));
    expect(asked).toMatchObject({ status: 'open', from: null, to: { id: rep(ADA) }, isOwn: true });
    expect(holderOf(7)).toBeUndefined();
    const before = traces();
    await expect(askForChange(as(ADA), wish(4))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(askForChange(as(ADA), wish(7))).rejects.toMatchObject({ code: 'conflict' });
    await expect(askForChange(as(ADA), wish(1))).rejects.toMatchObject({ code: 'invalid' });
    await expect(askForChange(as(ADA), wish(8, { kind: 'give' }))).rejects.toMatchObject({ code: 'invalid' });
    await expect(askForChange(as(ADA, { role: 'viewer' }), wish(8))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(traces()).toEqual(before);
  });

  it('offers colleagues by name and role, nothing else about them', () => {
    const { slot, slots, colleagues } = requestChoices(as(ADA), account(1));
    expect(slot).toBe('ae');
    expect(slots[0]).toEqual({ slot: 'ae', holder: { id: rep(ADA), name: 'Ada' }, isOwn: true });
    expect(colleagues).toContainEqual({ id: rep(BEN), name: 'Ben', role: 'AE' });
    expect(() => requestChoices(as(ADA), account(4))).toThrow('in somebody else’s book');
  });

  it('is seen by whoever asked and by those who lead one of the two, and taken back by whoever asked', async () => {
    const { id } = await askForChange(as(ADA), wish(1, { kind: 'give', toRepId: rep(CLEO) }));
    expect(open(as(ADA)).map((row) => row.id)).toEqual([id]);
    expect(open(as(BEN))).toEqual([]);
    expect(open(as(LENA))[0]).toMatchObject({ id, noDecision: null });
    expect(open(as(TOM))[0]).toMatchObject({
      id,
      noDecision: expect.stringContaining('Ada is not in your team'),
    });
    expect([countRequests(as(LENA)), countRequests(as(TOM)), countRequests(as(BEN))]).toEqual([1, 1, 0]);
    await expect(acceptRequest(as(TOM), id, { answer: null }, null)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(withdrawRequest(as(LENA), id)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await withdrawRequest(as(ADA), id)).status).toBe('withdrawn');
    await expect(acceptRequest(as(LENA), id, { answer: null }, null)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(holderOf(1)).toBe(ADA);
  });
});

describe('deciding', () => {
  it('is not for reps, and changes nothing then', async () => {
    const { id } = await askForChange(as(ADA), wish(7));
    const before = traces();
    await expect(acceptRequest(as(ADA), id, { answer: null }, null)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(refuseRequest(as(BEN), id, 'No', null)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(effectOfRequest(as(ADA), id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(traces()).toEqual(before);
    expect(holderOf(7)).toBeUndefined();
  });

  it('shows both books before and after, as counted by hand', async () => {
    const { id } = await askForChange(as(ADA), wish(1, { kind: 'give', toRepId: rep(BEN) }));
    const { books } = await effectOfRequest(as(LENA), id);
    const figures = (accounts: number, potentialAmount: number, pipelineAmount: number) => ({
      accounts,
      potentialAmount,
      potentialUnknown: 0,
      workloadTouches: 0,
      pipelineAmount,
    });
    expect(books.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Ada', figures(3, 600, 40), figures(2, 500, 0)],
      ['Ben', figures(2, 900, 60), figures(3, 1_000, 100)],
    ]);
    // Three books in the slot: 600, 900 and 600 (Cleo); an even share is 700.
    expect(books[0]?.shareBefore.potential).toBeCloseTo(600 / 700);
    expect(books[1]?.shareAfter.potential).toBeCloseTo(1_000 / 700);
    expect(books[1]?.shareAfter.pipeline).toBeCloseTo(3);
    expect(holderOf(1)).toBe(ADA);
  });

  it('keeps the other team’s book from a leader who sees their own', async () => {
    const { id } = await askForChange(as(ADA), wish(1, { kind: 'give', toRepId: rep(CLEO) }));
    const { books, outside } = await effectOfRequest(as(LENA), id);
    expect([books.map(({ name }) => name), outside]).toEqual([['Ada'], 1]);
  });

  it('refuses with an answer that whoever asked reads', async () => {
    const { id } = await askForChange(as(ADA), wish(7));
    await refuseRequest(as(LENA), id, 'It goes to the partner', null);
    expect(listRequests(as(ADA), requestsQuerySchema.parse({ status: 'all' })).items[0]).toMatchObject({
      status: 'refused',
      answer: 'It goes to the partner',
      decidedBy: `User ${LENA}`,
    });
    expect(holderOf(7)).toBeUndefined();
  });

  it('accepted, changes what is published and the draft, so that the next publish leaves it', async () => {
    const { id, version } = await askForChange(as(ADA), wish(7));
    const done = await acceptRequest(as(LENA), id, { answer: 'Good luck' }, version);
    expect(done).toMatchObject({ status: 'accepted', givenTo: { id: rep(ADA) }, answer: 'Good luck' });
    expect(holderOf(7)).toBe(ADA);
    const { connection } = held.current;
    expect(
      connection.prepare('SELECT rep_id, source, reason, to_at FROM assignments WHERE account_id = 7').all(),
    ).toEqual([
      {
        rep_id: ADA,
        source: 'hand',
        reason: `Asked by User ${ADA}, accepted by User ${LENA}: I know them`,
        to_at: null,
      },
    ]);
    expect((await getPlan(testContext({ now: clock }), planId)).moves).toBe(0);
    expect((await publishPlan(testContext({ now: clock }), planId, {}, null)).movedAccounts).toBe(0);
    expect(holderOf(7)).toBe(ADA);
    expect(
      connection
        .prepare("SELECT actor, summary, reason FROM audit WHERE action = 'account.accept_change'")
        .all(),
    ).toEqual([
      {
        actor: `User ${LENA}`,
        summary: `Account 7 (AE) goes from nobody to Ada, as User ${ADA} asked.`,
        reason: 'I know them',
      },
    ]);
  });

  it('ends the interval of whoever had it, and lets the one who decides choose where nobody is named', async () => {
    const { id } = await askForChange(as(ADA), wish(2, { kind: 'give' }));
    await expect(acceptRequest(as(LENA), id, { answer: null }, null)).rejects.toMatchObject({
      code: 'invalid',
    });
    await acceptRequest(as(LENA), id, { toRepId: rep(BEN), answer: null }, null);
    const rows = held.current.connection
      .prepare<[], { rep_id: number; from_at: number; to_at: number | null }>(
        "SELECT rep_id, from_at, to_at FROM assignments WHERE account_id = 2 AND slot = 'ae' ORDER BY from_at",
      )
      .all();
    expect(rows.map((row) => row.rep_id)).toEqual([ADA, BEN]);
    expect(rows[0]?.to_at).toBe(rows[1]?.from_at);
    expect((await getPlan(testContext({ now: clock }), planId)).moves).toBe(0);
  });

  it('ends the holdover of a former owner who gets the account back', async () => {
    const { connection } = held.current;
    connection.exec(`INSERT INTO holdovers (opportunity_id, account_id, slot, rep_id, created_at)
      SELECT id, 4, 'ae', ${ADA}, 0 FROM opportunities WHERE account_id = 4`);
    const { id } = await askForChange(as(BEN), wish(4, { kind: 'give', toRepId: rep(ADA) }));
    await acceptRequest(as(LENA), id, { answer: null }, null);
    expect(holderOf(4)).toBe(ADA);
    expect(connection.prepare('SELECT ended_at, ended_by FROM holdovers').all()).toEqual([
      { ended_at: clock, ended_by: 'moved' },
    ]);
  });

  it('is a conflict once the account moved meanwhile, and says so in the list', async () => {
    const { id } = await askForChange(as(ADA), wish(3, { kind: 'give', toRepId: rep(BEN) }));
    const ctx = testContext({ now: (clock += 60_000) });
    await changeAccounts(ctx, planId, {
      accountIds: [account(3)],
      holder: { slot: 'ae', repId: rep(CLEO) },
    });
    await publishPlan(ctx, planId, {}, null);
    expect(open()[0]?.staleSentence).toContain('Cleo holds it as AE now, then it was Ada');
    await expect(acceptRequest(everything(LENA), id, { answer: null }, null)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('was moved since this was asked'),
    });
    expect(holderOf(3)).toBe(CLEO);
    expect((await refuseRequest(everything(LENA), id, 'Cleo has it', null)).status).toBe('refused');
  });

  it('is done by one of two who decide at once; the other is told who was first', async () => {
    const { id, version } = await askForChange(as(ADA), wish(8));
    const both = await Promise.allSettled([
      acceptRequest(everything(LENA), id, { answer: null }, version),
      refuseRequest(everything(TOM), id, 'Not now', version),
    ]);
    const failed = both.filter((result) => result.status === 'rejected');
    expect(failed.map(({ reason }) => [reason.code, reason.message])).toEqual([
      ['conflict', expect.stringMatching(/^This request was (accepted|refused) by User \d meanwhile\.$/)],
    ]);
  });
});
