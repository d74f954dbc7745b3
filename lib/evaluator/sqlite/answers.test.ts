import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection } from '#db/client.ts';
import { insertWorld } from '#db/testing/insert-world.ts';
import { useTempStore } from '#db/testing/temp-store.ts';
import type { Group, RootEntity, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { RecordFacts } from '#lib/rules/record-facts.ts';
import type { ResolvedField, ResolvedRelated } from '#lib/rules/resolved.ts';
import { localKey } from '#lib/rules/resolved-fields.ts';
import { countedRows, measureRows } from '#lib/rules/to-predicate-related.ts';
import { factsOfWorld, type World } from '#lib/rules/testing/world.ts';
import { holderOf, rowsOf, subjectOf, toPredicate } from '#lib/rules/to-predicate.ts';
import type { ExplainedNode, PreviewQuestion } from '../contract.ts';
import { type IndexKeeper, loadIndex } from '../columns/index-keeper.ts';
import { previewQuestion } from '../testing/preview-question.ts';
import { columnStore, openSession, refreshSession, type Session } from './session.ts';
import { answers } from './tasks.ts';

/** How many worlds; the seed is printed with a failure. */
const worlds = Number(process.env.TESSERA_PARITY_WORLDS ?? 40);
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_122);
const store = useTempStore();
const checkpoint = async () => {};

async function inWorld(connection: Connection, world: World, check: () => Promise<void>): Promise<void> {
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  try {
    const settings = JSON.stringify({ timeZone: 'America/New_York', fiscalYearStartMonth: 2 });
    connection
      .prepare("INSERT INTO workspace (id, name, settings, created_at, updated_at) VALUES (1, 'W', ?, 0, 0)")
      .run(settings);
    insertWorld(connection, world);
    await check();
  } finally {
    connection.exec('ROLLBACK');
  }
}

function ask(definition: SegmentDefinition): PreviewQuestion {
  return {
    ...previewQuestion(definition, now),
    now: now + 3_600_000,
    sort: { field: 'name', descending: false },
    limit: 3,
    perCondition: true,
    unknowns: true,
    nearMisses: true,
  };
}

/** Gives every node an id of its own: random rules repeat them. */
function numbered(group: Group): Group {
  let next = 0;
  const visit = <T extends Rule>(rule: T): T => {
    next += 1;
    const id = `c${next}`;
    return rule.kind === 'group' ? { ...rule, id, rules: rule.rules.map(visit) } : { ...rule, id };
  };
  return visit(group);
}

function nodesOf(rule: Rule): Rule[] {
  return rule.kind === 'group' ? [rule, ...rule.rules.flatMap(nodesOf)] : [rule];
}

/** The tree without a node, and without the groups that this empties; null when nothing is left. */
function withoutNode<T extends Rule>(rule: T, id: string): T | null {
  if (rule.id === id) return null;
  if (rule.kind !== 'group' || !nodesOf(rule).some((node) => node.id === id)) return rule;
  const rules = rule.rules.flatMap((child) => withoutNode(child, id) ?? []);
  return rules.length === 0 ? null : { ...rule, rules };
}

function flipped<T extends Rule>(rule: T, id: string): Rule {
  if (rule.id === id) return { id: 'flip', kind: 'group', op: 'none', rules: [rule] };
  return rule.kind === 'group' ? { ...rule, rules: rule.rules.map((child) => flipped(child, id)) } : rule;
}

const everyone: Group = { id: 'root', kind: 'group', op: 'all', rules: [] };

const shown: Record<RootEntity, Partial<PreviewQuestion>> = {
  account: {
    sort: { field: 'employees', descending: true },
    breakdowns: ['industry', 'owner', 'needs', 'doNotContact', 'parent', 'custom.grade', 'custom.badges'],
    histograms: ['revenue', 'custom.plants'],
  },
  contact: {
    sort: { field: 'account.revenue', descending: false },
    breakdowns: ['seniority', 'reachable', 'account.industry', 'account.owner', 'custom.shirt'],
    histograms: ['account.employees'],
  },
};

/** What columns answer is what SQLite alone answers, pages, breakdowns and histograms included. */
async function expectSameAnswer(connection: Connection, session: Session, question: PreviewQuestion) {
  const answer = await answers.preview(session, question, checkpoint, now);
  const plain = await answers.preview(openSession(connection), question, checkpoint, now);
  expect({ ...answer, elapsedMs: 0 }).toEqual({ ...plain, elapsedMs: 0 });
}

/** Columns read at once, in the transaction that holds the world. */
function keeperOf(connection: Connection): IndexKeeper {
  const steps = loadIndex(connection, now);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { current: null, next: step.value, save: () => {}, reload: () => {} };
}

it.each<[RootEntity, string, boolean]>([
  ['account', 'SQLite', false],
  ['contact', 'SQLite', false],
  ['account', 'columns', true],
  ['contact', 'columns', true],
])('a preview of %ss from %s counts what the predicate selects', async (entity, _, isIndexed) => {
  const catalog = catalogWith();
  const rules = fc.array(arbitraryDefinition(entity, { withSegments: false }), {
    minLength: 6,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(arbitraryWorld, rules, async (world, definitions) => {
      const { connection } = store.current;
      await inWorld(connection, world, async () => {
        const session = openSession(connection, isIndexed ? keeperOf(connection) : null);
        refreshSession(session, now);
        expect(columnStore(session) !== null).toBe(isIndexed);
        const records = factsOfWorld(world, entity);
        const select = (root: Group) => {
          const resolved = {
            ...resolveInWorkspace({ version: 1, entity, root }, { catalog }),
            isPast: true,
          };
          const isIn = toPredicate(resolved, catalog);
          return records.flatMap(({ id, facts }) => (isIn(facts) ? [id] : []));
        };
        for (const definition of definitions) {
          const root = numbered(definition.root);
          const question = ask({ ...definition, root });
          const expected = select(root);
          const preview = await answers.preview(session, question, checkpoint, now);
          expect(preview.count).toBe(expected.length);
          if (isIndexed) await expectSameAnswer(connection, session, { ...question, ...shown[entity] });
          expect(preview.page.ids).toHaveLength(Math.min(3, expected.length));

          for (const node of nodesOf(root)) {
            const alone = select({ id: 'alone', kind: 'group', op: 'all', rules: [node] });
            const without = select(withoutNode(root, node.id) ?? everyone);
            expect(preview.conditions?.[node.id]).toEqual({ alone: alone.length, without: without.length });
            if (node.kind === 'group') continue;
            const near = select(flipped(root, node.id) as Group).filter((id) => !expected.includes(id));
            const found = preview.nearMisses?.[node.id];
            expect(found?.count).toBe(near.length);
            const facts = records.filter(({ id }) => near.includes(id)).map((record) => record.facts);
            const nearest = nearestOf(node, entity, facts, catalog);
            if (nearest === null) expect(found?.closest).toBeNull();
            else expect(nearest.away(found?.closest ?? Number.NaN)).toBeCloseTo(nearest.distance, 9);
          }

          const ids = records.map(({ id }) => id);
          const matches = await answers.matches(session, { question, recordIds: ids }, checkpoint, now);
          expect(ids.filter((_, index) => matches[index])).toEqual(expected);
          expect([...(await answers.members(session, question, checkpoint, now))]).toEqual(expected);
          const explained = await Promise.all(
            ids.map((recordId) => answers.explain(session, { question, recordId }, checkpoint, now)),
          );
          expect(ids.filter((_, index) => explained[index]?.outcome)).toEqual(expected);
          expect(preview.unknowns).toEqual(unknownsOf(root, explained));
        }
      });
    }),
    { seed, numRuns: worlds },
  );
});

/** How near the nearest of these records comes to a condition's number; null when it compares none or none has one. */
function nearestOf(
  node: Rule,
  entity: RootEntity,
  facts: readonly RecordFacts[],
  catalog: Catalog,
): { distance: number; away: (number: number) => number } | null {
  const root: Group = { id: 'one', kind: 'group', op: 'all', rules: [node] };
  const resolved = { ...resolveInWorkspace({ version: 1, entity, root }, { catalog }), isPast: true };
  const [rule] = resolved.root.rules;
  const bounds = rule?.kind === 'related' || rule?.kind === 'field' ? boundsOf(rule) : [];
  const away = (number: number) => Math.min(...bounds.map((bound) => Math.abs(number - bound)));
  const numbers = facts.flatMap((record) => {
    const subject = subjectOf(record, resolved);
    if (rule?.kind === 'field') {
      return holderOf(subject, rule.field, entity)?.values[localKey(rule.field)] ?? [];
    }
    if (rule?.kind !== 'related') return [];
    const rows = rowsOf(subject, rule).filter(countedRows(rule, catalog));
    return measureRows(rule.measure, rule.entity, rows, catalog) ?? [];
  });
  if (bounds.length === 0 || numbers.length === 0) return null;
  return { distance: Math.min(...numbers.map((number) => away(Number(number)))), away };
}

function boundsOf(rule: ResolvedField | ResolvedRelated): number[] {
  if (rule.kind === 'related') return [rule.value.low, rule.value.high];
  if (rule.value.kind === 'number') return [rule.value.number];
  return rule.value.kind === 'numbers' ? [rule.value.low, rule.value.high] : [];
}

type Truth = boolean | null;

function nodeField(rule: Rule): string {
  if (rule.kind === 'field') return rule.field;
  return rule.kind === 'related' && 'field' in rule.measure ? `${rule.entity}.${rule.measure.field}` : '';
}

/** Kleene's three-valued answer of one explained record; null = unknown. Missing values count where `isOpen`. */
function kleene(
  rule: Rule,
  nodes: ReadonlyMap<string, ExplainedNode>,
  isOpen: (field: string) => boolean,
): Truth {
  if (rule.kind !== 'group') {
    const node = nodes.get(rule.id);
    return node?.known === false && isOpen(nodeField(rule)) ? null : (node?.outcome ?? false);
  }
  const parts = rule.rules.map((child) => kleene(child, nodes, isOpen));
  const decisive = rule.op !== 'all';
  const joint: Truth = parts.includes(decisive) ? decisive : parts.includes(null) ? null : !decisive;
  return rule.op === 'none' && joint !== null ? !joint : joint;
}

function flatten(node: ExplainedNode): [string, ExplainedNode][] {
  return [[node.id, node], ...node.children.flatMap(flatten)];
}

function unknownsOf(
  root: Group,
  trees: readonly ExplainedNode[],
): { out: Record<string, number>; in: number } {
  const fields = [...new Set(nodesOf(root).map(nodeField))];
  const out: Record<string, number> = {};
  let onlyByMissing = 0;
  const add = (key: string) => {
    out[key] = (out[key] ?? 0) + 1;
  };
  for (const tree of trees) {
    const nodes = new Map(flatten(tree));
    if (tree.outcome) {
      if (kleene(root, nodes, () => true) !== true) onlyByMissing += 1;
      continue;
    }
    const single = fields.filter((field) => kleene(root, nodes, (open) => open === field) !== false);
    for (const field of single) add(field);
    if (single.length === 0 && kleene(root, nodes, () => true) !== false) add('several');
  }
  return { out, in: onlyByMissing };
}
