import type { Condition, Rule, SegmentDefinition } from './ast.ts';

/** A condition that lets more in, and the number that was moved. */
export type Loosened = { condition: Condition; to: number; from: number };

/** About a tenth further out, on two digits: 500 → 450, 2,000 → 2,200, 3 → 2. */
function further(bound: number, direction: -1 | 1): number {
  if (Number.isInteger(bound) && Math.abs(bound) <= 10) return bound + direction;
  const moved = bound + direction * Math.abs(bound) * 0.1;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(moved))) - 1);
  return Math.round(moved / step) * step;
}

function lower(condition: Condition, from: number, value: (to: number) => unknown): Loosened | null {
  const to = further(from, -1);
  return to < 0 || (to === 0 && condition.kind === 'related')
    ? null
    : { condition: { ...condition, value: value(to) } as Condition, from, to };
}

function raise(condition: Condition, from: number, value: (to: number) => unknown): Loosened {
  const to = further(from, 1);
  return { condition: { ...condition, value: value(to) } as Condition, from, to };
}

/**
 * The condition with the bound that its nearest miss (`closest`) stands at moved a little further out, or null where the
 * condition compares no number or has no further to go.
 */
export function loosen(condition: Condition, closest: number | null): Loosened | null {
  if (condition.kind === 'segment' || closest === null) return null;
  const { operator, value } = condition;
  if (typeof value === 'number') {
    if (operator === 'gte' || operator === 'gt') return lower(condition, value, (to) => to);
    return operator === 'lte' || operator === 'lt' ? raise(condition, value, (to) => to) : null;
  }
  if (operator !== 'between' || !Array.isArray(value)) return null;
  const [low, high] = value;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return closest < low
    ? lower(condition, low, (to) => [to, high])
    : raise(condition, high, (to) => [low, to]);
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
