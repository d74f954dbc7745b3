import { beforeEach, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { createTier } from '#lib/services/tiers/create.ts';
import { bulkSegments } from './bulk.ts';
import { createSegment } from './create.ts';
import { getSegment } from './get.ts';
import { listSegments } from './list.ts';
import { membersOfManyFile } from './members-of-many.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { retireSegment } from './retire.ts';
import { saveDraft } from './save-draft.ts';
import { addAccounts, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';
import { whereUsed } from './where-used.ts';
import { createView } from '#lib/services/views/save.ts';

const db = useTempStore();
const ctx = testContext({ actor: { kind: 'user', userId: null, name: 'Dara Winslade', role: 'revops' } });
let names = 0;

beforeEach(() => {
  db.current.connection.exec(
    'DELETE FROM segment_members; DELETE FROM accounts; UPDATE segments SET archived_at = 1',
  );
  addAccounts(
    db.current,
    [
      { name: 'Halvorsen Gearworks', employees: 1240 },
      { name: 'Northgate Hydraulics', employees: 860 },
    ],
    ctx.now,
  );
});

async function published(atLeast: number) {
  const draft = draftOf(employeesAtLeast('a', atLeast));
  const segment = await createSegment(ctx, { name: `Bulk ${++names}`, draft });
  await publishSegment(ctx, segment.id);
  await refreshSegments(ctx, { cause: 'data' });
  return segment;
}

test('a tag goes on many segments in one spelling, filters the list, and comes off again', async () => {
  const [first, second] = [await published(500), await published(1000)];
  await bulkSegments(ctx, { action: 'tag', ids: [first.id], tag: 'EMEA' });
  const both = { action: 'tag' as const, ids: [first.id, second.id], tag: 'emea' };
  const outcome = await bulkSegments(ctx, both);
  expect(outcome).toMatchObject({ changed: [{ id: second.id }], refused: [] });
  expect(getSegment(ctx, second.id).tags).toEqual(['EMEA']);
  expect((await listSegments(ctx, { tags: ['Emea'] })).map((item) => item.id)).toEqual([first.id, second.id]);
  await bulkSegments(ctx, { action: 'untag', ids: [first.id], tag: 'EMEA' });
  expect((await listSegments(ctx, { tags: ['EMEA'] })).map((item) => item.id)).toEqual([second.id]);
});

test('tagging leaves the version that editors hold; saving tags by hand replaces them', async () => {
  const segment = await createSegment(ctx, { name: `Bulk ${++names}` });
  await bulkSegments(ctx, { action: 'tag', ids: [segment.id], tag: 'Old' });
  const saved = await saveDraft(ctx, segment.id, { tags: ['New', 'Newer'] }, segment.version);
  expect(saved.tags).toEqual(['New', 'Newer']);
});

test('what cannot be done is told by name and leaves the others done', async () => {
  const segment = await published(500);
  const draft = await createSegment(ctx, { name: `Bulk ${++names}` });
  const outcome = await bulkSegments(ctx, { action: 'retire', ids: [draft.id, segment.id] });
  expect(outcome.changed.map(({ id }) => id)).toEqual([segment.id]);
  expect(outcome.refused).toMatchObject([
    { id: draft.id, message: expect.stringContaining('never published') },
  ]);
  expect(getSegment(ctx, segment.id).status).toBe('retired');
});

test('a segment that something asks about retires only when the person says so', async () => {
  const asked = await published(500);
  const asking = await createSegment(ctx, {
    name: `Bulk ${++names}`,
    draft: draftOf({ id: 's', kind: 'segment', segmentId: asked.id, member: true }),
  });
  await expect(retireSegment(ctx, asked.id)).rejects.toMatchObject({
    issues: [{ code: 'in_use', message: expect.stringContaining(asking.name) }],
  });
  expect((await retireSegment(ctx, asked.id, { evenIfUsed: true })).status).toBe('retired');
});

test('a tier for many says what each gave before, and where it is used names tier and saved views', async () => {
  const tier = await createTier(ctx, {
    ...{ name: 'Tier bulk', description: null, rank: 1, touchesFrom: 1, touchesTo: 2 },
    ...{ channelMix: { email: 1 }, responseSlaHours: null, maxAccountsPerRep: null, workedBy: null },
  });
  const segment = await published(500);
  const outcome = await bulkSegments(ctx, { action: 'tier', ids: [segment.id], tierId: tier.id });
  expect(outcome.changed).toEqual([{ id: segment.id, name: segment.name, tierId: null }]);
  db.current.connection.exec(
    `INSERT INTO users (id, email, email_folded, name, role, created_at, updated_at)
     VALUES (7, 'd@example.com', 'd@example.com', 'Dara', 'revops', 0, 0)`,
  );
  const dara = testContext({ actor: { kind: 'user', userId: 7, name: 'Dara', role: 'revops' } });
  const state = { query: { segment: segment.id } };
  await createView(dara, { page: 'accounts', name: 'My list', isShared: false, state });
  const longer = { query: { segment: `${segment.id}0` } };
  await createView(dara, { page: 'accounts', name: 'Another', isShared: false, state: longer });
  expect(whereUsed(dara, segment.id).map(({ kind, name }) => [kind, name])).toEqual([
    ['tier', 'Tier bulk'],
    ['view', 'My list'],
  ]);
});

test('members of several segments come in one file, each row behind its segment', async () => {
  const [wide, narrow] = [await published(500), await published(1000)];
  const file = await membersOfManyFile(ctx, [wide.id, narrow.id], 'accounts');
  expect(file.rows.map((row) => [row[0], row[3]])).toEqual([
    [wide.name, 'Halvorsen Gearworks'],
    [wide.name, 'Northgate Hydraulics'],
    [narrow.name, 'Halvorsen Gearworks'],
  ]);
});

test('the size over a year begins when the membership does', async () => {
  const segment = await published(500);
  const later = testContext({ now: ctx.now + 200 * 86_400_000, actor: ctx.actor });
  const item = (await listSegments(later)).find(({ id }) => id === segment.id);
  expect(item?.trend).toHaveLength(13);
  expect(item?.trend[0]).toBe(0);
  expect(item?.trend.at(-1)).toBe(2);
});
