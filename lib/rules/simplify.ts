import type { FieldGroup, Group, RelatedCondition, Rule, SegmentDefinition } from './ast.ts';
import { canonicalText } from './canonical.ts';
import { complementCondition } from './complement.ts';

const isAlways = (rule: Rule) => rule.kind === 'group' && rule.op !== 'any' && rule.rules.length === 0;
const isNever = (rule: Rule) => rule.kind === 'group' && rule.op === 'any' && rule.rules.length === 0;

/** Children of a group of the same meaning stand as well in this one; `none` takes apart what is joined by `any`. */
function flattened(group: Group): Rule[] {
  const joined = group.op === 'all' ? 'all' : 'any';
  return group.rules.flatMap((rule) => (rule.kind === 'group' && rule.op === joined ? rule.rules : [rule]));
}

function distinct(rules: Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [canonicalText(rule), rule] as const).reverse()).values()].reverse();
}

function negated(group: Group, only: Rule): Rule {
  if (only.kind !== 'group') return complementCondition(only) ?? { ...group, rules: [only] };
  if (only.op === 'none') return joined({ ...group, op: 'any', rules: only.rules });
  return { ...group, rules: [only] };
}

function joined(group: Group): Rule {
  const decisive = group.op === 'all' ? isNever : isAlways;
  const neutral = group.op === 'all' ? isAlways : isNever;
  const children = flattened(group);
  if (children.some(decisive)) return { ...group, op: group.op === 'any' ? 'all' : 'any', rules: [] };
  const rules = distinct(children.filter((rule) => !neutral(rule)));
  const [only, ...others] = rules;
  if (!only) return { ...group, op: group.op === 'any' ? 'any' : 'all', rules: [] };
  if (others.length > 0) return { ...group, rules };
  return group.op === 'none' ? negated(group, only) : only;
}

function simplifyRelated(rule: RelatedCondition): RelatedCondition {
  if (!rule.where) return rule;
  const where = simplifyRule(rule.where);
  if (isAlways(where)) return { ...rule, where: null };
  const group = where.kind === 'group' ? where : { ...rule.where, op: 'all' as const, rules: [where] };
  return { ...rule, where: group as FieldGroup };
}

function simplifyRule(rule: Rule): Rule {
  if (rule.kind === 'related') return simplifyRelated(rule);
  if (rule.kind !== 'group') return rule;
  return joined({ ...rule, rules: rule.rules.map(simplifyRule) });
}

/**
 * The same meaning in fewer words: nested groups of one kind joined, repeats and what never matters dropped, `none` of one
 * condition turned into its exact complement. Node ids of what stays are kept.
 */
export function simplify(definition: SegmentDefinition): SegmentDefinition {
  const rule = simplifyRule(definition.root);
  const root: Group =
    rule.kind === 'group' ? rule : { id: definition.root.id, kind: 'group', op: 'all', rules: [rule] };
  return { ...definition, root };
}
