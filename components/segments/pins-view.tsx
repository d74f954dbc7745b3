'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { useChosen } from '#components/table/use-chosen.ts';
import { everyRow, useMoreRows } from '#components/table/use-more-rows.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { toastError } from '#components/ui/toast.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { type PinList, pinListShape, type SegmentPin } from '#lib/shared/pin-shapes.ts';
import { type PinnedSegment, takePinsAway, toastPinned } from './pin-actions.ts';
import { PinDialog } from './pin-dialog.tsx';
import { pinColumns, PinPhoneRow } from './pin-columns.tsx';

/** Pins of a segment: who, why, by whom and until when; more can be pinned and pins taken away. */
export function PinsView({
  first,
  segment,
  timeZone,
  noPin,
}: {
  first: PinList;
  segment: PinnedSegment;
  timeZone: string;
  /** Why the person may not pin; null when they may. */
  noPin: string | null;
}) {
  const router = useRouter();
  const refresh = () => router.refresh();
  const [isPinning, setPinning] = useState(false);
  const columns = useMemo(() => pinColumns(segment, timeZone), [segment, timeZone]);
  const askPins = (query: { limit: string; cursor?: string }) =>
    api(`/segments/${segment.id}/pins?${new URLSearchParams(query)}`, { schema: pinListShape });
  const { rows, hasMore, isLoadingMore, loadMore } = useMoreRows<SegmentPin>(first, (cursor) =>
    askPins({ limit: '200', cursor }),
  );
  const { counts } = first;
  const isList = segment.kind === 'list';
  const matching = counts.in + counts.out;
  const { selection, setSelection, chosen } = useChosen(segment.id, matching, async () => {
    const pins = await everyRow<SegmentPin>((cursor) =>
      askPins({ limit: '500', ...(cursor === null ? {} : { cursor }) }),
    );
    return pins.map(({ recordId }) => recordId);
  });

  async function takeAway(): Promise<void> {
    try {
      if (await takePinsAway(segment, await chosen.ids(), refresh)) chosen.clear();
    } catch (error) {
      toastError(problemText(error));
    }
  }

  return (
    <>
      <DataTable
        label={isList ? 'On the list' : 'Pinned'}
        pageKeys
        columns={columns}
        rows={rows}
        rowId={(pin) => pin.recordId}
        matching={matching}
        selection={noPin ? undefined : selection}
        onSelectionChange={setSelection}
        bulkActions={
          <Button size="sm" onClick={() => void takeAway()}>
            {isList ? 'Take off the list' : 'Take the pins away'}
          </Button>
        }
        hasMore={hasMore}
        loadingMore={isLoadingMore}
        onLoadMore={() => void loadMore()}
        onOpen={(pin) => {
          if (segment.entity === 'account') router.push(`/accounts/${pin.recordId}` as Route);
        }}
        phoneRow={(pin) => <PinPhoneRow pin={pin} />}
        toolbar={
          <>
            <Button reason={noPin ?? undefined} onClick={() => setPinning(true)}>
              {isList ? `Add ${segment.entity}s` : `Pin ${segment.entity}s`}
            </Button>
            <span className="text-12 text-ink-3">
              {isList
                ? formatCount(counts.in, segment.entity)
                : `${formatNumber(counts.in)} pinned in · ${formatNumber(counts.out)} kept out`}
            </span>
          </>
        }
        empty={
          <EmptyState title={isList ? 'The list is empty.' : 'Nobody is pinned; the rule alone decides.'}>
            {isList
              ? 'Add accounts by domain or id.'
              : 'A pin puts an account in, or keeps it out, whatever the rule says: with a reason, and a last day if you like.'}
          </EmptyState>
        }
      />
      {isPinning && (
        <PinDialog
          segment={segment}
          onClose={() => setPinning(false)}
          onPinned={(outcome, side) => {
            if (outcome.notFound.length === 0) setPinning(false);
            toastPinned(segment, outcome, side, refresh);
            refresh();
          }}
        />
      )}
    </>
  );
}
