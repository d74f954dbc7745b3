import { api, problemText } from '#components/api-client.ts';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import {
  type BulkOutcome,
  type BulkSegmentsInput,
  bulkOutcomeShape,
} from '#lib/shared/segment-bulk-shapes.ts';

type Change<Of = BulkSegmentsInput> = Of extends BulkSegmentsInput ? Omit<Of, 'ids'> : never;

function send(change: Change, ids: string[]): Promise<BulkOutcome> {
  const body = { ...change, ids };
  return api('/segments/bulk', { method: 'POST', body, schema: bulkOutcomeShape });
}

const past: Record<BulkSegmentsInput['action'], (change: Change) => string> = {
  tag: (change) => `tagged ${'tag' in change ? change.tag : ''}`,
  untag: (change) => `no longer tagged ${'tag' in change ? change.tag : ''}`,
  retire: () => 'retired',
  restore: () => 'back in use',
  tier: (change) => ('tierId' in change && change.tierId === null ? 'give no tier now' : 'give the tier now'),
};

/** What takes each part of an outcome back: the same segments, the other way. */
function undoOf(change: Change, { changed }: BulkOutcome): { change: Change; ids: string[] }[] {
  const ids = changed.map(({ id }) => id);
  switch (change.action) {
    case 'tag':
      return [{ change: { action: 'untag', tag: change.tag }, ids }];
    case 'untag':
      return [{ change: { action: 'tag', tag: change.tag }, ids }];
    case 'retire':
      return [{ change: { action: 'restore' }, ids }];
    case 'restore':
      return [{ change: { action: 'retire', evenIfUsed: true }, ids }];
    case 'tier':
      return [...Map.groupBy(changed, ({ tierId }) => tierId)].map(([tierId, group]) => ({
        change: { action: 'tier', tierId },
        ids: group.map(({ id }) => id),
      }));
  }
}

/** Does one thing to many segments, says what came of it, and offers to take it back. */
export async function doToMany(change: Change, ids: string[], after: () => void): Promise<void> {
  try {
    const outcome = await send(change, ids);
    after();
    for (const { message } of outcome.refused.slice(0, 3)) toastError(message);
    const count = outcome.changed.length;
    if (count === 0) {
      if (outcome.refused.length === 0) toast('Nothing changed: they were so already.');
      return;
    }
    toastUndo(`${formatCount(count, 'segment')} ${past[change.action](change)}`, () => {
      Promise.all(undoOf(change, outcome).map((part) => send(part.change, part.ids))).then(
        after,
        (error: unknown) => toastError(problemText(error)),
      );
    });
  } catch (error) {
    toastError(problemText(error));
  }
}
