'use client';
import { useState } from 'react';
import { useApi } from '#components/accounts/use-api.ts';
import { api, problemText } from '#components/api-client.ts';
import { roleText } from '#components/territories/words.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import {
  accountRequestSchema,
  type RequestChoices,
  type RequestKind,
  requestChoicesSchema,
} from '#lib/shared/request-shapes.ts';

const ANYBODY = 'anybody';

/** Asks that an account changes hands: what, for whom, and why. Whoever leads the team decides. */
export function AskDialog({
  accountId,
  name,
  onClose,
  onAsked,
}: {
  accountId: string;
  name: string;
  onClose: () => void;
  onAsked: () => void;
}) {
  const choices = useApi(
    `/account-requests/choices?account=${encodeURIComponent(accountId)}`,
    requestChoicesSchema,
  );
  return choices.value ? (
    <AskForm choices={choices.value} onClose={onClose} onAsked={onAsked} />
  ) : (
    <Dialog open onOpenChange={onClose} title={`Ask for a change of ${name}`} width={520}>
      {choices.problem ? (
        <p role="alert" className="text-bad-ink">
          {choices.problem}
        </p>
      ) : (
        <SkeletonRows rows={4} label="Loading what can be asked" />
      )}
    </Dialog>
  );
}

function AskForm({
  choices,
  onClose,
  onAsked,
}: {
  choices: RequestChoices;
  onClose: () => void;
  onAsked: () => void;
}) {
  const ownSlot = choices.slots.find(({ isOwn }) => isOwn)?.slot;
  const [slot, setSlot] = useState(ownSlot ?? choices.slot);
  const at = choices.slots.find((item) => item.slot === slot);
  const kinds = kindsFor(choices, at?.isOwn ?? false);
  const [wanted, setKind] = useState<RequestKind | null>(null);
  const kind = kinds.find(({ value }) => value === wanted)?.value ?? kinds[0]?.value ?? 'other';
  const [chosenRepId, setTo] = useState<string>(ANYBODY);
  // Whoever was chosen may hold it in another slot.
  const toRepId = chosenRepId === at?.holder?.id ? ANYBODY : chosenRepId;
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < 3 ? 'Say why: whoever decides reads it.' : undefined;

  async function ask(): Promise<void> {
    setTried(true);
    if (missing || isBusy) return;
    setBusy(true);
    const to = kind === 'want' || toRepId === ANYBODY ? null : toRepId;
    try {
      await api('/account-requests', {
        method: 'POST',
        body: { accountId: choices.account.id, slot, kind, toRepId: to, reason },
        schema: accountRequestSchema,
      });
      toast(`Asked about ${choices.account.name}. You see the answer under My book.`);
      onAsked();
      onClose();
    } catch (error) {
      setRefused(problemText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={520}
      title={`Ask for a change of ${choices.account.name}`}
      description="Nothing moves until a leader decides; you see the answer under My book."
      problem={refused}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void ask()}>
            Ask
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <Segmented
            label="Slot"
            value={slot}
            onValueChange={setSlot}
            options={choices.slots.map((item) => ({ value: item.slot, label: slotLabels[item.slot] }))}
            className="self-start"
          />
          <p className="text-12 text-ink-3">
            {at?.holder
              ? `${at.holder.name} holds it as ${slotLabels[slot]}.`
              : `Nobody holds it as ${slotLabels[slot]}.`}
          </p>
        </div>
        <Segmented label="What" value={kind} onValueChange={setKind} options={kinds} className="self-start" />
        {kind !== 'want' && (
          <Field label={kind === 'give' ? 'To whom' : 'Who should have it'}>
            <Combobox
              label={kind === 'give' ? 'To whom' : 'Who should have it'}
              size="lg"
              value={toRepId}
              onValueChange={setTo}
              options={[
                { value: ANYBODY, label: 'Anybody: whoever decides chooses' },
                ...choices.colleagues
                  .filter(({ id }) => id !== at?.holder?.id)
                  .map(({ id, name, role }) => ({
                    value: id,
                    label: name,
                    hint: role === null ? '' : roleText(role),
                  })),
              ]}
            />
          </Field>
        )}
        <Field label="Why" error={tried ? missing : undefined}>
          <Textarea
            value={reason}
            maxLength={1_000}
            placeholder="I sold to their new head of operations before"
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}

function kindsFor(choices: RequestChoices, isOwn: boolean): { value: RequestKind; label: string }[] {
  return [
    ...(choices.mayWant && !isOwn ? [{ value: 'want' as const, label: 'I want it' }] : []),
    ...(isOwn ? [{ value: 'give' as const, label: 'Give it away' }] : []),
    { value: 'other' as const, label: 'Something else' },
  ];
}
