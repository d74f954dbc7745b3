import type { RootEntity } from './ast.ts';
import { type Catalog, mainDate } from './catalog.ts';
import { type ExplainWords, shownValues } from './explain-words.ts';
import type { RecordFacts, RelatedRow } from './record-facts.ts';
import { catalogField, localKey } from './resolved-fields.ts';
import type {
  ResolvedDefinition,
  ResolvedField,
  ResolvedGroup,
  ResolvedRelated,
  ResolvedRule,
  ResolvedSegment,
} from './resolved.ts';
import {
  holderOf,
  rowsOf,
  rulePredicateFor,
  type Subject,
  subjectForSegment,
  subjectOf,
} from './to-predicate.ts';
import { comparable } from './to-predicate-field.ts';
import { countedRows, measureRows } from './to-predicate-related.ts';

/** The tree of one record's answer. `known: false` = a value the condition needs is missing. */
export type ExplainedNode = {
  id: string;
  outcome: boolean;
  known: boolean;
  /** What the record holds for this condition, in words (`1,240`, `SAP, Oracle`, `2 in the window`); null for groups. */
  actual: string | null;
  /** Epoch ms of the newest row that counts (its main date); null for everything else. */
  latestAt: number | null;
  children: ExplainedNode[];
};

type Explain = { catalog: Catalog; words: ExplainWords; asOf: number };
/** `subject` null: a lead asked about its account. */
type Place = { subject: Subject | null; entity: RootEntity };

function outcomeOf(rule: ResolvedRule, place: Place, { catalog, asOf }: Explain): boolean {
  return place.subject !== null && rulePredicateFor(rule, catalog, place.entity, asOf)(place.subject);
}

function explainField(rule: ResolvedField, place: Place, explain: Explain): ExplainedNode {
  const field = catalogField(explain.catalog, rule.field);
  const holder = place.subject && holderOf(place.subject, rule.field, place.entity);
  const value = holder?.values[localKey(rule.field)];
  const isPresent = comparable(field, value) !== null;
  const asksPresence = rule.operator === 'empty' || rule.operator === 'notEmpty';
  return {
    id: rule.id,
    outcome: outcomeOf(rule, place, explain),
    known: isPresent || asksPresence,
    actual: isPresent ? shownValues(field, value, explain.words) : 'not known',
    latestAt: null,
    children: [],
  };
}

/** Deals have no main date that is a moment, so none is told. */
function newestOf({ entity }: ResolvedRelated, rows: readonly RelatedRow[]): number | null {
  const dates = rows
    .map(({ values }) => values[mainDate[entity] ?? ''])
    .filter((at) => typeof at === 'number');
  return dates.length > 0 ? Math.max(...dates) : null;
}

function explainRelated(rule: ResolvedRelated, place: Place, explain: Explain): ExplainedNode {
  const { catalog, words } = explain;
  const all = place.subject ? rowsOf(place.subject, rule) : [];
  const counted = all.filter(countedRows(rule, catalog));
  const measured = measureRows(rule.measure, rule.entity, counted, catalog);
  return {
    id: rule.id,
    outcome: outcomeOf(rule, place, explain),
    known: measured !== null,
    actual: words.measured(rule, measured, { counted: counted.length, all: all.length }),
    latestAt: newestOf(rule, counted),
    children: [],
  };
}

function explainSegment(rule: ResolvedSegment, place: Place, explain: Explain): ExplainedNode {
  const subject = place.subject && subjectForSegment(place.subject, rule, place.entity);
  const outcome = outcomeOf(rule, place, explain);
  const isIn = outcome === (rule.change !== null || rule.member);
  const inside = rule.rule ? [explainGroup(rule.rule, { subject, entity: rule.entity }, explain)] : [];
  const name = explain.catalog.segments.get(rule.segmentId)?.name ?? rule.segmentId;
  const moved = rule.change?.type === 'entered' ? 'entered' : 'left';
  const actual = rule.change
    ? `${isIn ? moved : `not ${moved}`} in the window`
    : `${isIn ? 'in' : 'not in'} ${name}`;
  return {
    id: rule.id,
    outcome,
    known: inside.every((node) => node.known),
    actual,
    latestAt: null,
    children: inside,
  };
}

function explainGroup(group: ResolvedGroup, place: Place, explain: Explain): ExplainedNode {
  const children = group.rules.map((rule) => explainRule(rule, place, explain));
  return {
    id: group.id,
    outcome: outcomeOf(group, place, explain),
    known: children.every((child) => child.known),
    actual: null,
    latestAt: null,
    children,
  };
}

function explainRule(rule: ResolvedRule, place: Place, explain: Explain): ExplainedNode {
  switch (rule.kind) {
    case 'group':
      return explainGroup(rule, place, explain);
    case 'field':
      return explainField(rule, place, explain);
    case 'related':
      return explainRelated(rule, place, explain);
    case 'segment':
      return explainSegment(rule, place, explain);
    case 'pinned':
      return {
        id: rule.id,
        outcome: outcomeOf(rule, place, explain),
        known: true,
        actual: null,
        latestAt: null,
        children: [],
      };
  }
}

/** Why a record is in or out: every node with its outcome, whether it was known, and what the record holds. */
export function explainRecord(
  definition: ResolvedDefinition,
  record: RecordFacts,
  catalog: Catalog,
  words: ExplainWords,
): ExplainedNode {
  const place: Place = { subject: subjectOf(record, definition), entity: definition.entity };
  return explainGroup(definition.root, place, { catalog, words, asOf: definition.asOf });
}
