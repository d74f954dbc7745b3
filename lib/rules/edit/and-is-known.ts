import type { Draft, DraftRule } from '../draft.ts';
import { addRule } from './add-rule.ts';
import { findNode, findParent } from './tree.ts';
import { wrapRule } from './wrap-rule.ts';

/**
 * Adds "is not empty" on the field of a negative condition right behind it, so that records without a value stay out.
 * In a group that is not `all` the two are first put into one that is.
 */
export function andIsKnown(draft: Draft, id: string, newId: () => string): Draft {
  const node = findNode(draft, id);
  if (node?.kind !== 'field') return draft;
  const place = findParent(draft, id);
  if (place?.parent.kind !== 'group') return draft;
  const known: DraftRule = { id: newId(), kind: 'field', field: node.field, operator: 'notEmpty' };
  if (place.parent.op === 'all') return addRule(draft, place.parent.id, known, place.index + 1);
  const groupId = newId();
  return addRule(
    wrapRule(draft, id, 'all', () => groupId),
    groupId,
    known,
  );
}
