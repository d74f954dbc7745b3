import type { Condition, Group, Rule, SegmentDefinition } from './ast.ts';

/**
 * Definitions made from a definition: who fails only one condition, who comes in, whose value is missing, which people.
 * Each is a plain rule, so that the same preview answers for it. Ids of repeated parts get a prefix to stay unique.
 */

function prefixed<Node extends Rule>(node: Node, prefix: string): Node {
  const id = `${prefix}${node.id}`;
  if (node.kind === 'group') return { ...node, id, rules: node.rules.map((rule) => prefixed(rule, prefix)) };
  if (node.kind === 'related' && node.where) return { ...node, id, where: prefixed(node.where, prefix) };
  return { ...node, id };
}

function allOf(definition: SegmentDefinition, rules: Rule[]): SegmentDefinition {
  return { ...definition, root: { id: 'both', kind: 'group', op: 'all', rules } };
}

function not(rule: Rule, id: string): Group {
  return { id, kind: 'group', op: 'none', rules: [rule] };
}

/** Records in `now` that are not in `before`. Both over the same kind of record. */
export function inOnly(now: SegmentDefinition, before: SegmentDefinition): SegmentDefinition {
  return allOf(now, [prefixed(now.root, 'now.'), not(prefixed(before.root, 'before.'), 'not-before')]);
}

/** Records that satisfy the definition and one more rule. */
export function narrowed(definition: SegmentDefinition, rule: Rule): SegmentDefinition {
  return allOf(definition, [definition.root, rule]);
}

function mapRules(rule: Rule, change: (rule: Rule) => Rule | null): Rule | null {
  const changed = change(rule);
  if (changed !== rule || rule.kind !== 'group') return changed;
  return { ...rule, rules: rule.rules.flatMap((inner) => mapRules(inner, change) ?? []) };
}

function withRoot(definition: SegmentDefinition, root: Rule | null): SegmentDefinition {
  return root?.kind === 'group' ? { ...definition, root } : definition;
}

/** The definition with one condition or group taken out; groups that this empties go as well. */
export function without(definition: SegmentDefinition, id: string): SegmentDefinition {
  const take = (rule: Rule): Rule | null => {
    if (rule.id === id) return null;
    if (rule.kind !== 'group') return rule;
    const rules = rule.rules.flatMap((inner) => take(inner) ?? []);
    return rules.length === 0 && rule.rules.length > 0 ? null : { ...rule, rules };
  };
  const root = take(definition.root);
  return withRoot(definition, root ?? { ...definition.root, op: 'all', rules: [] });
}

/** Records that are out and would be in if exactly this condition flipped. */
export function failingOnly(definition: SegmentDefinition, id: string): SegmentDefinition {
  const flipped = mapRules(definition.root, (rule) => (rule.id === id ? not(rule, `not.${id}`) : rule));
  return inOnly(withRoot(definition, flipped), definition);
}

function maybe(rule: Rule, field: string, negated: boolean): Rule {
  if (rule.kind === 'group') {
    const inside = rule.op === 'none' ? !negated : negated;
    return { ...rule, rules: rule.rules.map((inner) => maybe(inner, field, inside)) };
  }
  if (rule.kind !== 'field' || rule.field !== field) return rule;
  const operator = negated ? 'notEmpty' : 'empty';
  const known: Condition = { id: `${rule.id}.known`, kind: 'field', field, operator };
  return { id: `${rule.id}.maybe`, kind: 'group', op: negated ? 'all' : 'any', rules: [rule, known] };
}

/** Records that are out and that some value of this one missing field could bring in (Kleene's possible, less the members). */
export function inIfKnown(definition: SegmentDefinition, field: string): SegmentDefinition {
  return inOnly(withRoot(definition, maybe(definition.root, field, false)), definition);
}

function asContactRule(rule: Rule): Rule {
  if (rule.kind === 'group') return { ...rule, rules: rule.rules.map(asContactRule) };
  if (rule.kind === 'field') return { ...rule, field: `account.${rule.field}` };
  if (rule.kind === 'related') return { ...rule, of: rule.of === 'family' ? 'family' : 'account' };
  return rule;
}

/** The reachable people at the accounts that a definition selects. A contact definition keeps its own people. */
export function reachablePeople(definition: SegmentDefinition): SegmentDefinition {
  const reachable: Condition = { id: 'reachable', kind: 'field', field: 'reachable', operator: 'isTrue' };
  const root = definition.entity === 'contact' ? definition.root : asContactRule(definition.root);
  return {
    version: 1,
    entity: 'contact',
    root: { id: 'people', kind: 'group', op: 'all', rules: [root, reachable] },
  };
}

/** The groups that hold a node, outermost first; empty when the root does not hold it. */
export function groupsAround(root: Group, id: string): Group[] {
  for (const rule of root.rules) {
    if (rule.id === id) return [root];
    if (rule.kind !== 'group') continue;
    const inside = groupsAround(rule, id);
    if (inside.length > 0) return [root, ...inside];
  }
  return [];
}
