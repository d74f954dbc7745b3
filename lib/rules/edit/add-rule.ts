import type { Draft, DraftRule } from '../draft.ts';
import { mayHold, replaceNode } from './tree.ts';

/** Puts a rule into a group, at `index` or last. The draft itself comes back when the group may not hold it. */
export function addRule(
  draft: Draft,
  groupId: string,
  rule: DraftRule,
  index = Number.POSITIVE_INFINITY,
): Draft {
  if (!mayHold(draft, groupId, rule)) return draft;
  return replaceNode(draft, groupId, (group) => {
    if (group.kind !== 'group') return [group];
    const rules = [...group.rules] as DraftRule[];
    rules.splice(Math.max(0, Math.min(index, rules.length)), 0, rule);
    return [{ ...group, rules }];
  });
}
