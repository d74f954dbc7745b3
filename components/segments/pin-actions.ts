import { api, problemText } from '#components/api-client.ts';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { formatIsoDay } from '#lib/shared/days.ts';
import { formatCount } from '#lib/shared/format.ts';
import { type HeldPin, type PinOutcome, pinOutcomeShape, unpinOutcomeShape } from '#lib/shared/pin-shapes.ts';

export type PinnedSegment = {
  id: string;
  name: string;
  entity: 'account' | 'contact';
  kind: 'rule' | 'list';
};
export type PinSide = 'in' | 'out';

/** As many as one request takes. */
const BATCH = 10_000;

/** Pins records of any number; an outcome over all of them. `expiresOn` is an ISO day. */
export async function sendPins(
  segmentId: string,
  records: readonly string[],
  how: { side: PinSide; reason: string; expiresOn: string | null },
): Promise<PinOutcome> {
  const outcome: PinOutcome = { pinned: 0, recordIds: [], replaced: [], notFound: [] };
  for (let start = 0; start < records.length; start += BATCH) {
    const body = { ...how, records: records.slice(start, start + BATCH) };
    const path = `/segments/${segmentId}/pins`;
    const part = await api(path, { method: 'POST', body, schema: pinOutcomeShape });
    outcome.pinned += part.pinned;
    outcome.recordIds.push(...part.recordIds);
    outcome.replaced.push(...part.replaced);
    outcome.notFound.push(...part.notFound);
  }
  return outcome;
}

async function sendUnpins(segmentId: string, recordIds: readonly string[]): Promise<HeldPin[]> {
  const taken: HeldPin[] = [];
  for (let start = 0; start < recordIds.length; start += BATCH) {
    const body = { recordIds: recordIds.slice(start, start + BATCH) };
    const path = `/segments/${segmentId}/unpin`;
    taken.push(...(await api(path, { method: 'POST', body, schema: unpinOutcomeShape })).taken);
  }
  return taken;
}

/**
 * Takes pins away and offers to put them back; `onChange` is told after each. A refusal becomes a toast. False = they
 * still hold.
 */
export async function takePinsAway(
  segment: PinnedSegment,
  recordIds: readonly string[],
  onChange: () => void,
): Promise<boolean> {
  try {
    const taken = await sendUnpins(segment.id, recordIds);
    const words = unpinnedWords(segment, taken.length);
    if (taken.length === 0) toast(words);
    else toastUndo(words, () => void putBack(segment, [], taken, onChange));
    onChange();
    return true;
  } catch (error) {
    toastError(problemText(error));
    return false;
  }
}

/** Says what a pin did and offers to take it back; `onChange` is told after that. */
export function toastPinned(
  segment: PinnedSegment,
  { pinned, recordIds, replaced }: PinOutcome,
  side: PinSide,
  onChange: () => void,
): void {
  const before = new Set(replaced.map(({ recordId }) => recordId));
  const fresh = recordIds.filter((id) => !before.has(id));
  const words = pinnedWords(segment, side, pinned);
  if (pinned === 0) toast(words);
  else toastUndo(words, () => void putBack(segment, fresh, replaced, onChange));
}

/** Takes `fresh` pins away and puts `pins` back as they were: those of one side, reason and last day together. */
async function putBack(
  segment: PinnedSegment,
  fresh: readonly string[],
  pins: readonly HeldPin[],
  onChange: () => void,
): Promise<void> {
  const groups = Map.groupBy(pins, ({ side, reason, expiresOn }) =>
    JSON.stringify([side, reason, expiresOn]),
  );
  try {
    await sendUnpins(segment.id, fresh);
    for (const group of groups.values()) {
      const [one] = group;
      if (!one) continue;
      const { side, reason, expiresOn } = one;
      const records = group.map(({ recordId }) => recordId);
      const until = expiresOn === null ? null : formatIsoDay(expiresOn);
      await sendPins(segment.id, records, { side, reason, expiresOn: until });
    }
  } catch (error) {
    toastError(problemText(error));
  }
  // What came before a refusal holds, too.
  onChange();
}

/** What a pin did: "3 accounts kept out". */
function pinnedWords({ kind, entity }: PinnedSegment, side: PinSide, count: number): string {
  const what = formatCount(count, entity);
  if (kind === 'list') return `${what} added`;
  return side === 'in' ? `${what} pinned in` : `${what} kept out`;
}

/** What taking pins away did. */
function unpinnedWords({ kind, entity }: PinnedSegment, count: number): string {
  return kind === 'list'
    ? `${formatCount(count, entity)} taken off the list`
    : `${formatCount(count, 'pin')} taken away; the rule decides again`;
}
