import { beforeEach, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { createSegment } from './create.ts';
import { duplicateSegment } from './duplicate.ts';
import { getSegment } from './get.ts';
import { publishImpact } from './impact.ts';
import { listSegments } from './list.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { restoreSegment, retireSegment } from './retire.ts';
import { saveDraft } from './save-draft.ts';
import { addAccounts, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';
import { trashSegment, untrashSegment } from './trash.ts';
import { compareVersions, listVersions, restoreVersion } from './versions.ts';
import { whereUsed } from './where-used.ts';

const db = useTempStore();
const ctx = testContext({ actor: { kind: 'user', userId: null, name: 'Dara Winslade', role: 'revops' } });
let names = 0;
const name = () => `Segment ${++names}`;

function auditOf(id: string): string[] {
  return db.current.connection
    .prepare<[number], string>(
      "SELECT action FROM audit WHERE entity = 'segment' AND record_id = ? ORDER BY id",
    )
    .pluck()
    .all(Number.parseInt(id.slice(4), 36));
}

beforeEach(() => {
  db.current.connection.exec(
    'DELETE FROM segment_members; DELETE FROM accounts; UPDATE segments SET archived_at = 1',
  );
  addAccounts(
    db.current,
    [
      {
        name: 'Halvorsen Gearworks',
        employees: 1240,
        domain: 'halvorsen.example',
        externalId: '001A0000006Vm9uIAC',
      },
      { name: 'Northgate Hydraulics', employees: 860 },
      { name: 'Ostrander Axle', employees: 90 },
      { name: 'Unknown Size' },
    ],
    ctx.now,
  );
});

async function published(draft: Draft = draftOf(employeesAtLeast('a', 500))) {
  const segment = await createSegment(ctx, { name: name(), draft });
  await publishSegment(ctx, segment.id);
  await refreshSegments(ctx, { cause: 'data' });
  return getSegment(ctx, segment.id);
}

test('a new segment is a draft with its name once in the workspace', async () => {
  const segment = await createSegment(ctx, { name: name() });
  expect(segment).toMatchObject({ status: 'draft', published: null, version: 1 });
  await expect(createSegment(ctx, { name: segment.name.toLowerCase() })).rejects.toMatchObject({
    issues: [{ path: '/name', code: 'name_taken' }],
  });
});

test('pasted domains, addresses and ids become a rule; unknown lines stay and are told', async () => {
  const segment = await createSegment(ctx, {
    name: name(),
    domainsOrIds: [
      'https://www.halvorsen.com/about',
      'jo@northgate.com',
      '001A0000006Vm9u',
      'halvorsen.com',
      'two words',
      ' ',
    ],
  });
  expect(segment.draft.root).toMatchObject({
    op: 'any',
    rules: [
      { field: 'domain', operator: 'in', value: ['halvorsen.com', 'northgate.com'] },
      { field: 'externalId', operator: 'in', value: ['001A0000006Vm9uIAC'] },
    ],
  });
  expect(segment).toMatchObject({
    notFound: ['https://www.halvorsen.com/about', 'jo@northgate.com', 'halvorsen.com'],
    unreadable: ['two words'],
  });
});

test('a stale save is a conflict with the stored segment, and nothing is lost', async () => {
  const segment = await createSegment(ctx, { name: name() });
  const saved = await saveDraft(ctx, segment.id, { draft: draftOf(employeesAtLeast('a', 10)) }, 1);
  expect(saved.version).toBe(2);
  const stale = saveDraft(ctx, segment.id, { draft: draftOf(employeesAtLeast('a', 99)) }, 1);
  await expect(stale).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } });
  expect(getSegment(ctx, segment.id).draft).toEqual(saved.draft);
});

test('publishing refuses unfinished and muted conditions with a pointer to each', async () => {
  const segment = await createSegment(ctx, {
    name: name(),
    draft: draftOf(
      employeesAtLeast('a', 500),
      { id: 'b', kind: 'field', field: 'industry', operator: 'in' },
      { ...employeesAtLeast('c', 10), muted: true },
    ),
  });
  await expect(publishSegment(ctx, segment.id)).rejects.toMatchObject({
    code: 'invalid',
    issues: [
      { path: '/root/rules/1', code: 'unfinished' },
      { path: '/root/rules/2', code: 'muted' },
    ],
  });
  expect(getSegment(ctx, segment.id).status).toBe('draft');
});

test('an empty rule is not published by accident', async () => {
  const segment = await createSegment(ctx, { name: name() });
  await expect(publishSegment(ctx, segment.id)).rejects.toThrow('no condition yet');
});

test('publishing makes an immutable version, its members, a review date and an audit entry', async () => {
  const segment = await published();
  expect(segment).toMatchObject({
    status: 'published',
    hasUnpublishedChanges: false,
    freshAt: ctx.now,
    published: { number: 1, memberCount: 2 },
    reviewDueOn: 20_779 + 90,
  });
  expect(auditOf(segment.id)).toEqual(['segment.create', 'segment.publish']);
  await expect(publishSegment(ctx, segment.id)).rejects.toThrow('nothing to publish');
});

test('publishing what someone else has changed since it was reviewed is a conflict', async () => {
  const segment = await createSegment(ctx, { name: name(), draft: draftOf(employeesAtLeast('a', 500)) });
  await saveDraft(ctx, segment.id, { draft: draftOf(employeesAtLeast('a', 900)) }, 1);
  await expect(publishSegment(ctx, segment.id, { version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`${ctx.actor.name} changed "${segment.name}"`),
  });
});

test('the review says who comes and goes, in numbers and in words, and writes nothing', async () => {
  const segment = await published();
  await saveDraft(ctx, segment.id, { draft: draftOf(employeesAtLeast('a', 1000)) }, segment.version);
  const impact = await publishImpact(ctx, segment.id);
  expect(impact).toMatchObject({ number: 2, before: 2, after: 1, entering: 0, leaving: 1, staying: 1 });
  expect(impact.samples.leaving.map((account) => account.name)).toEqual(['Northgate Hydraulics']);
  expect(impact.tiers).toEqual([{ id: null, label: 'No tier', entering: 0, leaving: 1 }]);
  expect(impact.changes).toHaveLength(1);
  expect(getSegment(ctx, segment.id).published?.number).toBe(1);
});

test('versions are listed with what changed, and an old one can be the draft again', async () => {
  const first = await published();
  await saveDraft(ctx, first.id, { draft: draftOf(employeesAtLeast('a', 50)) }, first.version);
  await publishSegment(ctx, first.id, { note: 'Smaller ones too' });
  const versions = listVersions(ctx, first.id);
  expect(versions.map(({ number, note }) => [number, note])).toEqual([
    [2, 'Smaller ones too'],
    [1, null],
  ]);
  expect(versions[0]?.changes).toEqual(compareVersions(ctx, first.id, 1, 2));
  const restored = await restoreVersion(ctx, first.id, 1, null);
  expect(restored).toMatchObject({
    draft: first.draft,
    hasUnpublishedChanges: true,
    published: { number: 2 },
  });
});

test('a retired segment keeps its version and members, and comes back with both', async () => {
  const segment = await published();
  await retireSegment(ctx, segment.id);
  expect((await listSegments(ctx, { status: 'retired' }))[0]).toMatchObject({ id: segment.id, members: 2 });
  const back = await restoreSegment(ctx, segment.id);
  expect(back).toMatchObject({ status: 'published', published: { number: 1 } });
  await expect(retireSegment(ctx, (await createSegment(ctx, { name: name() })).id)).rejects.toThrow(
    'never published',
  );
});

test('a segment that other rules ask about is not thrown away; the refusal names them', async () => {
  const parent = await published();
  const child = await createSegment(ctx, {
    name: name(),
    draft: draftOf({ id: 's', kind: 'segment', segmentId: parent.id, member: true }),
  });
  expect(whereUsed(ctx, parent.id)).toEqual([{ kind: 'segment', id: child.id, name: child.name }]);
  await expect(trashSegment(ctx, parent.id)).rejects.toThrow(child.name);
  await trashSegment(ctx, child.id);
  await trashSegment(ctx, parent.id);
  expect(await listSegments(ctx)).toEqual([]);
  expect((await untrashSegment(ctx, parent.id)).archivedAt).toBeNull();
});

test('a cycle is refused with its path by name', async () => {
  const first = await published();
  const second = await createSegment(ctx, {
    name: name(),
    draft: draftOf({ id: 's', kind: 'segment', segmentId: first.id, member: true }),
  });
  await publishSegment(ctx, second.id);
  await saveDraft(
    ctx,
    first.id,
    { draft: draftOf({ id: 's', kind: 'segment', segmentId: second.id, member: true }) },
    first.version,
  );
  await expect(publishSegment(ctx, first.id)).rejects.toThrow(
    `${first.name} → ${second.name} → ${first.name}`,
  );
});

test('a duplicate has the rule and not the tier; a segment cannot stand below itself', async () => {
  const segment = await published();
  const copy = await duplicateSegment(ctx, segment.id);
  expect(copy).toMatchObject({ name: `Copy of ${segment.name}`, status: 'draft', tier: null });
  const below = await saveDraft(ctx, copy.id, { parentId: segment.id }, copy.version);
  expect(below.parent?.id).toBe(segment.id);
  await expect(saveDraft(ctx, segment.id, { parentId: copy.id }, segment.version)).rejects.toThrow(
    'below itself',
  );
});

test('a leader edits drafts and cannot publish; a viewer can do neither', async () => {
  const leader = testContext({ actor: { kind: 'user', userId: null, role: 'leader', leaderSees: 'all' } });
  const viewer = testContext({ actor: { kind: 'user', userId: null, role: 'viewer' } });
  const segment = await createSegment(leader, { name: name(), draft: draftOf(employeesAtLeast('a', 1)) });
  await expect(publishSegment(leader, segment.id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(createSegment(viewer, { name: name() })).rejects.toMatchObject({ code: 'forbidden' });
});

test('an id that names nothing is not found', () => {
  expect(() => getSegment(ctx, toPublicId('segment', 999_999))).toThrow('There is no segment');
  expect(() => getSegment(ctx, 'acc_1')).toThrow('There is no segment');
});
