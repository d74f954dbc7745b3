import type { Draft } from '../draft.ts';
import { moveRule } from './move-rule.ts';
import type { DraftNode } from './tree.ts';
import { findNode, findParent } from './tree.ts';

type Place = { groupId: string; index: number };

function isGroup(node: DraftNode | undefined): node is DraftNode & { kind: 'group' } {
  return node?.kind === 'group';
}

/** Where one step up or down leads: into the group next door, past the neighbour, or out of the own group. */
function nextPlace(draft: Draft, id: string, step: -1 | 1): Place | null {
  const here = findParent(draft, id);
  if (here?.parent.kind !== 'group') return null;
  const { parent, index } = here;
  const neighbour = parent.rules[index + step];
  if (isGroup(neighbour)) return { groupId: neighbour.id, index: step === 1 ? 0 : neighbour.rules.length };
  if (neighbour) return { groupId: parent.id, index: index + step };
  const outer = findParent(draft, parent.id);
  if (outer?.parent.kind !== 'group') return null;
  return { groupId: outer.parent.id, index: step === 1 ? outer.index + 1 : outer.index };
}

/**
 * Moves a node one step up (-1) or down (1) in reading order: groups on the way are entered and left. The draft itself
 * comes back at either end, and where a row's conditions would leave their row.
 */
export function stepMove(draft: Draft, id: string, step: -1 | 1): Draft {
  const place = nextPlace(draft, id, step);
  if (!place) return draft;
  const moved = moveRule(draft, id, place.groupId, place.index);
  if (moved !== draft) return moved;
  // A group cannot be entered by a rule that may not stand in it: it is passed instead.
  const here = findParent(draft, id);
  return here && findNode(draft, here.parent.id)
    ? moveRule(draft, id, here.parent.id, here.index + step)
    : draft;
}
