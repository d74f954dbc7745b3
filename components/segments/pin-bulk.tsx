'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { problemText } from '#components/api-client.ts';
import type { Chosen } from '#components/table/use-chosen.ts';
import { Button } from '#components/ui/button.tsx';
import { toastError } from '#components/ui/toast.ts';
import { type PinnedSegment, type PinSide, takePinsAway, toastPinned } from './pin-actions.ts';

const PinDialog = dynamic(() => import('./pin-dialog.tsx').then((module) => module.PinDialog), {
  ssr: false,
});

/** Puts the chosen rows into a segment by hand, or keeps them out; takes them off a fixed list. */
export function PinBulk({
  segment,
  chosen,
  noPin,
  onDone,
}: {
  segment: PinnedSegment;
  chosen: Chosen;
  /** Why the person may not pin; null when they may. */
  noPin: string | null;
  onDone: () => void;
}) {
  const [side, setSide] = useState<PinSide | null>(null);
  const [busy, setBusy] = useState(false);

  async function takeOff(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      if (await takePinsAway(segment, await chosen.ids(), onDone)) chosen.clear();
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  if (segment.kind === 'list') {
    return (
      <Button size="sm" busy={busy} reason={noPin ?? undefined} onClick={() => void takeOff()}>
        Take off the list
      </Button>
    );
  }
  return (
    <>
      <Button size="sm" reason={noPin ?? undefined} onClick={() => setSide('in')}>
        Pin in…
      </Button>
      <Button size="sm" reason={noPin ?? undefined} onClick={() => setSide('out')}>
        Keep out…
      </Button>
      {side && (
        <PinDialog
          segment={segment}
          subject={chosen}
          startSide={side}
          onClose={() => setSide(null)}
          onPinned={(outcome, on) => {
            setSide(null);
            toastPinned(segment, outcome, on, onDone);
            chosen.clear();
            onDone();
          }}
        />
      )}
    </>
  );
}
