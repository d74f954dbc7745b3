import type { MeasureFunction, MeasureOperator, Operator } from './ast.ts';
import type { Field, FieldType } from './catalog.ts';

export type ValueShape =
  | 'none'
  | 'text'
  | 'texts'
  | 'number'
  | 'numberRange'
  | 'date'
  | 'dateRange'
  | 'window';

/** How an operator reads for some types, and what value it takes there. */
type Form = { types: readonly FieldType[]; shape: ValueShape; words: string };

/**
 * `negates` names the positive operator that this one is the exact complement of. So an operator with `negates` is true
 * for a missing value, and every other operator is false for it.
 */
export type OperatorRow = { key: Operator; forms: readonly Form[]; negates?: Operator };

const texts = ['text', 'category'] as const;
const named = ['text', 'category', 'ref'] as const;
const numbers = ['number', 'money'] as const;
const dates = ['day', 'instant'] as const;
const every = [
  'text',
  'category',
  'number',
  'money',
  'day',
  'instant',
  'boolean',
  'tags',
  'ref',
] as const satisfies readonly FieldType[];

/** The one operator table: parser, builder, sentence and evaluators all read it. Order is the order of menus. */
export const operatorTable = {
  eq: {
    key: 'eq',
    forms: [
      { types: named, shape: 'text', words: 'is' },
      { types: numbers, shape: 'number', words: '=' },
    ],
  },
  ne: {
    key: 'ne',
    negates: 'eq',
    forms: [
      { types: named, shape: 'text', words: 'is not' },
      { types: numbers, shape: 'number', words: '≠' },
    ],
  },
  in: { key: 'in', forms: [{ types: named, shape: 'texts', words: 'is any of' }] },
  notIn: { key: 'notIn', negates: 'in', forms: [{ types: named, shape: 'texts', words: 'is none of' }] },
  contains: { key: 'contains', forms: [{ types: texts, shape: 'text', words: 'contains' }] },
  notContains: {
    key: 'notContains',
    negates: 'contains',
    forms: [{ types: texts, shape: 'text', words: 'does not contain' }],
  },
  startsWith: { key: 'startsWith', forms: [{ types: texts, shape: 'text', words: 'starts with' }] },
  endsWith: { key: 'endsWith', forms: [{ types: texts, shape: 'text', words: 'ends with' }] },
  lt: { key: 'lt', forms: [{ types: numbers, shape: 'number', words: '<' }] },
  lte: { key: 'lte', forms: [{ types: numbers, shape: 'number', words: '≤' }] },
  gt: { key: 'gt', forms: [{ types: numbers, shape: 'number', words: '>' }] },
  gte: { key: 'gte', forms: [{ types: numbers, shape: 'number', words: '≥' }] },
  on: { key: 'on', forms: [{ types: dates, shape: 'date', words: 'on' }] },
  before: { key: 'before', forms: [{ types: dates, shape: 'date', words: 'before' }] },
  after: { key: 'after', forms: [{ types: dates, shape: 'date', words: 'after' }] },
  between: {
    key: 'between',
    forms: [
      { types: numbers, shape: 'numberRange', words: 'between' },
      { types: dates, shape: 'dateRange', words: 'between' },
    ],
  },
  notBetween: {
    key: 'notBetween',
    negates: 'between',
    forms: [{ types: numbers, shape: 'numberRange', words: 'not between' }],
  },
  within: { key: 'within', forms: [{ types: dates, shape: 'window', words: 'in' }] },
  notWithin: {
    key: 'notWithin',
    negates: 'within',
    forms: [{ types: dates, shape: 'window', words: 'not in' }],
  },
  isTrue: { key: 'isTrue', forms: [{ types: ['boolean'], shape: 'none', words: 'is true' }] },
  isFalse: { key: 'isFalse', forms: [{ types: ['boolean'], shape: 'none', words: 'is false' }] },
  hasAny: { key: 'hasAny', forms: [{ types: ['tags'], shape: 'texts', words: 'has any of' }] },
  hasAll: { key: 'hasAll', forms: [{ types: ['tags'], shape: 'texts', words: 'has all of' }] },
  hasNone: {
    key: 'hasNone',
    negates: 'hasAny',
    forms: [{ types: ['tags'], shape: 'texts', words: 'has none of' }],
  },
  empty: {
    key: 'empty',
    negates: 'notEmpty',
    forms: [{ types: every, shape: 'none', words: 'is empty' }],
  },
  notEmpty: { key: 'notEmpty', forms: [{ types: every, shape: 'none', words: 'is not empty' }] },
} as const satisfies Record<Operator, OperatorRow>;

/** The table in the order of menus. */
export const operatorRows: readonly OperatorRow[] = Object.values(operatorTable);

export function isOperator(text: unknown): text is Operator {
  return typeof text === 'string' && Object.hasOwn(operatorTable, text);
}

/** The row of one operator. */
export function operatorRow(operator: Operator): OperatorRow {
  return operatorTable[operator];
}

function formOf(operator: Operator, type: FieldType): Form | null {
  return operatorRow(operator).forms.find((form) => form.types.includes(type)) ?? null;
}

/** The operators that a field of this type allows, in the order of menus. */
export function operatorsFor(field: Pick<Field, 'type'>): Operator[] {
  return operatorRows.filter((row) => formOf(row.key, field.type) !== null).map((row) => row.key);
}

/** What value the operator takes on a field of this type; null when the type does not allow the operator. */
export function valueShapeOf(operator: Operator, type: FieldType): ValueShape | null {
  return formOf(operator, type)?.shape ?? null;
}

/** The operator as the interface shows it, for example `is any of` or `≥`. */
export function operatorWords(operator: Operator, type: FieldType): string {
  return formOf(operator, type)?.words ?? operator;
}

/** The positive operator that this one negates, or null when it is positive itself. */
export function positiveOf(operator: Operator): Operator | null {
  return operatorRow(operator).negates ?? null;
}

/** The operator that is exactly not this one, in either direction, or null when the table has none. */
export function complementOf(operator: Operator): Operator | null {
  const positive = positiveOf(operator);
  if (positive) return positive;
  return operatorRows.find((row) => row.negates === operator)?.key ?? null;
}

/** Operators of a measure. `eq` and `ne` are left out for `sum` and `avg`, whose float order makes them a trap. */
export function measureOperatorsFor(fn: MeasureFunction): MeasureOperator[] {
  const ordered: MeasureOperator[] = ['gte', 'lte', 'gt', 'lt', 'between', 'notBetween'];
  return fn === 'sum' || fn === 'avg'
    ? ordered
    : ['gte', 'lte', 'eq', 'ne', 'gt', 'lt', 'between', 'notBetween'];
}

/** `min`, `max` and `avg` over nothing are missing; the others are 0. */
export function measureMayBeMissing(fn: MeasureFunction): boolean {
  return fn === 'min' || fn === 'max' || fn === 'avg';
}

/** The measure functions that a field of this type allows, `count` aside. */
export function measureFunctionsFor(type: FieldType): Exclude<MeasureFunction, 'count'>[] {
  if (type === 'number' || type === 'money') return ['sum', 'avg', 'min', 'max', 'countDistinct'];
  return ['countDistinct'];
}
