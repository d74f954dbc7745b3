import type { Condition, FieldCondition, MeasureFunction, MeasureOperator } from './ast.ts';
import { complementOf, measureMayBeMissing } from './operators.ts';

const exactComplements: Partial<Record<MeasureOperator, MeasureOperator>> = {
  eq: 'ne',
  ne: 'eq',
  between: 'notBetween',
  notBetween: 'between',
};

/** Complements only where the measure is never missing, because a missing one fails both `<` and `≥`. */
const orderedComplements: Partial<Record<MeasureOperator, MeasureOperator>> = {
  lt: 'gte',
  gte: 'lt',
  lte: 'gt',
  gt: 'lte',
};

/** The measure operator that is exactly not this one, or null when there is none. */
export function measureComplement(operator: MeasureOperator, fn: MeasureFunction): MeasureOperator | null {
  const exact = exactComplements[operator];
  if (exact) return exact;
  return measureMayBeMissing(fn) ? null : (orderedComplements[operator] ?? null);
}

/** Dates know `between` but not its negation. */
function isDateRange({ operator, value }: FieldCondition): boolean {
  return operator === 'between' && !(Array.isArray(value) && typeof value[0] === 'number');
}

/** The single condition that is exactly not this one, or null when only a `none` group can say it. */
export function complementCondition(condition: Condition): Condition | null {
  switch (condition.kind) {
    case 'field': {
      const operator = isDateRange(condition) ? null : complementOf(condition.operator);
      return operator && { ...condition, operator };
    }
    case 'related': {
      const operator = measureComplement(condition.operator, condition.measure.fn);
      return operator && { ...condition, operator };
    }
    case 'segment':
      return condition.change ? null : { ...condition, member: !condition.member };
  }
}
