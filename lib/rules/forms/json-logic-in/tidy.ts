import type { MeasureOperator, RelatedCondition, Rule } from '../../ast.ts';
import { canonicalText } from '../../canonical.ts';
import { complementOf, measureMayBeMissing, positiveOf } from '../../operators.ts';
import { compareMeasure } from '../../to-predicate-related.ts';
import { condition, group, grouped, type Reading } from './reading.ts';

const opposites: Record<MeasureOperator, MeasureOperator> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'gte',
  gte: 'lt',
  lte: 'gt',
  gt: 'lte',
  between: 'notBetween',
  notBetween: 'between',
};

function isExistence(rule: Rule): boolean {
  return (
    rule.kind === 'related' && rule.measure.fn === 'count' && rule.operator === 'gte' && rule.value === 1
  );
}

function relatedComplement(rule: RelatedCondition): RelatedCondition | null {
  if (isExistence(rule)) return { ...rule, operator: 'eq', value: 0 };
  const { fn } = rule.measure;
  const isEquality = ['eq', 'ne', 'between', 'notBetween'].includes(rule.operator);
  if (measureMayBeMissing(fn) && !isEquality) return null;
  return { ...rule, operator: opposites[rule.operator] };
}

/** Exactly the opposite of a rule, said by an operator where there is one. */
export function negated(rule: Rule, reading: Reading): Rule {
  if (rule.kind === 'group' && rule.op !== 'all') {
    return { ...rule, op: rule.op === 'any' ? 'none' : 'any' };
  }
  const said = negatedLeaf(rule);
  return said ?? group('none', [rule], reading);
}

function negatedLeaf(rule: Rule): Rule | null {
  if (rule.kind === 'related') return relatedComplement(rule);
  if (rule.kind === 'segment') return rule.change ? null : { ...rule, member: !rule.member };
  if (rule.kind !== 'field') return null;
  const operator = complementOf(rule.operator);
  return operator ? { ...rule, operator } : null;
}

/** That the rows which a measure looks at are there, as the guard beside it says. */
function guardOf(rule: RelatedCondition, reading: Reading): RelatedCondition {
  const { measure, where } = rule;
  const known =
    measureMayBeMissing(measure.fn) && measure.fn !== 'count'
      ? condition(measure.field, 'notEmpty', reading)
      : null;
  const rules = [...(where ? [where] : []), ...(known ? [known] : [])];
  return {
    ...rule,
    measure: { fn: 'count' },
    operator: 'gte',
    value: 1,
    where: rules.length === 0 ? null : (flattened(group('all', rules, reading)) as RelatedCondition['where']),
  };
}

/** Groups of "all" inside of "all" dissolve, so that guards compare whichever way they were written. */
function flattened(rule: Rule): Rule {
  if (rule.kind !== 'group') return rule;
  const rules = rule.rules.map(flattened);
  if (rule.op !== 'all') return { ...rule, rules };
  return {
    ...rule,
    rules: rules.flatMap((one) => (one.kind === 'group' && one.op === 'all' ? one.rules : [one])),
  };
}

function sameText(rule: Rule): string {
  if (rule.kind !== 'related' || !rule.where) return canonicalText(rule);
  const where =
    rule.where.op === 'all' ? rule.where : { ...rule.where, op: 'all' as const, rules: [rule.where] };
  return canonicalText({ ...rule, where: flattened(where) as typeof where });
}

/** Whether the rule holds only where `guard` does, so that the guard beside it says nothing. */
function implies(rule: Rule, guard: Rule, reading: Reading): boolean {
  if (rule === guard) return false;
  if (guard.kind === 'field' && guard.operator === 'notEmpty') {
    const isPositive = rule.kind === 'field' && positiveOf(rule.operator) === null;
    return isPositive && rule.operator !== 'notEmpty' && rule.field === guard.field;
  }
  if (rule.kind !== 'related' || !isExistence(guard) || isExistence(rule)) return false;
  const { measure, operator, value } = rule;
  const [low, high] = Array.isArray(value) ? value : [value, value];
  const needsRows = measureMayBeMissing(measure.fn)
    ? operator !== 'ne' && operator !== 'notBetween'
    : !compareMeasure(0, operator, { low, high });
  return needsRows && sameText(guardOf(rule, reading)) === sameText(guard);
}

/**
 * Parts that all have to hold, without what others of them say already: JsonLogic guards most tests by one for null,
 * and a choice that a guard has made is no choice.
 */
export function allOf(parts: Rule[], reading: Reading): Rule {
  const flat = parts.flatMap((part) => (part.kind === 'group' && part.op === 'all' ? part.rules : [part]));
  const excluded = new Set(
    flat.flatMap((part) => {
      const opposite = negatedLeaf(part);
      return opposite ? [sameText(opposite)] : [];
    }),
  );
  const chosen = flat.map((part) => {
    if (part.kind !== 'group' || part.op !== 'any') return part;
    return grouped(
      'any',
      part.rules.filter((one) => !excluded.has(sameText(one))),
      reading,
    );
  });
  const needed = chosen.filter((guard) => !chosen.some((rule) => implies(rule, guard, reading)));
  return grouped('all', needed, reading);
}
