'use client';
import type { ComponentProps } from 'react';
import { ExplainBody } from '#components/segments/explain-panel.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

/** Why an account that was asked for by name is in or out of the draft. */
export function AskedWhy({
  onClose,
  ...question
}: ComponentProps<typeof ExplainBody> & { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} width={560} title="Why is it in or out of this draft?">
      <ExplainBody {...question} />
    </Dialog>
  );
}
