'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import {
  type HandedOver,
  type HandOverInput,
  handedOverSchema,
  slotLabels,
} from '#lib/shared/plan-shapes.ts';
import type { Rep } from '#lib/shared/rep-shapes.ts';
import { CountOfCap, TouchesOfCapacity } from './book-cells.tsx';
import { offerUndo } from './plan-actions.ts';
import { planSlots } from './use-plan-address.ts';
import { roleText } from './words.ts';

const cell = 'h-8 border-t border-line px-2 whitespace-nowrap first:pl-0 last:pr-0';

/** Somebody leaves or is away: their accounts go to the least loaded colleagues, shown before it is done. */
export function HandOver({
  planId,
  reps,
  first,
  onClose,
}: {
  planId: string;
  reps: readonly Rep[];
  /** Why, to begin with. */
  first: HandOverInput['because'];
  onClose: () => void;
}) {
  const router = useRouter();
  const [repId, setRepId] = useState<string | null>(null);
  const [slot, setSlot] = useState<HandOverInput['slot']>('ae');
  const [because, setBecause] = useState<HandOverInput['because']>(first);
  const [effect, setEffect] = useState<HandedOver | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const name = reps.find((rep) => rep.id === repId)?.name ?? '';
  const path = `/plans/${planId}/hand-over`;

  useEffect(() => {
    if (repId === null) return;
    const { signal, abort } = abortable();
    api(`${path}?dryRun=true`, {
      method: 'POST',
      body: { repId, slot, because },
      schema: handedOverSchema,
      signal,
    }).then(setEffect, (error: unknown) => {
      if (!signal.aborted) setProblem(problemText(error));
    });
    return abort;
  }, [path, repId, slot, because]);

  function ask(change: () => void): void {
    setEffect(null);
    setProblem(null);
    change();
  }

  async function apply(): Promise<void> {
    setBusy(true);
    try {
      const done = await api(path, {
        method: 'POST',
        body: { repId, slot, because },
        schema: handedOverSchema,
      });
      if (done.undoId !== null) {
        const sentence = `${formatCount(done.accounts, 'account')} of ${name} handed over in the draft`;
        offerUndo(planId, sentence, done.undoId, () => router.refresh());
      }
      router.refresh();
      onClose();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={because === 'leaves' ? 'A rep leaves' : 'A rep is on leave'}
      description="Their accounts go to the least loaded colleagues of the same role and region, within caps and capacity, and only to those who work that place, tier and segment. Nothing else moves."
      width={620}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={isBusy}
            reason={
              repId === null
                ? 'Choose who hands over first.'
                : effect === null
                  ? (problem ?? 'Who takes over is still being worked out.')
                  : effect.accounts === 0
                    ? 'There is nothing to hand over.'
                    : undefined
            }
            onClick={() => void apply()}
          >
            {effect && effect.accounts > 0
              ? `Hand over ${formatCount(effect.accounts, 'account')}`
              : 'Hand over'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Who">
          <Combobox
            label="Who"
            size="lg"
            value={repId}
            onValueChange={(id) =>
              ask(() => {
                setRepId(id);
                const role = reps.find((rep) => rep.id === id)?.role?.toLowerCase();
                setSlot(planSlots.find((item) => item === role) ?? slot);
              })
            }
            options={reps
              .filter((rep) => rep.kind === 'rep' && rep.accounts > 0)
              .map(({ id, name: label, role, accounts }) => ({
                value: id,
                label,
                hint: `${role === null ? '' : `${roleText(role)} · `}${formatCount(accounts, 'account')}`,
              }))}
          />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Segmented
            label="Why"
            value={because}
            onValueChange={(next) => ask(() => setBecause(next))}
            options={[
              { value: 'leaves', label: 'Leaves' },
              { value: 'onLeave', label: 'Is on leave' },
            ]}
          />
          <Segmented
            label="Slot"
            value={slot}
            onValueChange={(next) => ask(() => setSlot(next))}
            options={planSlots.map((value) => ({ value, label: slotLabels[value] }))}
          />
        </div>
        {problem !== null && (
          <p role="alert" className="text-bad-ink">
            {problem}
          </p>
        )}
        {repId !== null && problem === null && effect === null && (
          <SkeletonRows rows={3} label="Working out who takes over" />
        )}
        {effect !== null && <Effect effect={effect} name={name} slot={slot} />}
      </div>
    </Dialog>
  );
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function Effect({ effect, name, slot }: { effect: HandedOver; name: string; slot: HandOverInput['slot'] }) {
  const { books, accounts, unplaced, locked } = effect;
  return (
    <section aria-label="Effect" className="flex flex-col gap-2">
      {accounts === 0 && unplaced === 0 && locked === 0 && (
        <p className="text-ink-2">
          {name} holds nothing as {slotLabels[slot]} in the draft.
        </p>
      )}
      {books.length > 0 && (
        <TableScroll label="Who takes over">
          <table className="w-full border-collapse text-right">
            <thead>
              <tr className="text-12 text-ink-3">
                <th className="h-7 text-left font-normal">Holder</th>
                <th className="px-2 font-normal">Accounts</th>
                <th className="pl-2 font-normal">Touches a month</th>
              </tr>
            </thead>
            <tbody>
              {books.map((book) => (
                <tr key={book.repId}>
                  <td className={`${cell} text-left font-medium`}>{book.name}</td>
                  <td className={cell}>
                    <span className="text-ink-3">{formatNumber(book.before?.accounts ?? 0)} → </span>
                    <CountOfCap count={book.after?.accounts ?? 0} cap={book.maxAccounts} />
                  </td>
                  <td className={cell}>
                    <span className="inline-flex items-center gap-1">
                      <span className="text-ink-3">{formatNumber(book.before?.workloadTouches ?? 0)} →</span>
                      <TouchesOfCapacity
                        touches={book.after?.workloadTouches ?? 0}
                        capacity={book.capacityTouches === null ? null : Math.round(book.capacityTouches)}
                        hasBar={false}
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {unplaced > 0 && (
        <p className="text-caution-ink">
          {formatCount(unplaced, 'account')} {unplaced === 1 ? 'stays' : 'stay'} with {name}: no colleague in
          the region may take {unplaced === 1 ? 'it' : 'them'} or has room left. Raise a cap, or move{' '}
          {unplaced === 1 ? 'it' : 'them'} by hand.
        </p>
      )}
      {locked > 0 && (
        <p className="text-caution-ink">
          {formatCount(locked, 'account')} {locked === 1 ? 'is' : 'are'} locked to {name}; unlock{' '}
          {locked === 1 ? 'it' : 'them'} first.
        </p>
      )}
      <p className="text-12 text-ink-3">In the draft; it takes effect when the plan is published.</p>
    </section>
  );
}
