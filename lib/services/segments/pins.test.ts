import { beforeEach, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { createList } from './create-list.ts';
import { createSegment } from './create.ts';
import { explainMembership } from './explain.ts';
import { getSegment } from './get.ts';
import { segmentHistory } from './history.ts';
import { publishImpact } from './impact.ts';
import { listMembers } from './members.ts';
import { segmentPageHead } from './page-head.ts';
import { listPins, pinRecords, unpinRecords } from './pin.ts';
import { previewSegment } from './preview.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { writeRuleForm } from './write-rule-form.ts';
import { saveDraft } from './save-draft.ts';
import { addAccounts, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';
import { duplicateSegment } from './duplicate.ts';
import { previewInput } from '#lib/shared/preview-shapes.ts';
import { noteBulk } from './testing/note-bulk.ts';
import { runCopied } from './testing/run-copied.ts';

const db = useTempStore();
const actor = { kind: 'user' as const, userId: null, name: 'Dara Winslade', role: 'revops' as const };
const ctx = testContext({ actor });
const DAY_MS = 86_400_000;
const at = (ms: number) => testContext({ actor, now: ctx.now + ms });
let names = 0;
let accounts: string[] = [];

beforeEach(() => {
  db.current.connection.exec(
    'DELETE FROM segment_members; DELETE FROM segment_pins; DELETE FROM accounts; UPDATE segments SET archived_at = 1',
  );
  noteBulk(db.current, 'account', ctx.now);
  accounts = addAccounts(
    db.current,
    [
      { name: 'Halvorsen', employees: 1240, domain: 'halvorsen.com', externalId: '001A0000006Vm9uIAC' },
      { name: 'Northgate', employees: 860, domain: 'northgate.com' },
      { name: 'Ostrander', employees: 90, domain: 'ostrander.com' },
    ],
    ctx.now,
  ).map((id) => toPublicId('account', id));
});

async function published(rule = employeesAtLeast('a', 500)) {
  const segment = await createSegment(ctx, { name: `Pinned ${++names}`, draft: draftOf(rule) });
  await publishSegment(ctx, segment.id);
  await refreshSegments(ctx, { cause: 'data' });
  return segment;
}

async function members(id: string): Promise<string[]> {
  const when = at(10 * DAY_MS);
  return (await listMembers(when, id, {})).items.map((item) => item.name ?? '');
}

const pinOf = (side: 'in' | 'out', record: string, expiresOn: number | null = null) => ({
  ...{ side, records: [record], reason: 'Agreed with sales', expiresOn },
});

test('a pin shows among the members at once, before the job has written them', async () => {
  const segment = await published();
  await pinRecords(at(1000), segment.id, pinOf('out', accounts[0] ?? ''));
  const page = await listMembers(at(1500), segment.id, {});
  expect(page.items.map((item) => item.name)).toEqual(['Northgate']);
  expect(page.isFromRule).toBe(true);
  await unpinRecords(at(2000), segment.id, [accounts[0] ?? '']);
  expect((await listMembers(at(2500), segment.id, {})).count).toBe(2);
  await refreshSegments(at(3000), { cause: 'pin' });
  expect(await listMembers(at(3500), segment.id, {})).toMatchObject({ count: 2, isFromRule: false });
});

test('an explanation names the pin of the record and whether the person may change it', async () => {
  const segment = await published();
  await pinRecords(at(1000), segment.id, pinOf('in', accounts[0] ?? ''));
  const question = { segmentId: segment.id, recordId: accounts[0] ?? '' };
  expect((await explainMembership(at(2000), question)).pinning).toMatchObject({
    segment: { id: segment.id, entity: 'account', kind: 'rule' },
    pin: { side: 'in', reason: 'Agreed with sales' },
    mayPin: true,
  });
  const viewer = testContext({ actor: { ...actor, role: 'viewer' }, now: ctx.now + 2000 });
  expect((await explainMembership(viewer, question)).pinning?.mayPin).toBe(false);
  const other = { ...question, recordId: accounts[1] ?? '' };
  expect((await explainMembership(at(2000), other)).pinning?.pin).toBeNull();
});

test('who is pinned in or kept out is so whatever the rule says, also for segments that ask about it', async () => {
  const segment = await published();
  const asking = await published({ id: 's', kind: 'segment', segmentId: segment.id, member: true });
  await pinRecords(at(1000), segment.id, pinOf('in', 'https://www.ostrander.com/'));
  await pinRecords(at(1000), segment.id, pinOf('out', accounts[0] ?? ''));
  await refreshSegments(at(2000), { cause: 'pin' });
  expect(await members(segment.id)).toEqual(['Northgate', 'Ostrander']);
  expect(await members(asking.id)).toEqual(['Northgate', 'Ostrander']);
  expect(listPins(at(3000), segment.id)).toMatchObject({
    counts: { in: 1, out: 1 },
    items: [
      { name: 'Halvorsen', side: 'out', reason: 'Agreed with sales' },
      { name: 'Ostrander', side: 'in', expiresOn: null },
    ],
  });
  const history = await segmentHistory(at(3000), segment.id, {});
  expect(history.items.slice(0, 2).map(({ name, kind, cause }) => [name, kind, cause])).toEqual([
    ['Ostrander', 'entered', 'pin'],
    ['Halvorsen', 'left', 'pin'],
  ]);
});

test('a pin holds through its last day and runs out at midnight; taken away, the rule decides again', async () => {
  const segment = await published();
  const today = Math.floor(ctx.now / DAY_MS);
  await expect(pinRecords(ctx, segment.id, pinOf('in', 'ostrander.com', today - 1))).rejects.toMatchObject({
    issues: [{ path: '/expiresOn' }],
  });
  await pinRecords(at(1000), segment.id, pinOf('in', 'ostrander.com', today + 1));
  await pinRecords(at(1000), segment.id, pinOf('out', 'northgate.com'));
  await refreshSegments(at(DAY_MS), { cause: 'time' });
  expect(await members(segment.id)).toEqual(['Halvorsen', 'Ostrander']);
  await refreshSegments(at(3 * DAY_MS), { cause: 'time' });
  expect(await members(segment.id)).toEqual(['Halvorsen']);
  expect(await unpinRecords(at(4 * DAY_MS), segment.id, [accounts[1] ?? ''])).toMatchObject({ unpinned: 1 });
  await refreshSegments(at(4 * DAY_MS), { cause: 'pin' });
  expect(await members(segment.id)).toEqual(['Halvorsen', 'Northgate']);
});

test('a rep is told of the pins in the own book only, and counts no others', async () => {
  const segment = await published();
  await pinRecords(at(1000), segment.id, pinOf('in', 'ostrander.com'));
  await pinRecords(at(1000), segment.id, pinOf('out', 'northgate.com'));
  db.current.connection.exec(
    `INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (71, 'Ana', 'ANA', 0, 0)`,
  );
  db.current.connection
    .prepare(
      `INSERT INTO assignments (account_id, slot, rep_id, from_at, source) VALUES (?, 'ae', 71, 0, 'manual')`,
    )
    .run(toRowId('account', accounts[1] ?? ''));
  const rep = testContext({
    now: ctx.now + 2000,
    actor: { kind: 'user', userId: null, name: 'Ana', role: 'rep', holderIds: [71] },
  });
  expect(listPins(rep, segment.id)).toMatchObject({
    items: [{ name: 'Northgate', side: 'out' }],
    counts: { in: 0, out: 1 },
  });
  expect(segmentPageHead(rep, segment.id).pins).toBe(1);
  expect(segmentPageHead(at(2000), segment.id).pins).toBe(2);
});

test('an explanation says who pinned, why and until when, and leaves pins out where there is none', async () => {
  const segment = await published();
  await pinRecords(at(1000), segment.id, pinOf('in', 'ostrander.com', Math.floor(ctx.now / DAY_MS) + 3));
  await pinRecords(at(1000), segment.id, pinOf('out', 'northgate.com'));
  const explain = (recordId: string) => explainMembership(at(2000), { segmentId: segment.id, recordId });
  const [plain, out, pinned] = [
    await explain(accounts[0] ?? ''),
    await explain(accounts[1] ?? ''),
    await explain(accounts[2] ?? ''),
  ];
  expect(plain).toMatchObject({ isMember: true, tree: { id: 'root', children: [{ id: 'a' }] } });
  expect(pinned).toMatchObject({
    isMember: true,
    tree: {
      children: [
        { kind: 'pinned', label: 'Pinned in', outcome: true },
        { id: 'root', outcome: false },
      ],
    },
  });
  expect(pinned.tree.children[0]?.actual).toMatch(/^pinned in since .+ until .+: Agreed with sales$/);
  expect(out).toMatchObject({
    isMember: false,
    tree: {
      children: [
        { kind: 'pinned', label: 'Kept out', outcome: false },
        { id: 'root', outcome: true },
      ],
    },
  });
});

test('the review and the preview of a draft count pins; nothing that pins hold in is said to leave', async () => {
  const segment = await published();
  await pinRecords(at(1000), segment.id, pinOf('in', 'northgate.com'));
  await refreshSegments(at(2000), { cause: 'pin' });
  const draft = draftOf(employeesAtLeast('a', 1000));
  await saveDraft(at(3000), segment.id, { draft }, getSegment(ctx, segment.id).version);
  const impact = await publishImpact(at(4000), segment.id);
  expect(impact).toMatchObject({ before: 2, after: 2, leaving: 0, pins: { in: 1, out: 0 } });
  const asked = previewInput.parse({ definition: draft, segmentId: segment.id, perCondition: true });
  const preview = await previewSegment(at(4000), asked);
  expect(preview.count).toBe(2);
  expect(preview.conditions?.a?.alone).toBe(1);
});

test('a fixed list holds who was named, says who is unknown, and is used like any segment', async () => {
  const records = ['halvorsen.com', '001A0000006Vm9u', 'jo@ostrander.com', 'nobody.example.org', 'two words'];
  const { segment, notFound } = await createList(ctx, { name: `List ${++names}`, records });
  expect(notFound).toEqual(['nobody.example.org', 'two words']);
  expect(segment).toMatchObject({ kind: 'list', status: 'published' });
  const asking = await published({ id: 's', kind: 'segment', segmentId: segment.id, member: false });
  expect(await members(segment.id)).toEqual(['Halvorsen', 'Ostrander']);
  expect(await members(asking.id)).toEqual(['Northgate']);
  await expect(saveDraft(ctx, segment.id, { draft: draftOf() }, segment.version)).rejects.toThrow(
    'fixed list',
  );
  const definition = draftOf({ id: 's', kind: 'segment', segmentId: segment.id, member: true });
  expect(writeRuleForm(ctx, 'json-logic', { definition })).toMatchObject({
    text: null,
    issues: [{ path: '/root/rules/0', message: expect.stringContaining('JsonLogic cannot say that') }],
  });
  expect(writeRuleForm(ctx, 'sqlite', { definition }).text).toContain('FROM segment_pins p');
});

test('SQL copied of a segment finds its members, pins of its own and of segments it asks about included', async () => {
  const segment = await published();
  const asking = await published({ id: 's', kind: 'segment', segmentId: segment.id, member: true });
  const [halvorsen = '', northgate = '', ostrander = ''] = accounts;
  await pinRecords(at(1000), segment.id, pinOf('in', ostrander));
  await pinRecords(at(1000), segment.id, pinOf('out', halvorsen));
  await pinRecords(at(1000), asking.id, pinOf('out', northgate));
  await pinRecords(at(1000), asking.id, pinOf('in', halvorsen));
  await unpinRecords(at(2000), segment.id, [halvorsen]);
  await refreshSegments(at(3000), { cause: 'pin' });
  const when = at(4000);
  for (const { id } of [segment, asking]) {
    const definition = getSegment(when, id).published?.definition;
    const { text, notes } = writeRuleForm(when, 'sqlite', { definition, segmentId: id });
    const found = (await listMembers(when, id, {})).items.map((item) => item.id).sort();
    expect(found.length).toBeGreaterThan(1);
    expect(runCopied(db.current.connection, text), text ?? '').toEqual(found);
    expect(notes.join()).toContain('segment_pins');
    // Without its pins it is another question.
    expect(runCopied(db.current.connection, writeRuleForm(when, 'sqlite', { definition }).text)).not.toEqual(
      found,
    );
  }
  const definition = getSegment(when, segment.id).published?.definition;
  const logic = writeRuleForm(when, 'json-logic', { definition, segmentId: segment.id });
  expect(logic.text).not.toBeNull();
  expect(logic.notes.join()).toContain('the rule alone');
});

test('a snapshot keeps the members of a moment while the segment goes on; a copy of a list has its members', async () => {
  const segment = await published();
  const list = await createList(at(1000), { name: `List ${++names}`, fromSegmentId: segment.id });
  await saveDraft(
    at(2000),
    segment.id,
    { draft: draftOf(employeesAtLeast('a', 1000)) },
    getSegment(ctx, segment.id).version,
  );
  await publishSegment(at(2000), segment.id);
  await refreshSegments(at(3000), { cause: 'data' });
  expect(await members(segment.id)).toEqual(['Halvorsen']);
  expect(await members(list.segment.id)).toEqual(['Halvorsen', 'Northgate']);
  const copy = await duplicateSegment(at(4000), list.segment.id);
  await refreshSegments(at(5000), { cause: 'data' });
  expect(await members(copy.id)).toEqual(['Halvorsen', 'Northgate']);
});

test('a web address of a host without a registry finds its account, too', async () => {
  addAccounts(db.current, [{ name: 'Inner', domain: 'inner.example' }], ctx.now);
  const { segment } = await createList(ctx, {
    name: `List ${++names}`,
    records: ['https://www.inner.example/a'],
  });
  await refreshSegments(at(1000), { cause: 'data' });
  expect(await members(segment.id)).toEqual(['Inner']);
});

test('a leader drafts segments and does not pin', async () => {
  const segment = await published();
  const leader = testContext({ actor: { kind: 'user', userId: null, role: 'leader', leaderSees: 'all' } });
  await expect(pinRecords(leader, segment.id, pinOf('in', 'ostrander.com'))).rejects.toMatchObject({
    code: 'forbidden',
  });
});
