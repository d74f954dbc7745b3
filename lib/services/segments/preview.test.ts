import { beforeAll, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { previewInput } from '#lib/shared/preview-shapes.ts';
import { createSegment } from './create.ts';
import { explainMembership } from './explain.ts';
import { createFromTemplate, listTemplates } from './from-template.ts';
import { previewSegment } from './preview.ts';
import { publishSegment } from './publish.ts';
import { addAccounts, assignTo, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';
import { toPublicId } from '#lib/shared/ids.ts';

const db = useTempStore();
const ctx = testContext();
let ids: number[] = [];

beforeAll(() => {
  ids = addAccounts(
    db.current,
    [
      { name: 'Halvorsen Gearworks', employees: 1240, industry: 'Machinery' },
      { name: 'Northgate Hydraulics', employees: 860, industry: 'Machinery' },
      { name: 'Ostrander Axle', employees: 710, industry: 'Automotive' },
      { name: 'Unknown Size', industry: 'Automotive' },
    ],
    ctx.now,
  );
});

const ask = (extra: Record<string, unknown> = {}) =>
  previewInput.parse({ definition: draftOf(employeesAtLeast('a', 800)), ...extra });

test('a preview counts, breaks down and shows whole rows, without writing anything', async () => {
  const preview = await previewSegment(
    ctx,
    ask({ sort: '-employees', breakdowns: ['industry'], perCondition: true }),
  );
  expect(preview).toMatchObject({ count: 2, total: 4, conditions: { a: { alone: 2, without: 4 } } });
  expect(preview.page.items.map((row) => row.name)).toEqual(['Halvorsen Gearworks', 'Northgate Hydraulics']);
  expect(preview.breakdowns.industry).toMatchObject([{ label: 'Machinery', count: 2 }]);
  expect(db.current.connection.prepare('SELECT count(*) AS n FROM audit').get()).toEqual({ n: 0 });
});

test('pages follow each other without a gap', async () => {
  const first = await previewSegment(ctx, ask({ sort: 'name', limit: 1 }));
  const second = await previewSegment(ctx, ask({ sort: 'name', limit: 1, cursor: first.page.nextCursor }));
  expect([...first.page.items, ...second.page.items].map((row) => row.name)).toEqual([
    'Halvorsen Gearworks',
    'Northgate Hydraulics',
  ]);
});

test('a broken rule is refused with the pointer of the fault within the request', async () => {
  const definition = draftOf({ id: 'a', kind: 'field', field: 'plants', operator: 'gte', value: 2 });
  await expect(previewSegment(ctx, previewInput.parse({ definition }))).rejects.toMatchObject({
    code: 'invalid',
    issues: [{ path: '/definition/root/rules/0/field', code: 'unknown_field' }],
  });
});

test('an unknown sort or breakdown and a future date are refused', async () => {
  await expect(previewSegment(ctx, ask({ sort: '-nonsense' }))).rejects.toThrow('cannot be sorted');
  await expect(previewSegment(ctx, ask({ breakdowns: ['nonsense'] }))).rejects.toThrow('no field');
  await expect(previewSegment(ctx, ask({ asOf: '2030-01-01T00:00:00Z' }))).rejects.toThrow('future');
});

test('a rep counts only their own book', async () => {
  const repId = assignTo(db.current, ids.slice(0, 1), 'Jo Rep', ctx.now);
  const rep = testContext({ actor: { kind: 'user', userId: 7, role: 'rep', holderIds: [repId] } });
  expect(await previewSegment(rep, ask())).toMatchObject({ count: 1, total: 1 });
});

test('a preview can say what it brings in and loses against a published version', async () => {
  const segment = await createSegment(ctx, { name: 'Big', draft: draftOf(employeesAtLeast('a', 700)) });
  await publishSegment(ctx, segment.id);
  const { comparison } = await previewSegment(ctx, ask({ comparedTo: segment.id }));
  expect(comparison).toEqual({ number: 1, before: 3, entering: 0, leaving: 1 });
  const other = await createSegment(ctx, { name: 'Never published' });
  expect((await previewSegment(ctx, ask({ comparedTo: other.id }))).comparison).toBeNull();
});

test('an explanation opens the rule of a segment that the rule refers to', async () => {
  const parent = await createSegment(ctx, { name: 'Parent', draft: draftOf(employeesAtLeast('size', 1000)) });
  await publishSegment(ctx, parent.id);
  const { tree } = await explainMembership(ctx, {
    definition: draftOf({ id: 's', kind: 'segment', segmentId: parent.id, member: true }),
    recordId: toPublicId('account', ids[1] ?? 0),
  });
  const reference = tree.children[0];
  expect(reference).toMatchObject({ kind: 'segment', outcome: false });
  const labels = JSON.stringify(reference);
  expect(labels).toContain('Employees is at least 1,000');
});

test('a template makes drafts bound to the data, and says what it would ask for', async () => {
  const templates = listTemplates(ctx);
  expect(templates.find(({ key }) => key === 'usManufacturingOnSap')?.asks.length).toBeGreaterThan(0);
  const made = await createFromTemplate(ctx, 'manufacturingSplit');
  expect(made.map((segment) => segment.status)).toEqual(['draft', 'draft', 'draft']);
  const again = await createFromTemplate(ctx, 'manufacturingSplit');
  expect(again[0]?.name).toBe(`${made[0]?.name} (2)`);
  await expect(createFromTemplate(ctx, 'no such')).rejects.toMatchObject({ code: 'not_found' });
});

test('an explanation says where a value came from, and what would bring the account in', async () => {
  const [, , third = 0] = ids;
  db.current.connection
    .prepare(
      `INSERT INTO value_sources (entity, record_id, field, source, at, is_pinned)
       VALUES ('account', ?, 'employees', 'api', ?, 0)`,
    )
    .run(third, ctx.now - 86_400_000);
  const definition = draftOf(employeesAtLeast('a', 800), {
    id: 'b',
    kind: 'field',
    field: 'industry',
    operator: 'eq',
    value: 'Automotive',
  });
  const recordId = toPublicId('account', third);
  const out = await explainMembership(ctx, { definition, recordId });
  expect(out).toMatchObject({ isMember: false, wayIn: [{ id: 'a', holds: true }] });
  const [size] = out.tree.children;
  expect(size).toMatchObject({
    field: 'account.employees',
    actual: '710',
    source: { kind: 'api', setAt: ctx.now - 86_400_000 },
  });
});

test('a draft is explained as it stands, without what is muted in it', async () => {
  const draft = draftOf(employeesAtLeast('a', 800), { ...employeesAtLeast('b', 1), muted: true });
  const { id: segmentId } = await createSegment(ctx, { name: 'Only a draft', draft });
  const recordId = toPublicId('account', ids[0] ?? 0);
  await expect(explainMembership(ctx, { segmentId, recordId })).rejects.toMatchObject({ code: 'invalid' });
  const explained = await explainMembership(ctx, { segmentId, isDraft: true, recordId });
  expect(explained).toMatchObject({ isMember: true, segment: { name: 'Only a draft' }, wayIn: [] });
  expect(explained.tree.children.map(({ id }) => id)).toEqual(['a']);
});
