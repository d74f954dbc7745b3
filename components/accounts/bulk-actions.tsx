'use client';
import { useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import type { Chosen } from '#components/table/use-chosen.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { giveTier } from './give-tier.ts';
import { TierMenu } from './tier-menu.tsx';

const handChange = z.object({ undoId: z.string(), accounts: z.number() });
type Slot = keyof typeof slotLabels;
type Named = { id: string; name: string };

/** What bulk work offers to choose from, and what the person may do. */
export type BulkFacts = {
  tiers: readonly Named[];
  reps: readonly (Named & { kind: 'rep' | 'pool' })[];
  /** The plan whose draft takes moves; null = there is none, or the person may not move. */
  planId: string | null;
  may: { setTier: boolean; move: boolean };
};

/** What may be done with many accounts at once: a tier of their own, another holder in the plan's draft. */
export function AccountBulk({
  chosen: { count, ids },
  facts,
  onDone,
}: {
  chosen: Pick<Chosen, 'count' | 'ids'>;
  facts: BulkFacts;
  onDone: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [moving, setMoving] = useState(false);
  const { may, tiers, planId } = facts;
  const chosen = formatCount(count, 'account');

  async function setTier(tier: { id: string; name: string } | null): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await giveTier(await ids(), tier, { onChanged: onDone });
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  async function give(slot: Slot, repId: string, reason: string): Promise<string | null> {
    try {
      const accountIds = await ids();
      const path = `/plans/${planId}/changes`;
      const body = { accountIds, holder: { slot, repId }, reason: reason || null };
      const done = await api(path, { method: 'POST', body, schema: handChange });
      setMoving(false);
      toastUndo(`${formatCount(done.accounts, 'account')} moved in the plan’s draft`, () => {
        api(`${path}/undo`, { method: 'POST', body: { undoId: done.undoId }, schema: z.unknown() }).catch(
          (error: unknown) => toastError(problemText(error)),
        );
      });
      return null;
    } catch (error) {
      return problemText(error);
    }
  }

  return (
    <>
      <TierMenu
        tiers={tiers}
        none="No tier of their own"
        onChoose={(tier) => void setTier(tier)}
        trigger={
          <Button size="sm" busy={busy} reason={may.setTier ? undefined : 'Your role does not set tiers.'}>
            Set tier
          </Button>
        }
      />
      {may.move && (
        <Button
          size="sm"
          reason={planId === null ? 'There is no territory plan yet.' : undefined}
          onClick={() => setMoving(true)}
        >
          Give to…
        </Button>
      )}
      {moving && (
        <GiveDialog
          title={`Give ${chosen} to`}
          reps={facts.reps}
          onClose={() => setMoving(false)}
          onGive={give}
        />
      )}
    </>
  );
}

function GiveDialog({
  title,
  reps,
  onClose,
  onGive,
}: {
  title: string;
  reps: BulkFacts['reps'];
  onClose: () => void;
  onGive: (slot: Slot, repId: string, reason: string) => Promise<string | null>;
}) {
  const [slot, setSlot] = useState<Slot>('ae');
  const [repId, setRepId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    if (repId === null) return setProblem('Choose who gets them.');
    setBusy(true);
    setProblem(null);
    setProblem(await onGive(slot, repId, reason));
    setBusy(false);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={420}
      title={title}
      description="The move is made in the plan’s draft; it takes effect when the plan is published."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Move in the draft
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="As">
          <Select
            size="lg"
            value={slot}
            onValueChange={setSlot}
            options={(Object.keys(slotLabels) as Slot[]).map((value) => ({
              value,
              label: slotLabels[value],
            }))}
          />
        </Field>
        <Field label="To" refusal={problem ?? undefined}>
          <Combobox
            label="To"
            size="lg"
            value={repId}
            onValueChange={setRepId}
            options={reps.map(({ id, name, kind }) => ({
              value: id,
              label: name,
              hint: kind === 'pool' ? 'pool' : undefined,
            }))}
          />
        </Field>
        <Field label="Why" optional>
          <Input
            size="lg"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
