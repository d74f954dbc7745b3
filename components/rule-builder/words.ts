import type { Condition, GroupOperator, MeasureOperator, RelatedEntity, Window } from '#lib/rules/ast.ts';
import { type Catalog, findField, mainDate } from '#lib/rules/catalog.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { describeCondition, describeConditionOfOne } from '#lib/rules/describe.ts';
import { windowPhrase } from '#lib/rules/describe/dates.ts';
import { toText } from '#lib/rules/describe/phrase.ts';
import type { DraftCondition, DraftRelatedCondition } from '#lib/rules/draft.ts';
import { allNodes, type DraftNode } from '#lib/rules/edit/tree.ts';
import { valueShapeOf } from '#lib/rules/operators.ts';
import { isIntent } from './icons.tsx';

export const groupWords: Record<GroupOperator, string> = {
  all: 'all of these',
  any: 'any of these',
  none: 'none of these',
};

/** What stands before each condition of a group. */
export function conjunction(op: GroupOperator, index: number): string {
  if (index === 0) return op === 'none' ? 'Not' : 'Where';
  return op === 'all' ? 'and' : op === 'any' ? 'or' : 'nor';
}

export const entityWords: Record<RelatedEntity, { one: string; many: string; name: string }> = {
  technology: { one: 'technology', many: 'technologies', name: 'Technology' },
  signal: { one: 'signal', many: 'signals', name: 'Signal' },
  contact: { one: 'contact', many: 'contacts', name: 'Contact' },
  opportunity: { one: 'deal', many: 'deals', name: 'Deal' },
  activity: { one: 'activity', many: 'activities', name: 'Activity' },
};

export const measureSigns: Record<MeasureOperator, string> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  between: 'between',
  notBetween: 'not between',
};

export const measureFunctionWords = {
  count: 'Count',
  sum: 'Sum of',
  avg: 'Average of',
  min: 'Least',
  max: 'Greatest',
  countDistinct: 'Different values of',
} as const;

export function isFinishedWindow(window: Partial<Record<string, unknown>> | undefined): window is Window {
  if (!window) return false;
  if ('last' in window) return typeof window.last === 'number' && window.last > 0;
  if ('next' in window) return typeof window.next === 'number' && window.next > 0;
  return 'period' in window || Boolean(window.from) || Boolean(window.to);
}

/** The window as chosen: `in last 60 days`, `this fiscal quarter`. */
export function windowWords(window: Window, catalog: Catalog): string {
  return toText(windowPhrase(window, 'day', { catalog })).replace(/^in the /, 'in ');
}

/** The dates that a window means today: `since 20 Sep`. */
export function windowMeaning(
  window: Window,
  type: 'day' | 'instant',
  words: DescribeContext,
): string | null {
  if (!isFinishedWindow(window)) return null;
  if ('last' in window && window.unit === 'hour' && type === 'day') return null;
  return toText(windowPhrase(window, type, words));
}

/** Type of the date that a window of this kind of row asks. */
export function windowDateType(
  entity: RelatedEntity,
  window: { field?: string } | undefined,
  catalog: Catalog,
): 'day' | 'instant' {
  const name = window?.field ?? mainDate[entity];
  return name && findField(catalog, entity, name)?.type === 'day' ? 'day' : 'instant';
}

/** What rows a condition is about, and whose where they are not the record's own. */
export function relatedName(condition: DraftRelatedCondition): string {
  const name = isIntent(condition) ? 'Intent' : entityWords[condition.entity].name;
  if (condition.of === 'account') return `${name} of the account`;
  return condition.of === 'family' ? `${name} in the family` : name;
}

/** "Has at least 2 signals" → "At least 2 signals": what is said of one record, as a name. */
function asName(clause: string): string {
  const bare = clause.replace(/^Has (?=.)/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function isFilledIn(node: DraftNode): boolean {
  if (node.kind === 'segment') return node.segmentId !== undefined;
  return allNodes(node).every(
    (inner) =>
      inner.kind !== 'field' ||
      inner.value !== undefined ||
      valueShapeOf(inner.operator, 'boolean') === 'none',
  );
}

/** A condition's short name, for sentences about it: "Employees", "Uses SAP", "In the segment Enterprise". */
export function nodeName(node: DraftNode, entity: 'account' | 'contact', words: DescribeContext): string {
  if (node.kind === 'group') return `the group “${groupWords[node.op]}”`;
  if (node.kind === 'field') return findField(words.catalog, entity, node.field)?.label ?? node.field;
  if (isFilledIn(node))
    return asName(describeConditionOfOne(node as Condition, entity, { catalog: words.catalog }));
  return node.kind === 'related' ? relatedName(node) : 'Segment';
}

/** A condition in full, for lists and drag handles; unfinished ones by their name. */
export function conditionText(
  condition: DraftCondition,
  entity: 'account' | 'contact',
  words: DescribeContext,
  isFinished: boolean,
): string {
  if (isFinished) return describeCondition(condition as Condition, entity, words);
  return `${nodeName(condition, entity, words)} …`;
}
