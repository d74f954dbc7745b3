'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Explanation } from '#lib/shared/segment-activity-shapes.ts';
import { type PinSide, takePinsAway, toastPinned } from './pin-actions.ts';

const PinDialog = dynamic(() => import('./pin-dialog.tsx').then((module) => module.PinDialog), {
  ssr: false,
});

/** Below an explanation: puts the record in by hand, keeps it out, or lets the rule decide again. */
export function PinRecord({ explanation, onDone }: { explanation: Explanation; onDone: () => void }) {
  const { pinning, record, isMember } = explanation;
  const [side, setSide] = useState<PinSide | null>(null);
  const [busy, setBusy] = useState(false);
  if (!pinning?.mayPin) return null;
  const { segment, pin } = pinning;
  const isList = segment.kind === 'list';

  async function takeAway(): Promise<void> {
    if (busy || !pinning) return;
    setBusy(true);
    await takePinsAway(segment, [record.id], onDone);
    setBusy(false);
  }

  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {pin && (
        <Button size="sm" busy={busy} onClick={() => void takeAway()}>
          {isList ? 'Take off the list' : 'Take the pin away'}
        </Button>
      )}
      {!isMember && (
        <Button size="sm" onClick={() => setSide('in')}>
          {isList ? 'Add to the list…' : 'Put it in…'}
        </Button>
      )}
      {isMember && !isList && (
        <Button size="sm" onClick={() => setSide('out')}>
          Keep it out…
        </Button>
      )}
      {side && (
        <PinDialog
          segment={segment}
          subject={{ count: 1, name: record.name, ids: () => Promise.resolve([record.id]) }}
          startSide={side}
          onClose={() => setSide(null)}
          onPinned={(outcome, on) => {
            setSide(null);
            toastPinned(segment, outcome, on, onDone);
            onDone();
          }}
        />
      )}
    </div>
  );
}
