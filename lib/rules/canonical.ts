import type { FieldCondition, RelatedCondition, Rule, SegmentCondition, Value, Window } from './ast.ts';
import { mainDate } from './catalog.ts';

const setOperators: readonly FieldCondition['operator'][] = ['in', 'notIn', 'hasAny', 'hasAll', 'hasNone'];

/** Keys in one order, so that objects of one meaning give one text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** One value and a list of one mean the same, and a list is a set. */
function canonicalField({ field, operator, value }: FieldCondition): unknown {
  if (typeof value === 'string' && (operator === 'eq' || operator === 'ne')) {
    return ['field', field, operator === 'eq' ? 'in' : 'notIn', [value]];
  }
  const isSet = setOperators.includes(operator) && Array.isArray(value);
  const canonical: Value | undefined = isSet ? ([...new Set(value as string[])].sort() as Value) : value;
  return ['field', field, operator, sorted(canonical ?? null)];
}

function canonicalWindow(window: Window | undefined, main: string | null): unknown {
  if (!window) return null;
  const { field, ...span } = window;
  return sorted(field === undefined || field === main ? span : { field, ...span });
}

function canonicalRelated(rule: RelatedCondition): unknown {
  const { entity, of = 'self', where, window, measure, operator, value } = rule;
  const rows = where && canonicalText(where);
  return [
    'related',
    entity,
    of,
    rows,
    canonicalWindow(window, mainDate[entity]),
    sorted(measure),
    operator,
    value,
  ];
}

function canonicalSegment({ segmentId, member, change, window }: SegmentCondition): unknown {
  if (!change) return ['segment', segmentId, member];
  return ['segment', segmentId, change, canonicalWindow(window, null)];
}

/**
 * A text that is the same for rules that differ only in node ids, in the order of children or listed values, or in what
 * is spelled out although it is the default.
 */
export function canonicalText(rule: Rule): string {
  switch (rule.kind) {
    case 'group':
      return JSON.stringify([rule.op, ...rule.rules.map(canonicalText).sort()]);
    case 'field':
      return JSON.stringify(canonicalField(rule));
    case 'related':
      return JSON.stringify(canonicalRelated(rule));
    case 'segment':
      return JSON.stringify(canonicalSegment(rule));
  }
}
