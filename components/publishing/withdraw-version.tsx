'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendPlan } from '#components/territories/plan-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';

/** Takes back a version that waits for its day, after saying what that means. */
export function WithdrawVersion({ planId, number, day }: { planId: string; number: number; day: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [note, setNote] = useState('');

  async function withdraw(): Promise<void> {
    setBusy(true);
    const done = await sendPlan(`/plans/${planId}/versions/${number}/withdraw`, {
      method: 'POST',
      body: { note: note.trim() || null },
    });
    setBusy(false);
    setOpen(false);
    if (done) toast(`Withdrew v${number}: nothing moves on ${day}`);
    router.refresh();
  }

  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`Withdraw v${number}`}>
        Withdraw
      </Button>
      {isOpen && (
        <Dialog
          open
          onOpenChange={setOpen}
          title={`Withdraw v${number}`}
          footer={
            <>
              <Button onClick={() => setOpen(false)}>Keep it</Button>
              <Button variant="primary" busy={isBusy} onClick={() => void withdraw()}>
                Withdraw v{number}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-3">
            <p>
              It was to take over on {day} and has changed nothing yet, so nothing changes now. The draft
              stays as it is and can be published again.
            </p>
            <Field label="Note" optional hint="Stands in the audit log.">
              <Textarea
                rows={2}
                value={note}
                maxLength={1000}
                onChange={(event) => setNote(event.target.value)}
                placeholder="Why it is withdrawn"
              />
            </Field>
          </div>
        </Dialog>
      )}
    </>
  );
}
