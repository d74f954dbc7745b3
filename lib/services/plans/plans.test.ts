import { describe, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import { changeAccounts, previewChange } from './change-accounts.ts';
import { undoChange } from './undo-change.ts';
import { explainPlace } from './explain-place.ts';
import { getPlan } from './get-plan.ts';
import { listPlanAccounts } from './plan-accounts.ts';
import { draftMoves, publishedMoves } from './plan-moves.ts';
import { planHistory } from './plan-versions.ts';
import { publishPlan } from './publish-plan.ts';
import { startPlan } from './start-plan.ts';
import { splitTerritory } from './split-territory.ts';
import { archiveTerritory, createTerritory, editTerritory, orderTerritories } from './territories.ts';

const held = useTempStore();
const ctx = testContext();
const later = testContext({ now: ctx.now + 86_400_000 });

const rep = (id: number) => toPublicId('rep', id);
const account = (id: number) => toPublicId('account', id);

/** 6 US accounts (2 in Washington), 2 German ones, 1 without a country; reps 1 and 2. */
function seed(): void {
  const { connection } = held.current;
  const term = termWriter(connection);
  const us = term('account.country', 'US');
  const de = term('account.country', 'DE');
  const wa = term('account.state', 'US-WA');
  const insert = connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, external_id, family_id, country, state, revenue, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  const rows: [number, number | null, number | null, number | null][] = [
    [1, us, wa, 100],
    [2, us, wa, 80],
    [3, us, null, 60],
    [4, us, null, 40],
    [5, us, null, 20],
    [6, us, null, null],
    [7, de, null, 500],
    [8, de, null, 300],
    [9, null, null, 50],
  ];
  for (const [id, country, state, revenue] of rows) {
    insert.run(id, `Account ${id}`, foldText(`Account ${id}`), `CRM${id}`, id, country, state, revenue);
  }
  const person = connection.prepare(
    'INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
  );
  person.run(1, 'Ada', 'ADA');
  person.run(2, 'Ben', 'BEN');
}

async function refusal(run: () => Promise<unknown>): Promise<string> {
  const error = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isAppError(error) ? error.code : String(error);
}

describe('a territory plan, from empty to published', () => {
  let planId = '';
  let west = '';
  let usa = '';

  it('starts with everything unassigned', async () => {
    seed();
    planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
    expect(await getPlan(ctx, planId)).toMatchObject({
      status: 'draft',
      accounts: 9,
      unassigned: { accounts: 9 },
      moves: 0,
    });
  });

  it('places accounts by states and countries in the order of the list', async () => {
    usa = (await createTerritory(ctx, planId, { name: 'USA', kind: 'geography', places: ['US'] })).id;
    west = (await createTerritory(ctx, planId, { name: 'West', kind: 'geography', places: ['US-WA'] })).id;
    const first = await getPlan(ctx, planId);
    expect(first.territories.map((t) => [t.name, t.accounts])).toEqual([
      ['USA', 6],
      ['West', 0],
    ]);
    await expect(orderTerritories(ctx, planId, [west, usa], first.version - 1)).rejects.toMatchObject({
      code: 'conflict',
      current: { version: first.version },
    });
    await orderTerritories(ctx, planId, [west, usa], first.version);
    const view = await getPlan(ctx, planId);
    expect(view.territories.map((t) => [t.name, t.accounts])).toEqual([
      ['West', 2],
      ['USA', 4],
    ]);
    expect(view.unassigned.accounts).toBe(3);
  });

  it('refuses a second territory of the same name', async () => {
    expect(await refusal(() => createTerritory(ctx, planId, { name: 'west ', kind: 'named' }))).toBe(
      'invalid',
    );
  });

  it('takes accounts by a rule before geography', async () => {
    const draft = {
      version: 1,
      entity: 'account',
      root: {
        id: 'r',
        kind: 'group',
        op: 'all',
        rules: [{ id: 'c', kind: 'field', field: 'revenue', operator: 'gte', value: 100 }],
      },
    };
    const strategic = (await createTerritory(ctx, planId, { name: 'Strategic', kind: 'rule', draft })).id;
    const view = await getPlan(ctx, planId);
    expect(view.territories.find((t) => t.id === strategic)).toMatchObject({
      accounts: 3,
      bySteps: { rule: 3 },
      issue: null,
    });
    expect(view.territories.find((t) => t.id === west)?.accounts).toBe(1);
  });

  it('shares a territory out among its holders and shows what would move', async () => {
    await editTerritory(ctx, planId, usa, {
      holders: {
        ae: [
          { repId: rep(1), weight: 1 },
          { repId: rep(2), weight: 1 },
        ],
      },
    });
    const view = await getPlan(ctx, planId);
    expect(view.books.map((book) => [book.name, book.before, book.after?.accounts])).toEqual([
      ['Ada', null, 2],
      ['Ben', null, 2],
    ]);
    expect(view.moves).toBe(8);
  });

  it('shows the effect of a move before it is made, makes it, and takes it back', async () => {
    const change = {
      accountIds: [account(7)],
      holder: { slot: 'ae' as const, repId: rep(1) },
      isLocked: true,
      reason: 'Asked for her',
    };
    const effect = await previewChange(ctx, planId, change);
    expect(effect.books).toHaveLength(1);
    expect(effect.books[0]).toMatchObject({ name: 'Ada', before: { accounts: 2 }, after: { accounts: 3 } });
    expect((await getPlan(ctx, planId)).books.find((book) => book.name === 'Ada')?.after?.accounts).toBe(2);
    const { undoId } = await changeAccounts(ctx, planId, change);
    expect((await getPlan(ctx, planId)).books.find((book) => book.name === 'Ada')?.after?.accounts).toBe(3);
    await undoChange(ctx, planId, undoId);
    expect((await getPlan(ctx, planId)).books.find((book) => book.name === 'Ada')?.after?.accounts).toBe(2);
  });

  it('names an account into a territory, and says who else would have taken it', async () => {
    await changeAccounts(ctx, planId, {
      accountIds: [account(3)],
      territoryId: west,
      reason: 'Seattle office',
    });
    const { items, total } = await listPlanAccounts(ctx, planId, {
      territory: west,
      sort: '-potential',
      offset: 0,
      limit: 50,
    });
    expect(total).toBe(2);
    expect(items.find((item) => item.id === account(3))).toMatchObject({
      step: 'named',
      reason: 'Seattle office',
      territoryAfter: { name: 'West' },
      losing: [{ name: 'USA', step: 'geography' }],
    });
  });

  it('publishes, freezes, and lists later differences as suggested moves', async () => {
    const view = await getPlan(ctx, planId);
    expect(await refusal(() => publishPlan(ctx, planId, {}, view.version - 1))).toBe('conflict');
    await publishPlan(ctx, planId, { note: 'Start' }, view.version);
    const published = await getPlan(later, planId);
    expect(published).toMatchObject({ status: 'published', publishedNumber: 1, moves: 0 });
    held.current.connection.prepare('UPDATE accounts SET country = NULL, state = NULL WHERE id = 5').run();
    const rows = await draftMoves(later, planId);
    expect(rows.map((row) => [row[0], row[2], row[3]])).toEqual([[account(5), 'Account 5', 'AE']]);
    const open = held.current.connection
      .prepare('SELECT count(*) AS n FROM assignments WHERE to_at IS NULL')
      .get();
    expect(open).toEqual({ n: 3 });
  });

  it('keeps the CRM’s ids, old and new owner and the reason of what it moved', async () => {
    const moved = await publishedMoves(later, planId, 1);
    expect(moved).toHaveLength(8);
    const given = moved.filter((row) => row[3] === 'AE');
    expect(given).toHaveLength(3);
    expect(given[0]?.slice(0, 4)).toEqual([account(4), 'CRM4', 'Account 4', 'AE']);
    expect(given.every((row) => row[6] === null && ['Ada', 'Ben'].includes(String(row[9])))).toBe(true);
    expect(moved.find((row) => row[0] === account(3))?.slice(10)).toEqual([null, 'West', 'Seattle office']);
    expect(moved.filter((row) => row[12] === null)).toEqual([]);
    expect(planHistory(later, planId)).toMatchObject([{ number: 1, note: 'Start' }]);
  });

  it('names a rule that takes nobody because it is empty or unfinished, and refuses to publish it', async () => {
    const draftOf = (rules: unknown[]) => ({
      version: 1,
      entity: 'account',
      root: { id: 'r', kind: 'group', op: 'all', rules },
    });
    const unfinished = [{ id: 'c', kind: 'field', field: 'employees', operator: 'gt' }];
    const made = [];
    for (const [name, rules] of [
      ['Empty', []],
      ['Unfinished', unfinished],
    ] as const) {
      made.push(
        (await createTerritory(later, planId, { name, kind: 'rule', draft: draftOf([...rules]) })).id,
      );
    }
    const broken = (await getPlan(later, planId)).territories.filter((item) => item.issue !== null);
    expect(broken.map((item) => [item.name, item.accounts, item.summary])).toEqual([
      ['Empty', 0, 'No finished condition yet'],
      ['Unfinished', 0, 'No finished condition yet'],
    ]);
    expect(await refusal(() => publishPlan(later, planId, {}, null))).toBe('invalid');
    for (const id of made) await archiveTerritory(later, planId, id);
  });

  it('splits a territory anew, evenly, families and locks aside', async () => {
    const { accounts, shares } = await splitTerritory(later, planId, usa, 'ae');
    expect(accounts).toBe(2);
    expect(shares.map((share) => [share.name, share.accounts, share.potentialAmount])).toEqual([
      ['Ada', 1, 40],
      ['Ben', 1, 0],
    ]);
    expect(await refusal(() => splitTerritory(later, planId, west, 'ae'))).toBe('invalid');
  });

  it('takes nobody over the account cap, and says what found no room', async () => {
    const setCap = (id: number, cap: number | null) =>
      held.current.connection.prepare('UPDATE reps SET max_accounts = ? WHERE id = ?').run(cap, id);
    for (const id of [1, 2]) setCap(id, 0);
    expect(await refusal(() => splitTerritory(later, planId, usa, 'ae'))).toBe('invalid');
    const before = await getPlan(later, planId);
    const elsewhere = before.books.find((book) => book.repId === rep(1))?.after?.accounts ?? 0;
    setCap(1, elsewhere);
    const answer = await splitTerritory(later, planId, usa, 'ae');
    expect(answer).toMatchObject({
      accounts: 1,
      unplaced: 1,
      unplacedSentence:
        '1 account found no room under the account caps of Ada and Ben and has no AE. Raise a cap or add a holder, then split again.',
    });
    const after = await getPlan(later, planId);
    expect(after.books.find((book) => book.repId === rep(1))?.after?.accounts).toBe(elsewhere);
    await undoChange(later, planId, answer.undoId);
    for (const id of [1, 2]) setCap(id, null);
    expect((await getPlan(later, planId)).books).toEqual(
      before.books.map((book) => ({ ...book, maxAccounts: null })),
    );
  });

  it('explains the place of an account with its history', async () => {
    const place = await explainPlace(later, account(4));
    expect(place.draft).toMatchObject({ step: 'geography', territoryAfter: { name: 'USA' } });
    expect(place.holders[0]).toMatchObject({ slot: 'ae', planNumber: 1, to: null });
  });

  it('shows a rep their own book only, and lets them change nothing', async () => {
    const ada = testContext({
      now: later.now,
      actor: { kind: 'user', role: 'rep', repId: 1, holderIds: [1] },
    });
    const view = await getPlan(ada, planId);
    expect(view.books.map((book) => book.name)).toEqual(['Ada']);
    expect(view.accounts).toBeLessThan(4);
    expect(
      await refusal(() => changeAccounts(ada, planId, { accountIds: [account(4)], isLocked: true })),
    ).toBe('forbidden');
    const lead = testContext({
      actor: { kind: 'user', role: 'leader', leaderSees: 'team', repId: 1, holderIds: [1] },
    });
    expect(await refusal(() => publishPlan(lead, planId, {}, null))).toBe('forbidden');
    expect(
      await refusal(() => changeAccounts(lead, planId, { accountIds: [account(7)], isLocked: true })),
    ).toBe('forbidden');
  });
});
