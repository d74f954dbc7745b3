'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { type SegmentUse, segmentUseShape } from '#lib/shared/segment-shapes.ts';
import { UseLines } from './uses-list.tsx';

const usesShape = z.object({ items: z.array(segmentUseShape) });

/** Where one segment is used, asked when it opens. */
export function UsesDialog({
  segment,
  onClose,
}: {
  segment: { id: string; name: string };
  onClose: () => void;
}) {
  const [uses, setUses] = useState<SegmentUse[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    api(`/segments/${segment.id}/uses`, { schema: usesShape, signal: controller.signal }).then(
      ({ items }) => setUses(items),
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem(problemText(error));
      },
    );
    return () => controller.abort();
  }, [segment.id]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={420}
      title={`Where ${segment.name} is used`}
      description="Rules, territories, Settings, tiers, and the saved views that you see."
    >
      {problem ? (
        <ErrorState title={problem} />
      ) : uses === null ? (
        <SkeletonRows rows={3} label="Looking where it is used" />
      ) : uses.length === 0 ? (
        <p className="text-ink-2">Nothing asks about it.</p>
      ) : (
        <UseLines uses={uses} />
      )}
    </Dialog>
  );
}
