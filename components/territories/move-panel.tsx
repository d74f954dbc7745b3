'use client';
import { problemText } from '#components/api-client.ts';
import { useState } from 'react';
import type { RowSelection } from '#components/table/selection.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import { type HandChangeInput, type PlanBook, slotLabels } from '#lib/shared/plan-shapes.ts';
import { EffectView } from './effect-view.tsx';
import {
  type ChangeChoice,
  changeDone,
  changeHints,
  type ChangeKind,
  changeOf,
  changeTitle,
  missingChoice,
} from './move-words.ts';
import { changeByHand } from './plan-actions.ts';
import { holderOptions, usePlanner } from './planner-context.tsx';
import { planSlots } from './use-plan-address.ts';
import { useChangeEffect } from './use-change-effect.ts';
import { kindWords } from './words.ts';

/** The filter of the list that the accounts were chosen in. */
export type Matching = {
  territory: string | null;
  rep: string | null;
  q: string;
  changes: boolean;
  locked: boolean;
};

/** Which accounts, as the API takes it: by id, or all that match. */
export function selectionBody(
  selection: RowSelection,
  matching: Matching,
): Pick<HandChangeInput, 'accountIds' | 'matching'> {
  if (selection.mode === 'some') return { accountIds: selection.ids };
  return {
    matching: {
      ...(matching.territory === null ? {} : { territory: matching.territory }),
      ...(matching.rep === null ? {} : { rep: matching.rep }),
      ...(matching.q === '' ? {} : { q: matching.q }),
      changes: matching.changes,
      locked: matching.locked,
      except: selection.except,
    },
  };
}

/** A change to chosen accounts: what to do, what it does to every book it touches, and only then the button. */
export function MovePanel({
  kind,
  slot,
  selection,
  matching,
  count,
  territoryId = null,
  repId = null,
  onClose,
  onDone,
}: {
  kind: ChangeKind;
  slot: PlanBook['slot'];
  selection: RowSelection;
  matching: Matching;
  count: number;
  /** Chosen already, when it opens from a territory. */
  territoryId?: string | null;
  /** The holder chosen already. */
  repId?: string | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { plan, holders, refresh } = usePlanner();
  const [choice, setChoice] = useState<ChangeChoice>({
    territoryId,
    slot,
    repId,
    isLocked: false,
    reason: '',
  });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = changeOf(kind, { ...choice, reason: '' });
  const effect = useChangeEffect(plan.id, change && { ...selectionBody(selection, matching), ...change });
  const missing = missingChoice(kind, choice);
  const patch = (next: Partial<ChangeChoice>) => setChoice({ ...choice, ...next });
  const target =
    kind === 'territory'
      ? plan.territories.find((territory) => territory.id === choice.territoryId)?.name
      : holders.find((holder) => holder.id === choice.repId)?.name;

  async function confirm(): Promise<void> {
    const wanted = changeOf(kind, choice);
    if (!wanted) return;
    setBusy(true);
    setProblem(null);
    try {
      await changeByHand(
        plan.id,
        { ...selectionBody(selection, matching), ...wanted },
        (accounts) => changeDone(kind, accounts, target ?? null),
        refresh,
      );
      onDone();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      width={720}
      onOpenChange={(open) => !open && onClose()}
      title={changeTitle(kind, count)}
      description={changeHints[kind]}
      problem={problem}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} reason={missing} onClick={() => void confirm()}>
            {changeTitle(kind, effect.value?.accounts ?? count)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {kind === 'territory' && (
          <Field label="Territory">
            <Combobox
              label="Territory"
              size="lg"
              value={choice.territoryId}
              onValueChange={(id) => patch({ territoryId: id })}
              placeholder="Choose a territory"
              options={plan.territories.map((territory) => ({
                value: territory.id ?? '',
                label: territory.name,
                count: territory.accounts,
                ...(territory.kind ? { hint: kindWords[territory.kind] } : {}),
              }))}
            />
          </Field>
        )}
        {kind === 'holder' && (
          <div className="flex flex-wrap items-end gap-3">
            <Segmented
              label="Slot"
              value={choice.slot}
              onValueChange={(next) => patch({ slot: next })}
              options={planSlots.map((value) => ({ value, label: slotLabels[value] }))}
            />
            <Field label={slotLabels[choice.slot]} className="min-w-60 flex-1">
              <Combobox
                label={slotLabels[choice.slot]}
                size="lg"
                value={choice.repId}
                onValueChange={(id) => patch({ repId: id })}
                placeholder="Choose a rep or a pool"
                options={holderOptions(holders, choice.slot)}
              />
            </Field>
          </div>
        )}
        <Field label="Reason" optional hint="Shown with the account, in its history and in the CSV of moves.">
          <Input
            size="lg"
            value={choice.reason}
            maxLength={500}
            onChange={(event) => patch({ reason: event.target.value })}
            placeholder="For example: relationship from an earlier deal"
          />
        </Field>
        {(kind === 'territory' || kind === 'holder') && (
          <Checkbox checked={choice.isLocked} onCheckedChange={(on) => patch({ isLocked: on === true })}>
            {(effect.value?.accounts ?? count) === 1 ? 'Lock it there' : 'Lock them there'}
          </Checkbox>
        )}
        {effect.value && effect.value.locked > 0 && kind !== 'unlock' && (
          <p className="text-12 text-caution-ink">
            {effect.value.accounts === 1
              ? 'It is locked now.'
              : `${formatNumber(effect.value.locked)} of them ${effect.value.locked === 1 ? 'is' : 'are'} locked now.`}
          </p>
        )}
        {missing ? (
          <p className="text-ink-3">{missing} Its effect on every book shows here.</p>
        ) : (
          <EffectView effect={effect} />
        )}
      </div>
    </Dialog>
  );
}
