'use client';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import {
  type PlanBook,
  type PlanTerritory,
  slotLabels,
  type SplitAnswer,
  splitAnswerSchema,
} from '#lib/shared/plan-shapes.ts';
import { heldBesideText, unheldSentence } from './holder-words.ts';
import { offerUndo, sendPlan } from './plan-actions.ts';
import { holderOptions, usePlanner } from './planner-context.tsx';
import { planSlots } from './use-plan-address.ts';

type Slot = PlanBook['slot'];

/** Who holds a territory's accounts, by slot, with weights; and the even split among several. */
export function HoldersEditor({ territory }: { territory: PlanTerritory }) {
  const { rights } = usePlanner();
  const canEdit = rights.noRestructure === null;
  const unheld = unheldSentence(territory);
  const shown = planSlots.filter(
    (slot) => canEdit || territory.holders.some((holder) => holder.slot === slot),
  );
  return (
    <section aria-label="Holders" className="border-t border-line py-3">
      <h2 className="px-4 pb-1 font-semibold">Holders</h2>
      {unheld !== null && (
        <p className={cn('px-4 pb-1', territory.withoutHolder === 0 ? 'text-ink-2' : 'text-caution-ink')}>
          {unheld}
        </p>
      )}
      {shown.map((slot) => (
        <SlotHolders key={slot} territory={territory} slot={slot} canEdit={canEdit} />
      ))}
    </section>
  );
}

function SlotHolders({
  territory,
  slot,
  canEdit,
}: {
  territory: PlanTerritory;
  slot: Slot;
  canEdit: boolean;
}) {
  const { plan, holders: everybody, refresh } = usePlanner();
  const [answer, setAnswer] = useState<SplitAnswer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const holders = territory.holders.filter((holder) => holder.slot === slot);
  const beside = heldBesideText(territory, slot);
  const path = `/plans/${plan.id}/territories/${territory.id}`;
  const free = everybody.filter((person) => !holders.some((holder) => holder.repId === person.id));

  async function save(next: { repId: string; weight: number }[]): Promise<void> {
    setAnswer(null);
    setProblem(null);
    if (await sendPlan(path, { method: 'PATCH', body: { holders: { [slot]: next } } })) refresh();
  }

  async function split(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const done = await api(`${path}/split`, { method: 'POST', body: { slot }, schema: splitAnswerSchema });
      setAnswer(done);
      refresh();
      const sentence = `${formatCount(done.accounts, 'account')} of “${territory.name}” split evenly`;
      offerUndo(plan.id, sentence, done.undoId, () => {
        setAnswer(null);
        refresh();
      });
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  const plain = holders.map(({ repId, weight }) => ({ repId, weight }));
  return (
    <div className="px-4 py-1">
      <div className="flex h-7 items-center gap-2">
        <span className="text-12 text-ink-2">{slotLabels[slot]}</span>
        {holders.length === 0 && <span className="text-12 text-ink-3">nobody named</span>}
        {holders.length > 1 && (
          <span className="text-12 text-ink-3" title="Of the territory’s potential, relative to the others">
            shares
          </span>
        )}
        {canEdit && (
          <Combobox
            label={`Add a holder as ${slotLabels[slot]}`}
            value={null}
            onValueChange={(repId) => void save([...plain, { repId, weight: 1 }])}
            options={holderOptions(free, slot)}
            trigger={
              <IconButton
                label={`Add a holder as ${slotLabels[slot]}`}
                size="sm"
                tooltip={false}
                className="ml-auto"
              >
                <Plus aria-hidden />
              </IconButton>
            }
          />
        )}
      </div>
      {holders.map((holder) => (
        <div key={holder.repId} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
          <Avatar name={holder.name} />
          <span className="min-w-0 flex-1 truncate">{holder.name}</span>
          {holder.kind === 'pool' && <span className="text-12 text-ink-3">pool</span>}
          {holders.length > 1 &&
            (canEdit ? (
              <WeightInput
                key={holder.weight}
                name={holder.name}
                weight={holder.weight}
                onSave={(weight) =>
                  void save(plain.map((item) => (item.repId === holder.repId ? { ...item, weight } : item)))
                }
              />
            ) : (
              <span className="text-12 text-ink-3">share {holder.weight}</span>
            ))}
          {canEdit && (
            <IconButton
              label={`Remove ${holder.name} as ${slotLabels[slot]}`}
              size="sm"
              onClick={() => void save(plain.filter((item) => item.repId !== holder.repId))}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {beside !== null && <p className="pb-1 text-12 text-ink-3">{beside}</p>}
      {canEdit && holders.length > 1 && (
        <Button size="sm" className="mt-1" busy={isBusy} onClick={() => void split()}>
          Split evenly by potential
        </Button>
      )}
      {problem !== null && (
        <p role="alert" className="mt-1 text-12 text-caution-ink">
          {problem}
        </p>
      )}
      {answer && <SplitResult answer={answer} slot={slot} />}
    </div>
  );
}

function WeightInput({
  name,
  weight,
  onSave,
}: {
  name: string;
  weight: number;
  onSave: (weight: number) => void;
}) {
  const [draft, setDraft] = useState<number | null>(weight);
  return (
    <NumberInput
      size="md"
      aria-label={`Share of ${name}`}
      title="Share of the territory’s potential, relative to the others"
      value={draft}
      onValueChange={setDraft}
      onBlur={() => {
        if (draft !== null && draft > 0 && draft !== weight) onSave(draft);
        else setDraft(weight);
      }}
      className="w-16"
    />
  );
}

/** What each holder has of the territory after a split. */
function SplitResult({ answer, slot }: { answer: SplitAnswer; slot: Slot }) {
  const { plan, currency } = usePlanner();
  const overCap = plan.books.flatMap(({ slot: inSlot, repId, name, maxAccounts, after }) => {
    const over = maxAccounts === null ? 0 : (after?.accounts ?? 0) - maxAccounts;
    const isShown = inSlot === slot && answer.shares.some((share) => share.repId === repId);
    return isShown && over > 0
      ? [`${name} holds ${formatCount(over, 'account')} over the cap, by locks or in other territories.`]
      : [];
  });
  const cautions = answer.unplacedSentence === null ? overCap : [answer.unplacedSentence, ...overCap];
  return (
    <>
      <ul aria-label="After the split" className="mt-2 rounded-2 bg-sunken px-2 py-1 text-12">
        {answer.shares.map((share) => (
          <li key={share.repId} className="flex h-6 items-center gap-2">
            <span className="truncate">{share.name}</span>
            <span className="ml-auto text-ink-2">{formatNumber(share.accounts)}</span>
            <span className="w-16 text-right">
              {formatMoney(share.potentialAmount, currency, { compact: true })}
            </span>
          </li>
        ))}
      </ul>
      {cautions.map((sentence) => (
        <p key={sentence} className="mt-1 text-12 text-caution-ink">
          {sentence}
        </p>
      ))}
    </>
  );
}
