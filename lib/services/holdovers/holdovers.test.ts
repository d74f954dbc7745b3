import { beforeAll, describe, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { accountRights } from '#lib/services/accounts/account-rights.ts';
import { changeAccount } from '#lib/services/accounts/change-account.ts';
import { createContact } from '#lib/services/contacts/change-contact.ts';
import { getAccount } from '#lib/services/accounts/get.ts';
import { changeAccounts } from '#lib/services/plans/change-accounts.ts';
import { explainPlace } from '#lib/services/plans/explain-place.ts';
import { keepDeals, listMovingDeals } from '#lib/services/plans/kept-deals.ts';
import { planImpact } from '#lib/services/plans/plan-impact.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { repHistory } from '#lib/services/plans/rep-history.ts';
import { restoreVersion } from '#lib/services/plans/restore-version.ts';
import { startPlan } from '#lib/services/plans/start-plan.ts';
import { takeEffect } from '#lib/services/plans/take-effect.ts';
import { createTerritory, editTerritory } from '#lib/services/plans/territories.ts';
import { requestChoices } from '#lib/services/requests/choices.ts';
import { explainTier } from '#lib/services/tiers/explain.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { holdoverQuery, movingDealQuery } from '#lib/shared/holdover-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { changeHoldover } from './change.ts';
import { endDueHoldovers } from './end-due.ts';
import { listHoldovers } from './list.ts';

const held = useTempStore();
const start = testContext();
const today = dayOfInstant(start.now, 'UTC');
const onDay = (days: number) => testContext({ now: startOfDay(today + days, 'UTC') });
const rep = (id: number) => toPublicId('rep', id);
const account = (id: number) => toPublicId('account', id);
const deal = (id: number) => toPublicId('opportunity', id);
const list = (state: 'active' | 'ended' | 'all' = 'active') =>
  listHoldovers(start, holdoverQuery.parse({ state })).items;
const code = (run: Promise<unknown>) =>
  run.then(
    () => 'went through',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );

/** Open pipeline by AE, after the draft. */
async function pipeline(planId: string, heldOverFor: 'former' | 'new', when: 'before' | 'after') {
  const books = await planImpact(start, planId, heldOverFor);
  const aes = books.filter(({ slot }) => slot === 'ae').sort((a, b) => a.name.localeCompare(b.name));
  return aes.map((book) => [book.name, book[when].pipelineAmount]);
}

describe('deals that stay with their former owner', () => {
  let planId = '';

  beforeAll(async () => {
    const { connection } = held.current;
    const term = termWriter(connection);
    const us = term('account.country', 'US');
    const stage = connection.prepare(
      `INSERT INTO stages (id, name, name_folded, term_id, position, outcome, probability_rate)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const [id, name, outcome, rate] of [
      [1, 'Discovery', 'open', 0.1],
      [2, 'Proposal', 'open', 0.6],
      [3, 'Won', 'won', 1],
    ] as const)
      stage.run(id, name, name.toUpperCase(), term('opportunity.stage', name), id, outcome, rate);
    for (const id of [1, 2, 3, 4])
      connection
        .prepare(
          `INSERT INTO accounts (id, name, name_folded, family_id, country, revenue, created_at, updated_at)
           VALUES (?, ?, ?, ?, ?, 10, 0, 0)`,
        )
        .run(id, `Account ${id}`, `ACCOUNT ${id}`, id, us);
    for (const [at, name] of ['Ada', 'Ben'].entries())
      connection
        .prepare('INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)')
        .run(at + 1, name, name.toUpperCase());
    const opportunity = connection.prepare(
      `INSERT INTO opportunities (id, account_id, name, name_folded, stage_id, amount, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, 0, 0)`,
    );
    for (const [id, accountId, stageId, amount] of [
      [1, 1, 2, 100],
      [2, 1, 1, 50],
      [3, 2, 2, 30],
      [4, 3, 2, 7],
      [5, 1, 3, 999],
    ] as const)
      opportunity.run(id, accountId, `Deal ${id}`, `DEAL ${id}`, stageId, amount);
    planId = await startPlan(start, { name: 'Plan', start: 'blank' });
    const { id } = await createTerritory(start, planId, { name: 'USA', kind: 'geography', places: ['US'] });
    await editTerritory(start, planId, id, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
    await publishPlan(start, planId, {}, null);
    await changeAccounts(start, planId, {
      accountIds: [account(1), account(2)],
      holder: { slot: 'ae', repId: rep(2) },
    });
  });

  it('are the open ones of accounts that move, late stages marked', async () => {
    const found = await listMovingDeals(start, planId, movingDealQuery.parse({}));
    expect(found.items.map(({ name, isLate, from, to }) => [name, isLate, from.name, to?.name])).toEqual([
      ['Deal 1', true, 'Ada', 'Ben'],
      ['Deal 2', false, 'Ada', 'Ben'],
      ['Deal 3', true, 'Ada', 'Ben'],
    ]);
    expect(found).toMatchObject({
      late: { deals: 2, amount: 130 },
      kept: { deals: 0 },
      all: { deals: 3, amount: 180 },
    });
    const large = await listMovingDeals(start, planId, movingDealQuery.parse({ minAmount: '50' }));
    expect(large.total).toEqual({ deals: 2, amount: 150 });
  });

  it('are chosen by filter or one by one, and only if they move', async () => {
    expect(
      await keepDeals(start, planId, { matching: { late: true }, keep: true, untilOn: today + 10 }),
    ).toEqual({
      deals: 2,
    });
    expect(
      await keepDeals(start, planId, {
        opportunityIds: [deal(3)],
        keep: true,
        untilOn: null,
        reason: 'Signing',
      }),
    ).toEqual({ deals: 1 });
    expect(await code(keepDeals(start, planId, { opportunityIds: [deal(4)], keep: true }))).toBe('invalid');
    expect(
      await code(keepDeals(start, planId, { opportunityIds: [deal(1)], keep: true, untilOn: today - 1 })),
    ).toBe('invalid');
    const { items, kept } = await listMovingDeals(start, planId, movingDealQuery.parse({ kept: 'true' }));
    expect(items.map(({ name, kept: keep }) => [name, keep])).toEqual([
      ['Deal 1', { untilOn: today + 10, reason: null }],
      ['Deal 3', { untilOn: null, reason: 'Signing' }],
    ]);
    expect(kept).toEqual({ deals: 2, amount: 130 });
  });

  it('count for the former owner or for the new one, as the switch says', async () => {
    expect(await pipeline(planId, 'former', 'before')).toEqual([
      ['Ada', 187],
      ['Ben', 0],
    ]);
    expect(await pipeline(planId, 'former', 'after')).toEqual([
      ['Ada', 137],
      ['Ben', 50],
    ]);
    expect(await pipeline(planId, 'new', 'after')).toEqual([
      ['Ada', 7],
      ['Ben', 180],
    ]);
  });

  it('are written when the version takes effect, and not before', async () => {
    await publishPlan(start, planId, { effectiveOn: today + 2 }, null);
    expect(list()).toEqual([]);
    await takeEffect(onDay(2));
    expect(
      list().map(({ deal: name, rep: keeper, holder, untilOn, reason, planNumber }) => [
        name,
        keeper.name,
        holder?.name,
        untilOn,
        reason,
        planNumber,
      ]),
    ).toEqual([
      ['Deal 1', 'Ada', 'Ben', today + 10, null, 2],
      ['Deal 3', 'Ada', 'Ben', null, 'Signing', 2],
    ]);
    expect(await pipeline(planId, 'former', 'before')).toEqual([
      ['Ada', 137],
      ['Ben', 50],
    ]);
    expect(await pipeline(planId, 'new', 'before')).toEqual([
      ['Ada', 7],
      ['Ben', 180],
    ]);
    const again = await listMovingDeals(start, planId, movingDealQuery.parse({}));
    expect(again.all.deals).toBe(0);
  });

  it('let their keeper see the account and change nothing, and nobody else', async () => {
    const seller = (id: number) =>
      testContext({ actor: { kind: 'user', role: 'rep', repId: id, holderIds: [id] } });
    expect(getAccount(seller(1), account(1)).name).toBe('Account 1');
    await expect(changeAccount(seller(1), account(1), { name: 'Mine' }, null)).rejects.toThrow(
      'not in your book',
    );
    await expect(
      createContact(seller(1), { account: account(1), name: 'Mara', email: 'mara@example.com' }),
    ).rejects.toThrow('not in your book');
    expect(held.current.connection.prepare('SELECT count(*) FROM contacts').pluck().get()).toBe(0);
    expect(() => getAccount(seller(2), account(4))).toThrow('not in your book');
    // The page offers no more than the verbs allow.
    expect(accountRights(seller(1), account(1))).toEqual({
      edit: false,
      archive: false,
      log: true,
      explain: false,
      seePlan: false,
      keepsDeal: true,
      setTier: false,
      ask: false,
    });
    expect(await code(explainPlace(seller(1), account(1)))).toBe('forbidden');
    expect(() => requestChoices(seller(1), account(1))).toThrow('somebody else’s book');
    expect(() => explainTier(seller(1), account(1))).toThrow('not in your book');
    expect(accountRights(seller(2), account(1))).toMatchObject({
      edit: true,
      explain: true,
      seePlan: true,
      keepsDeal: false,
      ask: true,
    });
    expect((await explainPlace(seller(2), account(1))).holders).not.toEqual([]);
    expect(requestChoices(seller(2), account(1)).account.name).toBe('Account 1');
    expect(listHoldovers(seller(1), holdoverQuery.parse({})).count).toBe(2);
    expect(listHoldovers(seller(7), holdoverQuery.parse({})).count).toBe(0);
  });

  it('are ended by hand and taken up again, and change their day', async () => {
    const [first] = list();
    const id = first?.id ?? '';
    expect(await changeHoldover(onDay(3), id, { untilOn: today + 5 })).toMatchObject({ untilOn: today + 5 });
    expect(await code(changeHoldover(onDay(3), id, { untilOn: today }))).toBe('invalid');
    await changeHoldover(onDay(3), id, { isEnded: true });
    expect(list()).toHaveLength(1);
    expect(await code(changeHoldover(onDay(3), id, { untilOn: today + 6 }))).toBe('conflict');
    await changeHoldover(onDay(3), id, { isEnded: false });
    expect(list()).toHaveLength(2);
    await changeHoldover(onDay(3), id, { isEnded: true });
    expect(await code(changeHoldover(onDay(9), id, { isEnded: false }))).toBe('invalid');
    const { connection } = held.current;
    connection.exec(
      `INSERT INTO holdovers (id, opportunity_id, account_id, slot, rep_id, created_at) VALUES (8, 1, 1, 'ae', 1, 0)`,
    );
    expect(await code(changeHoldover(onDay(3), id, { isEnded: false }))).toBe('conflict');
    connection.exec('DELETE FROM holdovers WHERE id = 8');
    await changeHoldover(onDay(3), id, { isEnded: false });
    expect(list()).toHaveLength(2);
    const viewer = testContext({ actor: { kind: 'user', role: 'rep', repId: 1, holderIds: [1] } });
    expect(await code(changeHoldover(viewer, id, { isEnded: true }))).toBe('forbidden');
  });

  it('end by their date and by their outcome', async () => {
    expect(await endDueHoldovers(onDay(5))).toBe(0);
    expect(await endDueHoldovers(onDay(6))).toBe(1);
    held.current.connection.exec('UPDATE opportunities SET stage_id = 3 WHERE id = 3');
    expect(await endDueHoldovers(onDay(6))).toBe(1);
    expect(
      list('ended')
        .map(({ deal: name, endedBy }) => [name, endedBy])
        .sort(),
    ).toEqual([
      ['Deal 1', 'date'],
      ['Deal 3', 'outcome'],
    ]);
  });

  it('end when the account comes back to the former owner', async () => {
    const { connection } = held.current;
    connection.exec(
      `INSERT INTO holdovers (id, opportunity_id, account_id, slot, rep_id, created_at) VALUES (9, 2, 1, 'ae', 1, 0)`,
    );
    await restoreVersion(onDay(7), planId, 1, {});
    expect(list('all').find(({ deal: name }) => name === 'Deal 2')).toMatchObject({ endedBy: 'moved' });
  });

  it('leave a history of what came to a rep and what went', () => {
    const history = repHistory(onDay(8), rep(2));
    expect(history.items.map(({ planNumber, came, went }) => [planNumber, came, went])).toEqual([
      [3, 0, 2],
      [2, 2, 0],
    ]);
    expect(history.items[1]?.accounts[0]).toMatchObject({
      name: 'Account 1',
      way: 'came',
      other: { name: 'Ada' },
    });
  });
});
