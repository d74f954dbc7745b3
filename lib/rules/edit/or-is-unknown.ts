import type { Draft, DraftFieldCondition, DraftGroup, DraftRule } from '../draft.ts';
import { replaceNode } from './tree.ts';

type Place = { id: string; isNegated: boolean };

/** Where the record's own conditions on a field stand, and whether a group around turns them round. */
function placesOf(group: DraftGroup, field: string, isNegated: boolean): Place[] {
  const inside = group.op === 'none' ? !isNegated : isNegated;
  return group.rules.flatMap((rule) => {
    if (rule.muted) return [];
    if (rule.kind === 'group') return placesOf(rule, field, inside);
    return rule.kind === 'field' && rule.field === field ? [{ id: rule.id, isNegated: inside }] : [];
  });
}

function letIn(rule: DraftFieldCondition, isNegated: boolean, newId: () => string): DraftRule {
  const known: DraftFieldCondition = {
    id: newId(),
    kind: 'field',
    field: rule.field,
    operator: isNegated ? 'notEmpty' : 'empty',
  };
  return { id: newId(), kind: 'group', op: isNegated ? 'all' : 'any', rules: [rule, known] };
}

/**
 * Lets in whoever some value of this field could bring in while theirs is missing: each of the record's own conditions on
 * the field gets "or is empty" beside it; inside of `none` groups, whose conditions keep out, "and is not empty".
 */
export function orIsUnknown(draft: Draft, field: string, newId: () => string): Draft {
  return placesOf(draft.root, field, false).reduce(
    (changed, { id, isNegated }) =>
      replaceNode(changed, id, (node) => (node.kind === 'field' ? [letIn(node, isNegated, newId)] : [node])),
    draft,
  );
}
