import type { Catalog, Field } from '../catalog.ts';
import { positiveOf } from '../operators.ts';
import { canonicalRef } from '../reference-ids.ts';
import { catalogField } from '../resolved-fields.ts';
import type { ResolvedField, ResolvedPinned, ResolvedRelated, ResolvedSegment } from '../resolved.ts';
import { measureMayBeMissing } from '../operators.ts';
import type { AskedNumbers, NumberKind } from './number-domain.ts';
import type { AskedTags } from './tag-domain.ts';
import type { AskedText } from './text-domain.ts';

/** Yes, no and missing: which of them pass. */
export type AskedFlag = { yes: boolean; no: boolean; missing: boolean };

/** What one condition asks, and of which thing (`key`): a field, a measure of rows, a membership. */
export type Asked = { key: string } & (
  | { type: 'number'; kind: NumberKind; asked: AskedNumbers }
  | { type: 'text'; asked: AskedText }
  | { type: 'tags'; asked: AskedTags }
  | { type: 'flag'; mayBeMissing: boolean; asked: AskedFlag }
);

const everything = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  isLowIn: true,
  isHighIn: true,
};
const anyNumber = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, mayBeMissing: true };

type Compared = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'between' | 'notBetween';

/** The values that a comparison of numbers keeps. */
function comparedNumbers(operator: Compared, low: number, high: number): AskedNumbers {
  switch (operator) {
    case 'lt':
    case 'lte':
      return { ...everything, high: low, isHighIn: operator === 'lte', outside: false };
    case 'gt':
    case 'gte':
      return { ...everything, low, isLowIn: operator === 'gte', outside: false };
    default:
      return { ...everything, low, high, outside: operator === 'ne' || operator === 'notBetween' };
  }
}

function numbersOf(rule: ResolvedField, outside: boolean): AskedNumbers {
  const { value, operator } = rule;
  if (value.kind === 'number') return comparedNumbers(operator as Compared, value.number, value.number);
  if (value.kind === 'numbers') return comparedNumbers(operator as Compared, value.low, value.high);
  if (value.kind !== 'dates') return { ...everything, outside };
  const { from, to } = value.bounds;
  return { ...everything, low: from ?? everything.low, high: to ?? everything.high, outside };
}

function textsOf(rule: ResolvedField, { refKind }: Field): string[] {
  const texts = rule.value.kind === 'texts' ? rule.value.texts : [];
  return refKind ? texts.map((id) => canonicalRef(refKind, id)) : texts;
}

function textOf(rule: ResolvedField, field: Field, outside: boolean): AskedText {
  const operator = positiveOf(rule.operator) ?? rule.operator;
  const texts = textsOf(rule, field);
  if (operator === 'notEmpty') return { kind: 'present', outside };
  return operator === 'contains' || operator === 'startsWith' || operator === 'endsWith'
    ? { kind: 'part', part: operator, text: texts[0] ?? '', outside }
    : { kind: 'oneOf', texts, outside };
}

function tagsOf(rule: ResolvedField, field: Field, outside: boolean): AskedTags {
  const operator = positiveOf(rule.operator) ?? rule.operator;
  if (operator === 'notEmpty') return { kind: 'present', outside };
  return { kind: operator === 'hasAll' ? 'all' : 'any', texts: textsOf(rule, field), outside };
}

function flagOf({ operator }: ResolvedField): AskedFlag {
  const isPresence = operator === 'notEmpty';
  return {
    yes: operator === 'isTrue' || isPresence,
    no: operator === 'isFalse' || isPresence,
    missing: operator === 'empty',
  };
}

/** What a field condition asks. */
export function askedOfField(rule: ResolvedField, catalog: Catalog): Asked {
  const field = catalogField(catalog, rule.field);
  const key = rule.field;
  const outside = positiveOf(rule.operator) !== null;
  switch (field.type) {
    case 'boolean':
      return { key, type: 'flag', mayBeMissing: true, asked: flagOf(rule) };
    case 'tags':
      return { key, type: 'tags', asked: tagsOf(rule, field, outside) };
    case 'number':
    case 'money':
    case 'day':
    case 'instant': {
      const isWhole = field.type === 'day' || field.type === 'instant';
      return { key, type: 'number', kind: { ...anyNumber, isWhole }, asked: numbersOf(rule, outside) };
    }
    default:
      return { key, type: 'text', asked: textOf(rule, field, outside) };
  }
}

/** Equal for rules that differ only in their node ids. */
function textWithoutIds(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => (name === 'id' ? undefined : inner));
}

/** What a condition on rows asks of its measure. `hasRows: false`: no row can be like this. */
export function askedOfRows(rule: ResolvedRelated, hasRows: boolean): Asked {
  const { entity, of, where, window, measure, operator, value } = rule;
  const isCount = measure.fn === 'count' || measure.fn === 'countDistinct';
  const mayBeMissing = measureMayBeMissing(measure.fn);
  const least = isCount ? 0 : anyNumber.least;
  const kind = { least, most: anyNumber.most, isWhole: isCount, mayBeMissing };
  // Over nothing a sum is 0, and a mean is missing.
  const none = mayBeMissing ? { least: Infinity, most: -Infinity } : { least: 0, most: 0 };
  return {
    key: textWithoutIds([entity, of, where, window, measure]),
    type: 'number',
    kind: hasRows ? kind : { ...kind, ...none },
    asked: comparedNumbers(operator, value.low, value.high),
  };
}

/** Whether somebody put the record in, or kept it out, by hand. */
export function askedOfPin({ segmentId, side }: ResolvedPinned): Asked {
  return {
    key: textWithoutIds(['pinned', segmentId, side]),
    type: 'flag',
    mayBeMissing: false,
    asked: { yes: side === 'in', no: side === 'out', missing: false },
  };
}

/** What a membership asks: in or not in, moved in the window or not. */
export function askedOfSegment({ segmentId, member, change }: ResolvedSegment): Asked {
  const yes = change !== null || member;
  return {
    key: textWithoutIds(['segment', segmentId, change]),
    type: 'flag',
    mayBeMissing: false,
    asked: { yes, no: !yes, missing: false },
  };
}
