import type { Move } from './moves.ts';

/**
 * Whose deal an open deal of a moving account is: the slot that the deal's owner loses, else that of the AE, else of
 * the CSM. Null where nobody loses the deal: the account changes only its territory, or had no such holder.
 */
export function keptSlot(move: Move, ownerRepId: number | null): Move['slots'][number] | null {
  const lost = move.slots.filter(({ fromRepId }) => fromRepId !== null);
  return (
    lost.find(({ fromRepId }) => fromRepId === ownerRepId) ??
    lost.find(({ slot }) => slot === 'ae') ??
    lost.find(({ slot }) => slot === 'csm') ??
    null
  );
}
