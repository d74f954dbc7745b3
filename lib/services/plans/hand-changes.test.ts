import { beforeAll, describe, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import { changeAccounts, previewChange, undoChange } from './change-accounts.ts';
import { changeOneAccount } from './change-one-account.ts';
import { findNamedAccounts } from './find-accounts.ts';
import { getPlan } from './get-plan.ts';
import { placeNewAccounts } from './place-new.ts';
import { listPlanAccounts } from './plan-accounts.ts';
import { planPlaces } from './plan-places.ts';
import { publishPlan } from './publish-plan.ts';
import { editPlan } from './edit-plan.ts';
import { startPlan } from './start-plan.ts';
import { createTerritory, editTerritory } from './territories.ts';

const held = useTempStore();
const ctx = testContext();
const account = (id: number) => toPublicId('account', id);
const rep = (id: number) => toPublicId('rep', id);

let planId = '';
let west = '';
let east = '';

function insertAccount(id: number, state: string | null, createdAt = 0): void {
  const { connection } = held.current;
  const term = termWriter(connection);
  connection
    .prepare(
      `INSERT INTO accounts (id, name, name_folded, external_id, domain, domain_folded, family_id, country, state, revenue,
         crm_owner_id, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    )
    .run(
      id,
      `Account ${id}`,
      foldText(`Account ${id}`),
      `CRM${id}`,
      `account${id}.example`,
      foldText(`account${id}.example`),
      id,
      state === null ? null : term('account.country', 'US'),
      state === null ? null : term('account.state', state),
      id * 100,
      id <= 2 ? 2 : null,
      createdAt,
    );
}

const placeOf = async (id: number) =>
  (await listPlanAccounts(ctx, planId, { q: `Account ${id}`, sort: '-potential', offset: 0, limit: 9 }))
    .items[0];

beforeAll(async () => {
  const { connection } = held.current;
  const person = connection.prepare(
    'INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
  );
  for (const [id, name] of [
    [1, 'Ada'],
    [2, 'Ben'],
  ] as const)
    person.run(id, name, foldText(name));
  for (const id of [1, 2, 3]) insertAccount(id, 'US-WA');
  for (const id of [4, 5]) insertAccount(id, 'US-NY');
  insertAccount(6, null);
  planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
  west = (await createTerritory(ctx, planId, { name: 'West', kind: 'geography', places: ['US-WA'] })).id;
  east = (await createTerritory(ctx, planId, { name: 'East', kind: 'geography', places: ['US-NY'] })).id;
  await editTerritory(ctx, planId, west, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
  await editTerritory(ctx, planId, east, { holders: { ae: [{ repId: rep(2), weight: 1 }] } });
  await publishPlan(ctx, planId, {}, null);
});

describe('changes by hand', () => {
  it('undoes exactly the change it names, however much the change-log ran ahead of the audit log', async () => {
    held.current.connection
      .prepare("INSERT INTO change_log (entity, record_id, op, at) VALUES ('account', 1, 'update', 0)")
      .run();
    const { undoId } = await changeAccounts(ctx, planId, { accountIds: [account(1)], territoryId: east });
    expect((await placeOf(1))?.territoryAfter?.name).toBe('East');
    await undoChange(ctx, planId, undoId);
    expect((await placeOf(1))?.territoryAfter?.name).toBe('West');
  });

  it('reaches all that match except the ones taken out', async () => {
    const change = { matching: { territory: west, except: [account(3)] }, territoryId: east };
    expect(await previewChange(ctx, planId, change)).toMatchObject({
      accounts: 2,
      locked: 0,
      movesBefore: 0,
      movesAfter: 2,
    });
    const { undoId, accounts } = await changeAccounts(ctx, planId, change);
    expect(accounts).toBe(2);
    expect((await getPlan(ctx, planId)).territories.map((t) => t.accounts)).toEqual([1, 4]);
    await undoChange(ctx, planId, undoId);
    expect((await getPlan(ctx, planId)).moves).toBe(0);
  });

  it('refuses a change that names an account that is not there, and changes none', async () => {
    const change = { accountIds: [account(1), account(999)], territoryId: east };
    await expect(changeAccounts(ctx, planId, change)).rejects.toMatchObject({ code: 'not_found' });
    await expect(previewChange(ctx, planId, change)).rejects.toMatchObject({ code: 'not_found' });
    expect((await getPlan(ctx, planId)).moves).toBe(0);
  });

  it('moves, holds and locks one account for a caller who names no plan', async () => {
    const moved = await changeOneAccount(ctx, account(1), { territoryId: east });
    expect((await placeOf(1))?.territoryAfter?.name).toBe('East');
    const locked = await changeOneAccount(ctx, account(1), { isLocked: true });
    expect((await placeOf(1))?.isLocked).toBe(true);
    await undoChange(ctx, planId, locked.undoId);
    await undoChange(ctx, planId, moved.undoId);
    expect((await placeOf(1))?.territoryAfter?.name).toBe('West');
  });

  it('locks an account where its rule put it, so that a changed rule does not move it', async () => {
    const { undoId } = await changeAccounts(ctx, planId, { accountIds: [account(4)], isLocked: true });
    await editTerritory(ctx, planId, east, { places: [] });
    expect(await placeOf(4)).toMatchObject({
      step: 'lock',
      isLocked: true,
      territoryAfter: { name: 'East' },
    });
    expect((await placeOf(5))?.territoryAfter).toBeNull();
    await editTerritory(ctx, planId, east, { places: ['US-NY'] });
    await undoChange(ctx, planId, undoId);
    expect(await placeOf(4)).toMatchObject({ step: 'geography', isLocked: false });
  });

  it('unlocks without moving: by rule where the rule agrees, else by hand', async () => {
    await changeAccounts(ctx, planId, { accountIds: [account(4), account(5)], isLocked: true });
    await changeAccounts(ctx, planId, { accountIds: [account(5)], territoryId: west });
    await changeAccounts(ctx, planId, { accountIds: [account(4), account(5)], isLocked: false });
    expect(await placeOf(4)).toMatchObject({
      step: 'geography',
      isLocked: false,
      territoryAfter: { name: 'East' },
    });
    expect(await placeOf(5)).toMatchObject({
      step: 'named',
      isLocked: false,
      territoryAfter: { name: 'West' },
    });
    await changeAccounts(ctx, planId, { accountIds: [account(5)], toRules: true });
    expect(await placeOf(5)).toMatchObject({ step: 'geography', territoryAfter: { name: 'East' } });
    expect((await getPlan(ctx, planId)).moves).toBe(0);
  });

  it('keeps what later data would move, in its territory or out of all of them', async () => {
    const { connection } = held.current;
    const term = termWriter(connection);
    const move = connection.prepare('UPDATE accounts SET country = ?, state = ? WHERE id = ?');
    move.run(term('account.country', 'US'), term('account.state', 'US-WA'), 5);
    move.run(term('account.country', 'US'), term('account.state', 'US-WA'), 6);
    expect((await getPlan(ctx, planId)).moves).toBe(2);
    await changeAccounts(ctx, planId, {
      accountIds: [account(5), account(6)],
      keep: true,
      reason: 'Renewal',
    });
    expect((await getPlan(ctx, planId)).moves).toBe(0);
    expect(await placeOf(5)).toMatchObject({
      step: 'lock',
      reason: 'Renewal',
      territoryAfter: { name: 'East' },
    });
    expect(await placeOf(6)).toMatchObject({ step: 'lock', territoryAfter: null });
    expect((await getPlan(ctx, planId)).unassignedReasons).toEqual({ kept: 1, noPlace: 0, notCovered: 0 });
  });

  it('keeps out of all territories what the draft had moved into one, as the preview says', async () => {
    const change = { accountIds: [account(6)] };
    const { movesBefore } = await previewChange(ctx, planId, { ...change, keep: true });
    const { undoId } = await changeAccounts(ctx, planId, { ...change, territoryId: east });
    const preview = await previewChange(ctx, planId, { ...change, keep: true });
    expect(preview).toMatchObject({ movesBefore: movesBefore + 1, movesAfter: movesBefore });
    const kept = await changeAccounts(ctx, planId, { ...change, keep: true });
    expect(await placeOf(6)).toMatchObject({ territoryAfter: null, step: 'lock' });
    await undoChange(ctx, planId, kept.undoId);
    await undoChange(ctx, planId, undoId);
  });

  it('finds accounts by CRM id, address and name, and names those it cannot find', () => {
    const texts = ['CRM1', 'https://www.account2.example/about', 'account 3', 'Nobody'];
    const { found, missing } = findNamedAccounts(ctx, planId, texts);
    expect(found.map((item) => item.id)).toEqual([account(1), account(2), account(3)]);
    expect(missing).toEqual(['Nobody']);
  });

  it('counts accounts by place for the picker', () => {
    const { items } = planPlaces(ctx, planId);
    expect(items[0]).toEqual({ code: 'US', label: 'United States', country: null, accounts: 6 });
    expect(items.find((place) => place.code === 'US-WA')).toMatchObject({
      country: 'United States',
      accounts: 5,
    });
    expect(items.find((place) => place.code === 'DE-BY')).toMatchObject({ label: 'Bayern', accounts: 0 });
  });
});

describe('a leader who sees a team', () => {
  const lead = testContext({
    actor: { kind: 'user', role: 'leader', leaderSees: 'team', repId: 2, holderIds: [2] },
  });

  it('changes all that match among the team’s accounts, and no others', async () => {
    const effect = await previewChange(lead, planId, { matching: {}, isLocked: true });
    expect(effect.accounts).toBe(2);
    const { undoId } = await changeAccounts(lead, planId, { matching: {}, territoryId: west });
    expect((await placeOf(4))?.territoryAfter?.name).toBe('West');
    await undoChange(lead, planId, undoId);
    expect((await getPlan(ctx, planId)).moves).toBe(0);
  });

  it('counts locks and suggested moves of the team alone, and no share without anybody to compare with', async () => {
    await changeAccounts(ctx, planId, { accountIds: [account(1)], isLocked: true });
    expect((await getPlan(ctx, planId)).locks).toBe(3);
    const view = await getPlan(lead, planId);
    expect(view).toMatchObject({ locks: 1, moves: 0, accounts: 2 });
    expect(view.books.map((book) => [book.name, book.shareAfter])).toEqual([['Ben', null]]);
    await changeAccounts(ctx, planId, { accountIds: [account(1)], isLocked: false });
  });

  it('does not restructure the plan', async () => {
    await expect(editPlan(lead, planId, { placesNewAccounts: true }, null)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(startPlan(lead, { name: 'Mine', start: 'blank' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('new accounts', () => {
  const later = testContext({ now: ctx.now + 86_400_000 });
  const holdersOf = (id: number) =>
    held.current.connection
      .prepare('SELECT rep_id AS repId, source FROM assignments WHERE account_id = ? AND to_at IS NULL')
      .all(id);

  it('are left alone unless the plan says so', async () => {
    insertAccount(7, 'US-NY', later.now);
    expect(await placeNewAccounts(later)).toEqual({ placed: 0 });
  });

  it('are placed as the version in force says, whatever the draft says meanwhile', async () => {
    await editPlan(ctx, planId, { placesNewAccounts: true }, null);
    expect(await getPlan(ctx, planId)).toMatchObject({ placesNewAccounts: true });
    await editTerritory(ctx, planId, east, { places: [], holders: { ae: [{ repId: rep(1), weight: 1 }] } });
    expect(await placeNewAccounts(later)).toEqual({ placed: 1 });
    expect(holdersOf(7)).toEqual([{ repId: 2, source: 'plan' }]);
    expect(await placeNewAccounts(later)).toEqual({ placed: 0 });
  });

  it('stay unassigned when nothing in force takes them, and old ones are never placed', async () => {
    insertAccount(8, null, later.now);
    insertAccount(9, 'US-NY', 0);
    expect(await placeNewAccounts(later)).toEqual({ placed: 0 });
    expect(holdersOf(8)).toEqual([]);
    expect(holdersOf(9)).toEqual([]);
  });
});

describe('a plan to start from', () => {
  it('takes regions from where accounts are', async () => {
    const id = await startPlan(ctx, { name: 'By place', start: 'places' });
    const { territories, unassigned } = await getPlan(ctx, id);
    expect(territories.map((t) => [t.name, t.accounts])).toEqual([
      ['US West', 5],
      ['US Northeast', 3],
      ['US, rest', 0],
    ]);
    expect(unassigned.accounts).toBe(1);
  });

  it('takes owners from the CRM', async () => {
    const id = await startPlan(ctx, { name: 'By owner', start: 'owners' });
    const { territories } = await getPlan(ctx, id);
    expect(territories.map((t) => [t.name, t.accounts, t.holders[0]?.name])).toEqual([['Ben', 2, 'Ben']]);
  });
});
