import type { Measure, MeasureOperator } from './ast.ts';
import type { Catalog } from './catalog.ts';
import { measureMayBeMissing } from './operators.ts';
import type { RelatedRow } from './record-facts.ts';
import { catalogField, localKey } from './resolved-fields.ts';
import type { ResolvedField, ResolvedFieldGroup, ResolvedRelated } from './resolved.ts';
import { comparable, fieldTest } from './to-predicate-field.ts';
import { unreachable } from '#lib/shared/errors.ts';
import { exactSum } from '#lib/shared/exact-sum.ts';

type RowTest = (row: RelatedRow) => boolean;

function rowTest(rule: ResolvedFieldGroup | ResolvedField, catalog: Catalog): RowTest {
  if (rule.kind === 'field') {
    const holds = fieldTest(rule, catalogField(catalog, rule.field));
    const key = localKey(rule.field);
    return (row) => holds(row.values[key]);
  }
  const tests = rule.rules.map((child) => rowTest(child, catalog));
  if (rule.op === 'all') return (row) => tests.every((test) => test(row));
  if (rule.op === 'any') return (row) => tests.some((test) => test(row));
  return (row) => !tests.some((test) => test(row));
}

/** Which rows a related condition counts: inside its window and passing its `where`. */
export function countedRows(condition: ResolvedRelated, catalog: Catalog): RowTest {
  const passes = condition.where ? rowTest(condition.where, catalog) : () => true;
  const { window } = condition;
  if (!window) return passes;
  const { from, to } = window.bounds;
  return (row) => {
    const date = row.values[window.field];
    if (typeof date !== 'number') return false;
    return (from === null || date >= from) && (to === null || date <= to) && passes(row);
  };
}

/** The measured number, or null for `min`, `max`, `avg` over nothing. Rows without the value are skipped. */
export function measureRows(
  measure: Measure,
  entity: ResolvedRelated['entity'],
  rows: readonly RelatedRow[],
  catalog: Catalog,
): number | null {
  if (measure.fn === 'count') return rows.length;
  const field = catalogField(catalog, `${entity}.${measure.field}`);
  const held = rows.flatMap((row) => comparable(field, row.values[measure.field]) ?? []);
  if (measure.fn === 'countDistinct') {
    return new Set(held.flatMap((value) => (value.kind === 'texts' ? value.texts : [JSON.stringify(value)])))
      .size;
  }
  const numbers = held.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  if (measure.fn === 'sum') return exactSum(numbers);
  if (numbers.length === 0) return null;
  if (measure.fn === 'avg') return exactSum(numbers) / numbers.length;
  return measure.fn === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

/** Compares a measured number with the asked one (or with both ends, included). */
export function compareMeasure(
  measured: number,
  operator: MeasureOperator,
  asked: { low: number; high: number },
): boolean {
  switch (operator) {
    case 'eq':
      return measured === asked.low;
    case 'ne':
      return measured !== asked.low;
    case 'lt':
      return measured < asked.low;
    case 'lte':
      return measured <= asked.low;
    case 'gt':
      return measured > asked.low;
    case 'gte':
      return measured >= asked.low;
    case 'between':
      return measured >= asked.low && measured <= asked.high;
    case 'notBetween':
      return measured < asked.low || measured > asked.high;
    default:
      return unreachable(operator);
  }
}

/** Whether a related condition holds for the rows it looks at; a missing measure passes only a negation. */
export function relatedTest(
  condition: ResolvedRelated,
  catalog: Catalog,
): (rows: readonly RelatedRow[]) => boolean {
  const counted = countedRows(condition, catalog);
  const { measure, operator, value } = condition;
  const passesWithout = measureMayBeMissing(measure.fn) && (operator === 'ne' || operator === 'notBetween');
  return (rows) => {
    const measured = measureRows(measure, condition.entity, rows.filter(counted), catalog);
    return measured === null ? passesWithout : compareMeasure(measured, operator, value);
  };
}
