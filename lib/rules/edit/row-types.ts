import type { Draft, DraftFieldGroup } from '../draft.ts';
import { allNodes } from './tree.ts';

/** Types that a group of conditions on a row surely asks for; undefined when any type passes. */
function typesAsked(group: DraftFieldGroup): string[] | undefined {
  if (group.op !== 'all') return undefined;
  const asked = group.rules.find(
    (rule) => rule.kind === 'field' && rule.field === 'type' && ['in', 'eq'].includes(rule.operator),
  );
  if (asked?.kind !== 'field' || asked.muted) return undefined;
  const values = [asked.value].flat().filter((value) => typeof value === 'string');
  return values.length > 0 ? values : undefined;
}

/**
 * The types of signals or activities whose values a condition on a row is asked of: the topics of intent are not
 * those of hiring. Undefined for any other condition and where rows of any type are meant.
 */
export function rowTypesAround(draft: Draft, conditionId: string): string[] | undefined {
  for (const node of allNodes(draft.root)) {
    if (node.kind !== 'related' || !node.where) continue;
    const own = allNodes(node.where).find(({ id }) => id === conditionId);
    if (!own) continue;
    const hasTypes = node.entity === 'signal' || node.entity === 'activity';
    const isType = own.kind === 'field' && own.field === 'type';
    return hasTypes && !isType ? typesAsked(node.where) : undefined;
  }
  return undefined;
}
