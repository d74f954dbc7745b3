import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { type HandChangeInput, handChangedSchema } from '#lib/shared/plan-shapes.ts';

const nothing = z.unknown();

/** Sends a change of the plan's structure; tells when it went through. A refusal is shown and returned as null. */
export async function sendPlan(
  path: string,
  options: { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown; ifMatch?: number },
): Promise<true | null> {
  try {
    await api(path, { ...options, schema: nothing });
    return true;
  } catch (error) {
    toastError(problemText(error));
    return null;
  }
}

/** Makes a change by hand and offers to take it back. Throws what the server refuses. */
export async function changeByHand(
  planId: string,
  change: HandChangeInput,
  say: (accounts: number) => string,
  refresh: () => void,
): Promise<void> {
  const done = await api(`/plans/${planId}/changes`, {
    method: 'POST',
    body: change,
    schema: handChangedSchema,
  });
  refresh();
  offerUndo(planId, say(done.accounts), done.undoId, refresh);
}

/** A note with Undo for a change that left an audit entry. */
export function offerUndo(planId: string, sentence: string, undoId: string, refresh: () => void): void {
  toastUndo(sentence, () => {
    void sendPlan(`/plans/${planId}/changes/undo`, { method: 'POST', body: { undoId } }).then(refresh);
  });
}
