import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { toastError } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { type PinOutcome, pinOutcomeShape } from '#lib/shared/pin-shapes.ts';

export type PinnedSegment = {
  id: string;
  name: string;
  entity: 'account' | 'contact';
  kind: 'rule' | 'list';
};
export type PinSide = 'in' | 'out';

const unpinned = z.object({ unpinned: z.number() });
/** As many as one request takes. */
const BATCH = 10_000;

/** Pins records of any number; an outcome over all of them. `expiresOn` is an ISO day. */
export async function sendPins(
  segmentId: string,
  records: readonly string[],
  how: { side: PinSide; reason: string; expiresOn: string | null },
): Promise<PinOutcome> {
  const outcome: PinOutcome = { pinned: 0, notFound: [] };
  for (let start = 0; start < records.length; start += BATCH) {
    const body = { ...how, records: records.slice(start, start + BATCH) };
    const path = `/segments/${segmentId}/pins`;
    const part = await api(path, { method: 'POST', body, schema: pinOutcomeShape });
    outcome.pinned += part.pinned;
    outcome.notFound.push(...part.notFound);
  }
  return outcome;
}

/** Takes pins away; a refusal becomes a toast. False = they still hold. */
export async function takePinsAway(segmentId: string, recordIds: readonly string[]): Promise<boolean> {
  try {
    for (let start = 0; start < recordIds.length; start += BATCH) {
      const body = { recordIds: recordIds.slice(start, start + BATCH) };
      await api(`/segments/${segmentId}/unpin`, { method: 'POST', body, schema: unpinned });
    }
    return true;
  } catch (error) {
    toastError(problemText(error));
    return false;
  }
}

/** What a pin did: "3 accounts kept out". */
export function pinnedWords({ kind, entity }: PinnedSegment, side: PinSide, count: number): string {
  const what = formatCount(count, entity);
  if (kind === 'list') return `${what} added`;
  return side === 'in' ? `${what} pinned in` : `${what} kept out`;
}

/** What taking pins away did. */
export function unpinnedWords({ kind, entity }: PinnedSegment, count: number): string {
  return kind === 'list'
    ? `${formatCount(count, entity)} taken off the list`
    : `${formatCount(count, 'pin')} taken away; the rule decides again`;
}
