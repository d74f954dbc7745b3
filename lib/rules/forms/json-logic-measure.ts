import type { MeasureFunction } from '../ast.ts';
import type { JsonLogic } from './json-logic.ts';

const current: JsonLogic = { var: 'current' };
const accumulator: JsonLogic = { var: 'accumulator' };

function count(list: JsonLogic): JsonLogic {
  return { reduce: [list, { '+': [1, accumulator] }, 0] };
}

function sum(list: JsonLogic): JsonLogic {
  return { reduce: [list, { '+': [current, accumulator] }, 0] };
}

/** The smallest or largest of a list, null of an empty one. */
function extreme(list: JsonLogic, operation: 'min' | 'max'): JsonLogic {
  const better = { if: [{ '===': [accumulator, null] }, current, { [operation]: [current, accumulator] }] };
  return { reduce: [list, better, null] };
}

function distinct(list: JsonLogic): JsonLogic {
  const added = { merge: [accumulator, [current]] };
  return { reduce: [list, { if: [{ in: [current, accumulator] }, accumulator, added] }, []] };
}

/** What rows come to; `key` is the measured value's name in a row, null for `count`. */
export function measureLogic(fn: MeasureFunction, key: string | null, rows: JsonLogic): JsonLogic {
  if (fn === 'count' || key === null) return count(rows);
  const all = { reduce: [rows, { merge: [accumulator, { var: `current.${key}` }] }, []] };
  const known = { filter: [all, { '!==': [{ var: '' }, null] }] };
  switch (fn) {
    case 'sum':
      return sum(known);
    case 'avg':
      return { '/': [sum(known), count(known)] };
    case 'countDistinct':
      return count(distinct(known));
    default:
      return extreme(known, fn);
  }
}

const functions = ['sum', 'avg', 'min', 'max', 'countDistinct'] as const;

/** Places in which a form of `measureLogic` holds its rows: the lists that its operations walk, outermost first. */
function listsIn(logic: unknown): unknown[] {
  if (typeof logic !== 'object' || logic === null) return [];
  const [operation, args] = Object.entries(logic)[0] ?? [];
  if (!Array.isArray(args)) return [];
  if (operation === '/') return listsIn(args[0]);
  return operation === 'reduce' || operation === 'filter' ? [args[0], ...listsIn(args[0])] : [];
}

function keyOf(logic: unknown): string | null {
  return /"var":"current\.([^"]+)"/.exec(JSON.stringify(logic))?.[1] ?? null;
}

/** The inverse of `measureLogic`: null when the expression is none of its forms. */
export function readMeasureLogic(
  logic: unknown,
): { fn: MeasureFunction; key: string | null; rows: unknown } | null {
  const text = JSON.stringify(logic);
  const matches = (fn: MeasureFunction, key: string | null, rows: unknown) =>
    JSON.stringify(measureLogic(fn, key, rows as JsonLogic)) === text;
  const lists = listsIn(logic);
  const [counted] = lists;
  const key = keyOf(logic);
  for (const rows of lists.slice(1)) {
    const fn = key === null ? undefined : functions.find((one) => matches(one, key, rows));
    if (fn) return { fn, key, rows };
  }
  return counted !== undefined && matches('count', null, counted)
    ? { fn: 'count', key: null, rows: counted }
    : null;
}
