import { formatIsoDay, formatIsoInstant, parseIsoDay, parseIsoInstant } from '#lib/shared/days.ts';
import type { Operator, Rule } from '../../ast.ts';
import type { Field } from '../../catalog.ts';
import { condition, fault, grouped, type Reading } from './reading.ts';

export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

/** Operations that compare; strict ones and others differ in nothing that a typed field could tell. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

/** The same comparison seen from its other side. */
export const mirrored: Record<Comparison, Comparison> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  lte: 'gte',
  gt: 'lt',
  gte: 'lte',
};

export function compareNumbers(left: number, asked: Comparison, right: number): boolean {
  switch (asked) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'lt':
      return left < right;
    case 'lte':
      return left <= right;
    case 'gt':
      return left > right;
    case 'gte':
      return left >= right;
  }
}

export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

type Named = { key: string; field: Field };

/** JsonLogic takes null for 0 when it orders numbers, so a missing value may pass: then the rule says so. */
export function orMissing(rule: Rule, key: string, nullPasses: boolean, reading: Reading): Rule {
  return nullPasses ? grouped('any', [rule, condition(key, 'empty', reading)], reading) : rule;
}

function numberTest(
  { key, field }: Named,
  asked: Comparison,
  value: unknown,
  path: string,
  reading: Reading,
) {
  const number = asNumber(value);
  if (number === null)
    return fault(reading, path, `"${field.label}" is a number (got ${JSON.stringify(value)}).`);
  const nullPasses = asked !== 'eq' && asked !== 'ne' && compareNumbers(0, asked, number);
  return orMissing(condition(key, asked, reading, number), key, nullPasses, reading);
}

const dateOperators: Record<Comparison, { operator: Operator; not?: true; step: number }> = {
  eq: { operator: 'on', step: 0 },
  ne: { operator: 'on', not: true, step: 0 },
  lt: { operator: 'before', step: 0 },
  lte: { operator: 'before', step: 1 },
  gt: { operator: 'after', step: 0 },
  gte: { operator: 'after', step: -1 },
};

/** A day as the workspace's calendar has it, or on an instant field a moment; one step on or back for "or equal". */
function steppedDate(field: Field, value: unknown, step: number): string | null {
  if (typeof value !== 'string') return null;
  const day = parseIsoDay(value);
  if (day !== null) return formatIsoDay(day + step);
  const instant = field.type === 'instant' ? parseIsoInstant(value) : null;
  return instant === null ? null : formatIsoInstant(instant + step);
}

function dateTest({ key, field }: Named, asked: Comparison, value: unknown, path: string, reading: Reading) {
  const { operator, not, step } = dateOperators[asked];
  const date = steppedDate(field, value, step);
  if (date === null) {
    return fault(
      reading,
      path,
      `"${field.label}" is compared with a date such as 2026-11-22 (got ${JSON.stringify(value)}).`,
    );
  }
  const test = condition(key, operator, reading, date);
  return not ? grouped('none', [test], reading) : test;
}

function textTest({ key, field }: Named, asked: Comparison, value: unknown, path: string, reading: Reading) {
  if (asked !== 'eq' && asked !== 'ne') {
    return fault(
      reading,
      path,
      `"${field.label}" is no number, so it can be equal or not, but not more or less.`,
    );
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    return fault(reading, path, `"${field.label}" is compared with a text (got ${JSON.stringify(value)}).`);
  }
  return condition(key, asked, reading, String(value));
}

function booleanTest(
  { key, field }: Named,
  asked: Comparison,
  value: unknown,
  path: string,
  reading: Reading,
) {
  if (typeof value !== 'boolean' || (asked !== 'eq' && asked !== 'ne')) {
    return fault(reading, path, `"${field.label}" can be compared with true or false.`);
  }
  const test = condition(key, value ? 'isTrue' : 'isFalse', reading);
  return asked === 'eq' ? test : grouped('none', [test], reading);
}

/** A field compared with one literal. */
export function fieldComparison(
  named: Named,
  asked: Comparison,
  value: unknown,
  path: string,
  reading: Reading,
): Rule | null {
  const { key, field } = named;
  if (value === null || value === '') {
    if (asked === 'eq' || asked === 'ne')
      return condition(key, asked === 'eq' ? 'empty' : 'notEmpty', reading);
    return fault(reading, path, `"${field.label}" is more or less than nothing here.`);
  }
  switch (field.type) {
    case 'number':
    case 'money':
      return numberTest(named, asked, value, path, reading);
    case 'day':
    case 'instant':
      return dateTest(named, asked, value, path, reading);
    case 'boolean':
      return booleanTest(named, asked, value, path, reading);
    case 'tags':
      return fault(reading, path, `"${field.label}" is a list: ask with "some" or "in" what it holds.`);
    default:
      return textTest(named, asked, value, path, reading);
  }
}

/** What JsonLogic takes for true of a field on its own. */
export function truthOf({ key, field }: Named, reading: Reading): Rule {
  if (field.type === 'boolean') return condition(key, 'isTrue', reading);
  const isKnown = condition(key, 'notEmpty', reading);
  if (field.type !== 'number' && field.type !== 'money') return isKnown;
  return grouped('all', [isKnown, condition(key, 'ne', reading, 0)], reading);
}
