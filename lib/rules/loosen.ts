import type { Condition, Rule, SegmentDefinition } from './ast.ts';

/** A condition that lets more in, and the number that was moved. */
export type Loosened = { condition: Condition; to: number; from: number };

const YEARS_FURTHER = 5;

/** About a tenth further out, on two digits: 500 → 450, 2,000 → 2,200, 3 → 2; a year by five. */
function further(bound: number, direction: -1 | 1, isYear: boolean): number {
  if (isYear) return bound + direction * YEARS_FURTHER;
  if (Number.isInteger(bound) && Math.abs(bound) <= 10) return bound + direction;
  const moved = bound + direction * Math.abs(bound) * 0.1;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(moved))) - 1);
  return Math.round(moved / step) * step;
}

type Move = { from: number; isYear: boolean; value: (to: number) => unknown };

function lower(condition: Condition, { from, isYear, value }: Move): Loosened | null {
  const to = further(from, -1, isYear);
  return to < 0 || (to === 0 && condition.kind === 'related')
    ? null
    : { condition: { ...condition, value: value(to) } as Condition, from, to };
}

function raise(condition: Condition, { from, isYear, value }: Move): Loosened {
  const to = further(from, 1, isYear);
  return { condition: { ...condition, value: value(to) } as Condition, from, to };
}

/**
 * The condition with the bound that its nearest miss (`closest`) stands at moved a little further out, or null where the
 * condition compares no number or has no further to go. `isYear`: the numbers are years, of which a tenth means nothing.
 */
export function loosen(condition: Condition, closest: number | null, isYear = false): Loosened | null {
  if (condition.kind === 'segment' || closest === null) return null;
  const { operator, value } = condition;
  if (typeof value === 'number') {
    if (operator === 'gte' || operator === 'gt')
      return lower(condition, { from: value, isYear, value: (to) => to });
    return operator === 'lte' || operator === 'lt'
      ? raise(condition, { from: value, isYear, value: (to) => to })
      : null;
  }
  if (operator !== 'between' || !Array.isArray(value)) return null;
  const [low, high] = value;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return closest < low
    ? lower(condition, { from: low, isYear, value: (to) => [to, high] })
    : raise(condition, { from: high, isYear, value: (to) => [low, to] });
}

/** The definition with one condition replaced by another under the same id. */
export function withCondition(definition: SegmentDefinition, condition: Condition): SegmentDefinition {
  const replace = (rule: Rule): Rule => {
    if (rule.id === condition.id) return condition;
    return rule.kind === 'group' ? { ...rule, rules: rule.rules.map(replace) } : rule;
  };
  const root = replace(definition.root);
  return root.kind === 'group' ? { ...definition, root } : definition;
}
