import { publishedSegmentIds } from '#db/queries/preview/record-sets.ts';
import { numberReader, numbersOf as numbersInColumns } from '#lib/engine/read-columns.ts';
import type { Group, Rule } from '#lib/rules/ast.ts';
import type { ResolvedDefinition } from '#lib/rules/resolved.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { appError, isAppError } from '#lib/shared/errors.ts';
import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';
import type { Histogram, Preview, PreviewQuestion } from '../contract.ts';
import { and, type Bits, countAnd, ordinalsOf } from '#lib/engine/bitset.ts';
import { tallySum } from '#lib/engine/tally.ts';
import type { Members } from './members.ts';
import { breakdownOf } from './breakdown.ts';
import { nodeBits } from './combine.ts';
import { countConditions } from './conditions.ts';
import { patchNumbers, touchedOrdinals } from '../columns/patch-sets.ts';
import { binsOf, countHistogram, histogramEdges, putBin } from './histogram.ts';
import { findNearMisses } from './near-misses.ts';
import { segmentBits } from './membership.ts';
import { pageOf } from './page.ts';
import {
  type Checkpoint,
  fieldKey,
  membersOf,
  reachableByRecord,
  readAtoms,
  resolveQuestion,
  scopeBits,
  setsOf,
} from './question.ts';
import { alignNumbers } from './records.ts';
import { type ConditionNode, formsOf, type GroupNode, type RuleNode, ruleTree } from './rule-tree.ts';
import { columnIn, columnStore, measuresIn, recordsIn, rulesContext, type Session } from './session.ts';
import { countUnknowns } from './unknowns.ts';

/** The numbers of a field by ordinal, NaN where missing. They are today's at every moment. */
function numbersOf(session: Session, resolved: ResolvedDefinition, key: string): Float64Array {
  const { entity } = resolved;
  const store = columnStore(session);
  const make = () =>
    (store && numbersInColumns(store, entity, key)) ??
    alignNumbers(recordsIn(session, entity), columnIn(session, entity, key, resolved));
  const numberOf = store && numberReader(store, entity, key);
  const patch = numberOf ? patchNumbers(store, entity, numberOf) : undefined;
  return session.cache.get(`numbers ${entity} ${key}`, [entity, 'account'], make, patch);
}

/** The numbers that a condition compares: a field's values, or what a record's related rows measure. */
function conditionNumbers(session: Session, resolved: ResolvedDefinition, node: ConditionNode): Float64Array {
  const { rule, measured } = node;
  if (rule.kind === 'field') return numbersOf(session, resolved, rule.field);
  return measured ? measuresIn(session, resolved.entity, measured, resolved) : new Float64Array();
}

function histogram(
  session: Session,
  resolved: ResolvedDefinition,
  name: string,
  { ordinals }: Members,
): Histogram {
  const key = fieldKey(session, resolved.entity, name);
  const { catalog } = rulesContext(session);
  const type = catalog.fields.get(key)?.type;
  if (type !== 'number' && type !== 'money') throw appError('invalid', `"${name}" is not a number.`);
  const { entity } = resolved;
  const needs = [entity, 'account'];
  const values = numbersOf(session, resolved, key);
  const store = columnStore(session);
  const numberOf = store && numberReader(store, entity, key);
  const { edges, bins } = session.cache.get(
    `histogram ${entity} ${key}`,
    needs,
    () => {
      const made = histogramEdges(key, values);
      return { edges: made, bins: binsOf(made, values) };
    },
    numberOf
      ? (held, rows) =>
          touchedOrdinals(store, entity, rows).every((ordinal) =>
            putBin(held.edges, held.bins, ordinal, numberOf(ordinal)),
          )
      : undefined,
  );
  return countHistogram(edges, bins, values, ordinals);
}

/**
 * Records of the market within scope: the TAM segment's, or everyone. A contact belongs to its account's market.
 * A TAM whose rule is broken keeps the members it had.
 */
async function tamBits(
  session: Session,
  question: PreviewQuestion,
  scope: Bits,
  checkpoint: Checkpoint,
): Promise<Bits> {
  const { settings, published } = rulesContext(session);
  const { tamSegmentId: segmentId } = settings;
  const tam = segmentId === null ? undefined : published.get(segmentId);
  const { entity } = question.definition;
  if (segmentId === null || !tam || (tam.entity === 'contact' && entity === 'account')) return scope;
  const isIn: Rule = { id: 'in', kind: 'segment', segmentId, member: true };
  const root: Group = { id: 'tam', kind: 'group', op: 'all', rules: [isIn] };
  try {
    const resolved = resolveQuestion(session, {
      ...question,
      definition: { version: 1, entity, root },
      segmentId: undefined,
    });
    return and(await membersOf(session, resolved, checkpoint), scope);
  } catch (error) {
    const rowId = parsePublicId('segment', segmentId);
    if (!isAppError(error) || rowId === null || tam.entity !== entity) throw error;
    return and(segmentBits(session, entity, rowId), scope);
  }
}

function overlapsOf(
  session: Session,
  resolved: ResolvedDefinition,
  members: Bits,
): { segmentId: string; count: number }[] {
  return publishedSegmentIds(session.connection, resolved.entity)
    .map((id) => ({
      segmentId: toPublicId('segment', id),
      count: countAnd(segmentBits(session, resolved.entity, id), members),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** How many of a set are within another one. Of sets that are held from before it is known from before. */
function countWithin({ cache }: Session, bits: Bits, within: Bits): number {
  return cache.numberOf(bits, within, () => countAnd(bits, within));
}

type Details = Pick<Preview, 'conditions' | 'unknowns' | 'nearMisses'>;

/** A rule's nodes with their sets. */
type Tree = { root: GroupNode; known: ReadonlyMap<RuleNode, Bits> };

/** What needs every node's own set: counts by condition, what missing values hide, what nearly matches. */
async function detailsOf(
  session: Session,
  resolved: ResolvedDefinition,
  question: PreviewQuestion,
  { root, known }: Tree,
  scope: Bits,
  checkpoint: Checkpoint,
): Promise<Details> {
  const details: Details = {};
  if (question.perCondition) {
    const countIn = (bits: Bits, within: Bits) => countWithin(session, bits, within);
    details.conditions = countConditions(root, known, scope, countIn);
  }
  if (question.unknowns) {
    await readAtoms(session, resolved, formsOf(root), checkpoint);
    const sets = { ...setsOf(session, resolved), nodes: known };
    details.unknowns = countUnknowns(root, sets, known.get(root) ?? scope, scope);
  }
  if (question.nearMisses) {
    const numbers = (node: ConditionNode) => conditionNumbers(session, resolved, node);
    details.nearMisses = findNearMisses(root, known, scope, numbers);
  }
  return details;
}

/** What is told of members alone, however they were found. */
export async function answerMembers(
  session: Session,
  resolved: ResolvedDefinition,
  question: PreviewQuestion,
  members: Bits,
  checkpoint: Checkpoint,
): Promise<Pick<Preview, 'count' | 'reachableContacts' | 'breakdowns' | 'histograms' | 'page'>> {
  const { entity } = resolved;
  const listed: Members = { bits: members, ordinals: ordinalsOf(members) };
  const key = fieldKey(session, entity, question.sort.field);
  const page =
    question.limit === 0
      ? { ids: [], nextCursor: null }
      : pageOf(session, entity, question, key, resolved, listed);
  await checkpoint();
  const reachableContacts = tallySum(reachableByRecord(session, entity), listed.ordinals);
  const breakdowns: Preview['breakdowns'] = {};
  for (const name of question.breakdowns) {
    await checkpoint();
    breakdowns[name] = breakdownOf(session, resolved, name, listed);
  }
  const histograms: Preview['histograms'] = {};
  for (const name of question.histograms) {
    await checkpoint();
    histograms[name] = histogram(session, resolved, name, listed);
  }
  return { count: listed.ordinals.length, reachableContacts, breakdowns, histograms, page };
}

/** Everything a preview answers, from sets: only conditions and columns that are not yet known are read from SQLite. */
export async function answerPreview(
  session: Session,
  question: PreviewQuestion,
  checkpoint: Checkpoint,
): Promise<Preview> {
  const started = performance.now();
  const resolved = resolveQuestion(session, question);
  const { entity } = resolved;
  const scope = scopeBits(session, entity, question.scope);
  const root = ruleTree(resolved);
  await readAtoms(session, resolved, [toRelational(resolved)], checkpoint);
  const known = nodeBits(root, setsOf(session, resolved));
  const members = and(known.get(root) ?? scope, scope);
  const market = await tamBits(session, question, scope, checkpoint);
  const total = countWithin(session, market, market);
  await checkpoint();
  const shown = await answerMembers(session, resolved, question, members, checkpoint);
  const details = await detailsOf(session, resolved, question, { root, known }, scope, checkpoint);
  await checkpoint();
  return {
    ...shown,
    total,
    ...details,
    ...(question.overlaps ? { overlaps: overlapsOf(session, resolved, members) } : {}),
    asOf: question.asOf,
    valuesAsOfToday: resolved.isPast,
    dataAt: session.lagsSince,
    elapsedMs: performance.now() - started,
  };
}
