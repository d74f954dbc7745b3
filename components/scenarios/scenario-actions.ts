import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { sendPlan } from '#components/territories/plan-actions.ts';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { type AdoptedScenario, adoptedSchema } from '#lib/shared/scenario-shapes.ts';

type Named = { id: string; name: string };

/** Makes a scenario the draft and offers to take that back; null where it was refused, which is then said. */
export async function adoptScenario(
  scenario: Named,
  version: number,
  refresh: () => void,
): Promise<AdoptedScenario | null> {
  try {
    const done = await api(`/plans/${scenario.id}/adopt`, {
      method: 'POST',
      ifMatch: version,
      schema: adoptedSchema,
    });
    refresh();
    toastUndo(
      `“${scenario.name}” is the draft now; the draft before is kept as “${done.saved.name}”. Publishing would move ${formatCount(done.moves, 'account')}`,
      () => {
        void sendPlan(`/plans/${done.saved.id}/adopt`, { method: 'POST' }).then(refresh);
      },
    );
    return done;
  } catch (error) {
    toastError(problemText(error));
    return null;
  }
}

/** Puts a scenario away, with Undo, or brings it back. */
export async function archiveScenario(
  scenario: Named,
  isArchived: boolean,
  refresh: () => void,
): Promise<void> {
  const path = `/plans/${scenario.id}`;
  if (!(await sendPlan(path, { method: 'PATCH', body: { isArchived } }))) return;
  refresh();
  if (!isArchived) return;
  toastUndo(`“${scenario.name}” put away`, () => {
    void sendPlan(path, { method: 'PATCH', body: { isArchived: false } }).then(refresh);
  });
}

/** What was created. */
export const createdSchema = z.object({ id: z.string() });
