import { api } from '#components/api-client.ts';
import { toastUndo } from '#components/ui/toast.ts';
import { handChangedSchema, type PlanBook } from '#lib/shared/plan-shapes.ts';
import type { SwapMove } from '#lib/shared/swap-shapes.ts';
import { sendPlan } from './plan-actions.ts';

/**
 * Makes the moves of a suggestion changes by hand, and offers to take all of them back at once. When the second is
 * refused the first is taken back, so that half a swap never stays. Throws what the server refuses.
 */
export async function applySwap(
  planId: string,
  slot: PlanBook['slot'],
  moves: readonly SwapMove[],
  refresh: () => void,
): Promise<void> {
  const undoIds: string[] = [];
  const takeBack = async () => {
    for (const undoId of undoIds.toReversed()) {
      await sendPlan(`/plans/${planId}/changes/undo`, { method: 'POST', body: { undoId } });
    }
    refresh();
  };
  const isSwap = moves.length === 2;
  try {
    for (const { accounts, to } of moves) {
      const done = await api(`/plans/${planId}/changes`, {
        method: 'POST',
        body: {
          accountIds: accounts.map((account) => account.id),
          holder: { slot, repId: to.id },
          reason: isSwap ? 'Swap that evens out two books' : 'Move that evens out two books',
        },
        schema: handChangedSchema,
      });
      undoIds.push(done.undoId);
    }
  } catch (error) {
    await takeBack();
    throw error;
  }
  refresh();
  const [first, second] = moves;
  const name = (move: SwapMove | undefined) => move?.accounts[0]?.name ?? '';
  const sentence = isSwap
    ? `Swapped ${name(first)} for ${name(second)}`
    : `Moved ${name(first)} to ${first?.to.name ?? ''}`;
  toastUndo(sentence, () => void takeBack());
}
