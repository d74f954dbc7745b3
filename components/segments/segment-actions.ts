import { z } from 'zod';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { segmentShape } from '#lib/shared/segment-shapes.ts';

const nothing = z.undefined();

type Named = { id: string; name: string };
type After = () => void;

async function post(path: string) {
  return api(path, { method: 'POST', schema: segmentShape });
}

/** Runs an action; its refusal becomes a toast with the API's own sentence. */
async function attempt(run: () => Promise<unknown>, after: After): Promise<void> {
  try {
    await run();
    after();
  } catch (error) {
    toastError(problemText(error));
  }
}

/** Retires a segment; one that something asks about only after the person has read what does. */
export async function retire(segment: Named, after: After, evenIfUsed = false): Promise<void> {
  try {
    await post(`/segments/${segment.id}/retire${evenIfUsed ? '?evenIfUsed=true' : ''}`);
    toastUndo(`${segment.name} retired`, () => void restore(segment, after));
    after();
  } catch (error) {
    const isInUse = error instanceof ApiProblem && error.issues.some((issue) => issue.code === 'in_use');
    toastError(
      problemText(error),
      isInUse ? { label: 'Retire anyway', run: () => void retire(segment, after, true) } : undefined,
    );
  }
}

export function restore(segment: Named, after: After): Promise<void> {
  return attempt(async () => {
    await post(`/segments/${segment.id}/restore`);
    toast(`${segment.name} is back in use`);
  }, after);
}

export function moveToTrash(segment: Named, after: After): Promise<void> {
  return attempt(async () => {
    await api(`/segments/${segment.id}`, { method: 'DELETE', schema: nothing });
    toastUndo(`${segment.name} moved to the Trash`, () => void takeFromTrash(segment, after));
  }, after);
}

export function takeFromTrash(segment: Named, after: After): Promise<void> {
  return attempt(async () => {
    await post(`/segments/${segment.id}/untrash`);
    toast(`${segment.name} is back from the Trash`);
  }, after);
}

export function markReviewed(segment: Named, after: After): Promise<void> {
  return attempt(async () => {
    await post(`/segments/${segment.id}/review`);
    toast(`${segment.name} reviewed; the next review is due in 90 days`);
  }, after);
}

/** Makes a copy and hands over its id. */
export async function duplicate(segment: Named, open: (id: string) => void): Promise<void> {
  await attempt(
    async () => {
      const copy = await post(`/segments/${segment.id}/duplicate`);
      toast(`${copy.name} created`);
      open(copy.id);
    },
    () => {},
  );
}
