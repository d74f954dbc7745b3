import { beforeEach, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { termWriter } from '#db/terms.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { DraftRule } from '#lib/rules/draft.ts';
import { assignTierToAccounts } from '#lib/services/tiers/assign-accounts.ts';
import { assignTierToSegment } from '#lib/services/tiers/assign-segment.ts';
import { createTier } from '#lib/services/tiers/create.ts';
import { explainTier } from '#lib/services/tiers/explain.ts';
import { refreshTiers } from '#lib/services/tiers/refresh.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { tierInput } from '#lib/shared/tier-shapes.ts';
import { createSegment } from './create.ts';
import { explainMembership } from './explain.ts';
import { getSegment } from './get.ts';
import { segmentHistory } from './history.ts';
import { listSegments } from './list.ts';
import { exportMembers, listMembers } from './members.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { publishedRule } from './segment-view.ts';
import { splitChoices, splitSegment } from './split.ts';
import { noteBulk } from './testing/note-bulk.ts';
import { addAccounts, assignTo, draftOf, employeesAtLeast, setEmployees } from './testing/sample-accounts.ts';

const db = useTempStore();
const ctx = testContext();
const DAY_MS = 86_400_000;
let names = 0;
let accountIds: number[] = [];

beforeEach(() => {
  db.current.connection.exec(
    `DELETE FROM segment_members; DELETE FROM account_tiers; DELETE FROM signals; DELETE FROM assignments;
     DELETE FROM accounts; UPDATE segments SET archived_at = 1; UPDATE tiers SET archived_at = 1`,
  );
  accountIds = addAccounts(
    db.current,
    [
      { name: 'Halvorsen Gearworks', employees: 1240, industry: 'Machinery' },
      { name: 'Northgate Hydraulics', employees: 860, industry: 'Machinery' },
      { name: 'Ostrander Axle', employees: 710, industry: 'Automotive' },
      { name: 'Corner Shop', employees: 4, industry: 'Retail' },
    ],
    ctx.now - 400 * DAY_MS,
  );
});

async function published(...rules: DraftRule[]): Promise<string> {
  const segment = await createSegment(ctx, { name: `Segment ${++names}`, draft: draftOf(...rules) });
  await publishSegment(ctx, segment.id);
  await refreshSegments(ctx, { cause: 'data' });
  return segment.id;
}

function intervals(id: string) {
  return db.current.connection
    .prepare(
      `SELECT record_id AS recordId, from_at AS fromAt, to_at AS toAt, enter_cause AS enter, leave_cause AS leave
       FROM segment_members WHERE segment_id = ? ORDER BY record_id, from_at`,
    )
    .all(Number.parseInt(id.slice(4), 36));
}

test('a changed value moves the account out and in again, each with its cause and time', async () => {
  const id = await published(employeesAtLeast('a', 500));
  const [first = 0] = accountIds;
  await setEmployees(ctx, [{ accountId: first, employees: 20 }]);
  await refreshSegments(testContext({ now: ctx.now + 1000 }), { cause: 'data' });
  await setEmployees(ctx, [{ accountId: first, employees: 2000 }]);
  await refreshSegments(testContext({ now: ctx.now + 2000 }), { cause: 'data' });
  expect(intervals(id).slice(0, 2)).toEqual([
    { recordId: first, fromAt: ctx.now, toAt: ctx.now + 1000, enter: 'published', leave: 'data' },
    { recordId: first, fromAt: ctx.now + 2000, toAt: null, enter: 'data', leave: null },
  ]);
  const later = testContext({ now: ctx.now + 3000 });
  const at = (ms: number) => listMembers(later, id, { asOf: new Date(ms).toISOString() });
  expect((await at(ctx.now + 1500)).count).toBe(2);
  expect((await at(ctx.now + 2500)).count).toBe(3);
});

test('a rule with a time window changes at midnight, with time as the cause', async () => {
  const term = termWriter(db.current.connection);
  const [first = 0] = accountIds;
  db.current.connection
    .prepare('INSERT INTO signals (account_id, type, occurred_at) VALUES (?, ?, ?)')
    .run(first, term('signal.type', 'hiring'), ctx.now - 10 * DAY_MS);
  noteBulk(db.current, 'signal', ctx.now);
  const id = await published({
    id: 'hiring',
    kind: 'related',
    entity: 'signal',
    where: null,
    window: { last: 10, unit: 'day' },
    measure: { fn: 'count' },
    operator: 'gte',
    value: 1,
  });
  expect((await listMembers(ctx, id, {})).count).toBe(1);
  const beforeMidnight = testContext({ now: Date.UTC(2026, 10, 22, 23, 59, 59) });
  const midnight = testContext({ now: Date.UTC(2026, 10, 23, 0, 0, 1) });
  expect(await refreshSegments(beforeMidnight, { cause: 'time' })).toMatchObject({ left: 0 });
  expect(await refreshSegments(midnight, { cause: 'time' })).toMatchObject({ left: 1, failed: [] });
  expect(intervals(id)).toEqual([
    { recordId: first, fromAt: ctx.now, toAt: midnight.now, enter: 'published', leave: 'time' },
  ]);
  const history = await segmentHistory(midnight, id);
  expect(history.items.map(({ kind, cause }) => [kind, cause])).toEqual([
    ['left', 'time'],
    ['entered', 'published'],
  ]);
  expect(history.days.map(({ entered, left, members }) => [entered, left, members])).toEqual([
    [1, 0, 1],
    [0, 1, 0],
  ]);
});

test('what a refresh writes is what a fresh evaluation answers, and doing it again changes nothing', async () => {
  const id = await published(employeesAtLeast('a', 500));
  const row = getSegment(ctx, id);
  const definition = row.published?.definition;
  if (!definition) throw new Error('not published');
  const fresh = await evaluator().members({ definition, asOf: ctx.now, now: ctx.now, scope: { all: true } });
  const stored = intervals(id) as { recordId: number }[];
  expect(stored.map(({ recordId }) => recordId)).toEqual([...fresh]);
  expect(await refreshSegments(ctx, { cause: 'data' })).toMatchObject({ entered: 0, left: 0 });
});

test('a new rule version moves members with rule as the cause', async () => {
  const id = await published(employeesAtLeast('a', 500));
  const { connection } = db.current;
  connection
    .prepare('UPDATE segments SET draft = ? WHERE id = ?')
    .run(JSON.stringify(draftOf(employeesAtLeast('a', 800))), Number.parseInt(id.slice(4), 36));
  const later = testContext({ now: ctx.now + 5000 });
  await publishSegment(later, id);
  expect(await listMembers(later, id, {})).toMatchObject({ count: 2, isFromRule: true });
  await refreshSegments(later, { cause: 'data' });
  expect(await listMembers(later, id, {})).toMatchObject({ count: 2, isFromRule: false });
  expect(intervals(id).filter((row) => (row as { leave: string }).leave === 'rule')).toHaveLength(1);
});

test('a rule that broke keeps its last members and says what is wrong', async () => {
  const { connection } = db.current;
  connection
    .prepare(
      "INSERT INTO custom_fields (entity, key, label, type, created_at) VALUES ('account', 'plants', 'Plants', 'number', 0)",
    )
    .run();
  noteBulk(db.current, 'field', ctx.now);
  const id = await published({ id: 'p', kind: 'field', field: 'custom.plants', operator: 'empty' });
  connection.prepare("UPDATE custom_fields SET archived_at = 1 WHERE key = 'plants'").run();
  noteBulk(db.current, 'field', ctx.now);
  const result = await refreshSegments(testContext({ now: ctx.now + 1000 }), { cause: 'data' });
  expect(result.failed.map((failed) => failed.id)).toEqual([id]);
  expect(getSegment(ctx, id)).toMatchObject({
    freshAt: ctx.now,
    lastError: expect.stringContaining('no longer exists'),
  });
  expect((await listMembers(ctx, id, {})).count).toBe(4);
  expect((await listSegments(ctx, { status: 'failing' })).map((segment) => segment.id)).toEqual([id]);
});

test('a refresh gives tiers by the segments: the highest wins, the losing ones are told', async () => {
  const tier = (rank: number) =>
    createTier(
      ctx,
      tierInput.parse({ name: `T${++names}`, rank, touchesFrom: 1, touchesTo: 2, channelMix: { email: 1 } }),
    );
  const [high, low] = [await tier(1), await tier(2)];
  const big = await published(employeesAtLeast('a', 1000));
  const all = await published(employeesAtLeast('a', 1));
  await assignTierToSegment(ctx, all, low.id);
  await assignTierToSegment(ctx, big, high.id);
  await refreshTiers(ctx);
  const [first = '', second = ''] = accountIds.map((rowId) => toPublicId('account', rowId));
  const explained = explainTier(ctx, first);
  expect(explained.winner).toMatchObject({ tier: { id: high.id }, segment: { id: big } });
  expect(explained.losing).toMatchObject([{ tier: { id: low.id }, segment: { id: all } }]);
  expect(explainTier(ctx, second).winner?.tier.id).toBe(low.id);
  await assignTierToAccounts(ctx, { accountIds: [second], tierId: high.id });
  expect(explainTier(ctx, second).winner).toMatchObject({ cause: 'account' });
});

test('a rep sees only the members in their own book, in counts too', async () => {
  const id = await published(employeesAtLeast('a', 500));
  const repId = assignTo(db.current, accountIds.slice(0, 1), 'Jo Rep', ctx.now);
  const rep = testContext({ actor: { kind: 'user', userId: 7, role: 'rep', holderIds: [repId] } });
  expect((await listMembers(rep, id, {})).items.map((item) => item.name)).toEqual(['Halvorsen Gearworks']);
  expect((await listSegments(rep))[0]?.members).toBe(1);
  expect((await segmentHistory(rep, id)).items).toHaveLength(1);
  const foreign = toPublicId('account', accountIds[1] ?? 0);
  await expect(explainMembership(rep, { segmentId: id, recordId: foreign })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('an explanation labels every condition and shows the value of the account', async () => {
  const id = await published(employeesAtLeast('a', 500));
  const recordId = toPublicId('account', accountIds[3] ?? 0);
  const { isMember, tree, segment } = await explainMembership(ctx, { segmentId: id, recordId });
  expect(isMember).toBe(false);
  expect(segment?.id).toBe(id);
  expect(tree).toMatchObject({ kind: 'group', op: 'all', label: 'All of', outcome: false });
  expect(tree.children[0]).toMatchObject({
    label: 'Employees is at least 500',
    outcome: false,
    known: true,
    actual: '4',
  });
});

test('splitting makes a published child per value, each "in the parent and that value"', async () => {
  const id = await published(employeesAtLeast('a', 500));
  const { choices, members } = await splitChoices(ctx, id, 'industry');
  expect(members).toBe(3);
  expect(choices.map(({ label, count }) => [label, count])).toEqual([
    ['Machinery', 2],
    ['Automotive', 1],
  ]);
  const children = await splitSegment(ctx, id, {
    field: 'industry',
    values: choices.map(({ value }) => ({ value })),
    publish: true,
  });
  await refreshSegments(ctx, { cause: 'data' });
  expect(children.map((child) => child.parent?.id)).toEqual([id, id]);
  expect(
    (await listSegments(ctx, { parentId: id, sort: 'members', descending: true })).map(
      (item) => item.members,
    ),
  ).toEqual([2, 1]);
});

test('members leave as a file, accounts or their contacts', async () => {
  const id = await published(employeesAtLeast('a', 1000));
  db.current.connection
    .prepare(
      `INSERT INTO contacts (account_id, name, name_folded, email, reachable, created_at, updated_at)
       VALUES (?, 'Jo March', 'JO MARCH', 'jo@halvorsen.example', 1, 0, 0)`,
    )
    .run(accountIds[0]);
  const accounts = await exportMembers(ctx, id, { of: 'accounts' });
  expect(accounts.rows.map((row) => row.name)).toEqual(['Halvorsen Gearworks']);
  const contacts = await exportMembers(ctx, id, { of: 'contacts' });
  expect(contacts.rows).toMatchObject([{ name: 'Jo March', isReachable: true }]);
  const viewer = testContext({ actor: { kind: 'user', userId: 8, role: 'viewer' } });
  await expect(exportMembers(viewer, id, { of: 'accounts' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a segment of contacts has contacts as members and gives no tier', async () => {
  const insert = db.current.connection.prepare(
    `INSERT INTO contacts (account_id, name, name_folded, reachable, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0)`,
  );
  insert.run(accountIds[0], 'Ann Able', 'ANN ABLE', 1);
  insert.run(accountIds[3], 'Bo Bell', 'BO BELL', 1);
  insert.run(accountIds[0], 'Cy Cole', 'CY COLE', 0);
  noteBulk(db.current, 'contact', ctx.now);
  const segment = await createSegment(ctx, {
    name: `Segment ${++names}`,
    draft: {
      version: 1,
      entity: 'contact',
      root: {
        id: 'root',
        kind: 'group',
        op: 'all',
        rules: [
          { id: 'a', kind: 'field', field: 'reachable', operator: 'isTrue' },
          { id: 'b', kind: 'field', field: 'account.employees', operator: 'gte', value: 500 },
        ],
      },
    },
  });
  await publishSegment(ctx, segment.id);
  await refreshSegments(ctx, { cause: 'data' });
  expect(await listMembers(ctx, segment.id, {})).toMatchObject({
    entity: 'contact',
    count: 1,
    items: [{ name: 'Ann Able', account: { name: 'Halvorsen Gearworks' } }],
  });
  expect((await exportMembers(ctx, segment.id, { of: 'contacts' })).rows).toHaveLength(1);
  await expect(exportMembers(ctx, segment.id, { of: 'accounts' })).rejects.toThrow('segment of contacts');
  const tier = await createTier(
    ctx,
    tierInput.parse({ name: `T${++names}`, rank: 1, touchesFrom: 1, touchesTo: 2, channelMix: { email: 1 } }),
  );
  await expect(assignTierToSegment(ctx, segment.id, tier.id)).rejects.toThrow('only accounts have a tier');
});

test('the stored rule of a version is what was published', async () => {
  const id = await published(employeesAtLeast('a', 500));
  expect(
    publishedRule({ definition: JSON.stringify(getSegment(ctx, id).published?.definition) }),
  ).toMatchObject({
    root: { rules: [{ field: 'employees', operator: 'gte', value: 500 }] },
  });
});
