import { foldText } from '#lib/shared/text.ts';

import type { Operator } from './ast.ts';
import type { Field } from './catalog.ts';
import { type operatorTable, positiveOf } from './operators.ts';
import type { FactValue } from './record-facts.ts';
import { canonicalRef } from './reference-ids.ts';
import type { ResolvedField, ResolvedValue } from './resolved.ts';

/** A value as operators compare it: texts folded (ids and external ids as they are), the rest a number. */
export type Comparable =
  | { kind: 'texts'; texts: readonly string[] }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean };

function comparableText(field: Field, text: string): string {
  if (field.refKind) return canonicalRef(field.refKind, text);
  return field.exact ? text.trim() : foldText(text);
}

/** What the record holds, or null when the value is missing (also when nothing is left after the fold). */
export function comparable(field: Field, value: FactValue): Comparable | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', number: value } : null;
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  const texts = (typeof value === 'string' ? [value] : value)
    .map((text) => comparableText(field, text))
    .filter((text) => text !== '');
  return texts.length === 0 ? null : { kind: 'texts', texts };
}

type Test = (held: Comparable, asked: ResolvedValue) => boolean;
type PositiveOperator = {
  [Key in Operator]: (typeof operatorTable)[Key] extends { negates: Operator } ? never : Key;
}[Operator];

function textTest(test: (held: string, asked: string) => boolean): Test {
  return (held, asked) =>
    held.kind === 'texts' &&
    asked.kind === 'texts' &&
    held.texts.some((text) => asked.texts.some((wanted) => test(text, wanted)));
}

function numberTest(test: (held: number, asked: number) => boolean): Test {
  return (held, asked) =>
    held.kind === 'number' && asked.kind === 'number' && test(held.number, asked.number);
}

const isOneOf = textTest((held, asked) => held === asked);
const isEqualNumber = numberTest((held, asked) => held === asked);

const isBetween: Test = (held, asked) => {
  if (held.kind !== 'number') return false;
  if (asked.kind === 'numbers') return held.number >= asked.low && held.number <= asked.high;
  if (asked.kind !== 'dates') return false;
  const { from, to } = asked.bounds;
  return (from === null || held.number >= from) && (to === null || held.number <= to);
};

const tests: Record<PositiveOperator, Test> = {
  eq: (held, asked) => isOneOf(held, asked) || isEqualNumber(held, asked),
  in: isOneOf,
  contains: textTest((held, asked) => held.includes(asked)),
  startsWith: textTest((held, asked) => held.startsWith(asked)),
  endsWith: textTest((held, asked) => held.endsWith(asked)),
  lt: numberTest((held, asked) => held < asked),
  lte: numberTest((held, asked) => held <= asked),
  gt: numberTest((held, asked) => held > asked),
  gte: numberTest((held, asked) => held >= asked),
  between: isBetween,
  on: isBetween,
  before: isBetween,
  after: isBetween,
  within: isBetween,
  isTrue: (held) => held.kind === 'boolean' && held.boolean,
  isFalse: (held) => held.kind === 'boolean' && !held.boolean,
  hasAny: isOneOf,
  hasAll: (held, asked) =>
    held.kind === 'texts' && asked.kind === 'texts' && asked.texts.every((text) => held.texts.includes(text)),
  notEmpty: () => true,
};

/** Whether one field condition holds for a value; a missing value fails the positive and passes its negation. */
export function fieldTest(condition: ResolvedField, field: Field): (value: FactValue) => boolean {
  const positive = positiveOf(condition.operator);
  const test = tests[(positive ?? condition.operator) as PositiveOperator];
  const asked = withCanonicalRefs(condition.value, field);
  return (value) => {
    const held = comparable(field, value);
    const holds = held !== null && test(held, asked);
    return positive ? !holds : holds;
  };
}

function withCanonicalRefs(value: ResolvedValue, field: Field): ResolvedValue {
  const { refKind } = field;
  if (!refKind || value.kind !== 'texts') return value;
  return { kind: 'texts', texts: value.texts.map((id) => canonicalRef(refKind, id)) };
}
