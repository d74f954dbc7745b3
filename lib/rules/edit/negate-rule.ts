import type { Condition } from '../ast.ts';
import { complementCondition } from '../complement.ts';
import type { Draft, DraftCondition, DraftGroup } from '../draft.ts';
import type { DraftNode } from './tree.ts';
import { findParent, replaceNode } from './tree.ts';
import { groupAround } from './wrap-rule.ts';

function negateCondition(condition: DraftCondition): DraftNode | null {
  if (condition.kind === 'related' && condition.measure.fn === 'count') {
    const { operator, value } = condition;
    if (operator === 'gte' && value === 1) return { ...condition, operator: 'eq', value: 0 };
    if (operator === 'eq' && value === 0) return { ...condition, operator: 'gte', value: 1 };
  }
  // A complement changes only the operator or the membership, never what may still be missing.
  return complementCondition(condition as Condition) as DraftNode | null;
}

function negateGroup(group: DraftGroup): DraftNode | null {
  if (group.op === 'any') return { ...group, op: 'none' };
  if (group.op === 'all') return null;
  const [only, ...others] = group.rules;
  return only && others.length === 0 ? only : { ...group, op: 'any' };
}

/**
 * Makes a node mean its exact opposite: by the complement of its operator where the table has one, else by a `none` group
 * around it. Negating such a group again brings back what it held.
 */
export function negateRule(draft: Draft, id: string, newId: () => string): Draft {
  // The root and the group on a related condition's rows can only become another group.
  const holdsARule = findParent(draft, id)?.parent.kind === 'group';
  return replaceNode(draft, id, (node) => {
    const negated = node.kind === 'group' ? negateGroup(node as DraftGroup) : negateCondition(node);
    const mustStayGroup = !holdsARule && negated?.kind !== 'group';
    if (negated && !mustStayGroup) return [negated];
    if (node.kind === 'group' && node.op === 'none') return [{ ...node, op: 'any' }];
    return [groupAround(node, 'none', newId())];
  });
}
