'use client';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { MeasuresTable } from '#components/balance/measures-table.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { type SwapMove, type Swaps, swapsSchema } from '#lib/shared/swap-shapes.ts';
import { usePlanner } from './planner-context.tsx';
import { applySwap } from './apply-swap.ts';

/** What would bring one book nearer to its target: a few moves and swaps with their effect, each applied by one click. */
export function SwapDialog({
  slot,
  rep,
  onClose,
}: {
  slot: PlanBook['slot'];
  rep: PlanBook;
  onClose: () => void;
}) {
  const { plan, refresh } = usePlanner();
  const [answer, setAnswer] = useState<Swaps | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<number | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    api(`/plans/${plan.id}/swaps?slot=${slot}&rep=${rep.repId}`, {
      schema: swapsSchema,
      signal: controller.signal,
    }).then(setAnswer, (error: unknown) => {
      if (!controller.signal.aborted) setProblem(problemText(error));
    });
    return () => controller.abort();
  }, [plan.id, slot, rep.repId]);

  async function apply(moves: SwapMove[], index: number): Promise<void> {
    setBusy(index);
    setProblem(null);
    try {
      await applySwap(plan.id, slot, moves, refresh);
      onClose();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(null);
    }
  }

  return (
    <Dialog
      open
      width={760}
      onOpenChange={(open) => !open && onClose()}
      title={`What would help the book of ${rep.name}`}
      description="Single moves and swaps within the team that lower the cost of imbalance, moves and distance most. Locks, caps, regions and tiers are kept; families go as a whole."
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {problem && (
        <p role="alert" className="text-bad-ink">
          {problem}
        </p>
      )}
      {!answer && !problem && <SkeletonRows rows={4} label="Looking for swaps" />}
      {answer?.swaps.length === 0 && (
        <p className="text-ink-2">
          No single move or swap within the team helps: every one costs more than it gains, or a rule or a cap
          stands against it. “Balance…” looks at longer chains of moves.
        </p>
      )}
      <ol className="flex flex-col gap-4" aria-label="Suggestions">
        {answer?.swaps.map((swap, index) => (
          <li
            key={swap.moves.map((move) => move.accounts[0]?.id).join()}
            className="flex flex-col gap-2 border-t border-line pt-3 first:border-0 first:pt-0"
          >
            <div className="flex items-start gap-3">
              <div className="min-w-0 flex-1">
                {swap.moves.map((move) => (
                  <p key={move.accounts[0]?.id}>{moveWords(move, answer.currency)}</p>
                ))}
                <p className="text-12 text-ink-3">{costWords(swap.savesAmount, answer.currency)}</p>
              </div>
              <Button
                variant={index === 0 ? 'primary' : 'secondary'}
                size="sm"
                busy={busy === index}
                reason={busy !== null && busy !== index ? 'One at a time.' : null}
                aria-label={`Apply suggestion ${index + 1}`}
                onClick={() => void apply(swap.moves, index)}
              >
                {swap.moves.length === 2 ? 'Swap' : 'Move'}
              </Button>
            </div>
            <MeasuresTable
              label={`Measures before and after suggestion ${index + 1}`}
              before={swap.before}
              after={swap.after}
              currency={answer.currency}
              afterLabel="Then"
              onlyChanged
            />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function moveWords({ accounts, potentialAmount, from, to }: SwapMove, currency: string): string {
  const [first, ...family] = accounts;
  const more = family.length > 0 ? ` with ${formatNumber(family.length)} of its family` : '';
  const worth = formatMoney(potentialAmount, currency, { compact: true });
  return `${first?.name ?? ''}${more} (${worth}): ${from ? `${from.name} → ` : 'to '}${to.name}`;
}

function costWords(savesAmount: number, currency: string): string {
  const money = formatMoney(Math.abs(savesAmount), currency, { compact: true });
  return savesAmount >= 0
    ? `The plan costs ${money} less.`
    : `It brings a book back under its cap; apart from that the plan costs ${money} more.`;
}
