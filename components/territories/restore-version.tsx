'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { type RestoredVersion, restoredVersionSchema } from '#lib/shared/plan-shapes.ts';

/** Goes back to a version: what would move is counted first, then it becomes a version of its own. */
export function RestoreVersion({
  plan,
  number,
  currency,
  waitingNumber,
}: {
  plan: { id: string };
  number: number;
  currency: string;
  /** The version that waits for its day, if any. */
  waitingNumber: number | null;
}) {
  const router = useRouter();
  const [effect, setEffect] = useState<RestoredVersion | null>(null);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const path = `/plans/${plan.id}/versions/${number}/restore`;

  async function run(isDry: boolean): Promise<void> {
    setBusy(true);
    try {
      const answer = await api(isDry ? `${path}?dryRun=true` : path, {
        method: 'POST',
        body: isDry ? {} : { note: note.trim() || null },
        schema: restoredVersionSchema,
      });
      setEffect(isDry ? answer : null);
      if (isDry) return;
      toast(
        `Back to v${number}, as v${answer.number ?? ''}: ${formatCount(answer.movedAccounts, 'account')} moved`,
      );
      router.refresh();
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button
        busy={isBusy && effect === null}
        onClick={() => void run(true)}
        aria-label={`Go back to v${number}`}
      >
        Go back
      </Button>
      {effect !== null && (
        <Dialog
          open
          onOpenChange={(open) => !open && setEffect(null)}
          title={`Go back to v${number}`}
          footer={
            <>
              <Button onClick={() => setEffect(null)}>Cancel</Button>
              <Button variant="primary" busy={isBusy} onClick={() => void run(false)}>
                {effect.movedAccounts === 0
                  ? `Publish v${number} again`
                  : `Move ${formatCount(effect.movedAccounts, 'account')} back`}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-3">
            <p>
              {effect.movedAccounts === 0
                ? `Everything lies as it did under v${number}; nobody would move.`
                : `${formatCount(effect.movedAccounts, 'account')} with ${formatMoney(effect.movedAmount, currency, { compact: true })} of potential go back to the territory and holder that they had under v${number}. This becomes a version of its own, in force at once.`}
            </p>
            {effect.keptAccounts > 0 && (
              <p className="text-caution-ink">
                {formatNumber(effect.keptAccounts)} of them had a holder who has left since, and keep whom
                they have now.
              </p>
            )}
            {waitingNumber !== null && (
              <p className="text-caution-ink">
                v{waitingNumber} waits for its day and takes over then all the same, unless it is withdrawn.
              </p>
            )}
            <p className="text-ink-2">
              Accounts that came later stay where they are. The draft stays as it is, and will suggest its
              moves again.
            </p>
            <Field label="Note" optional hint="Stands with the version in the history.">
              <Textarea
                rows={2}
                value={note}
                maxLength={1000}
                onChange={(event) => setNote(event.target.value)}
                placeholder="Why the plan goes back"
              />
            </Field>
          </div>
        </Dialog>
      )}
    </>
  );
}
