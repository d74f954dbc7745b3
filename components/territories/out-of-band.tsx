'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { isOutOfBand, ShareOfTarget } from './book-cells.tsx';
import { draftWord } from './plan-href.ts';
import { usePlanner } from './planner-context.tsx';

const SwapDialog = dynamic(() => import('./swap-dialog.tsx').then((swap) => swap.SwapDialog), { ssr: false });

const SHOWN = 6;

/** Reps whose book in the draft is out of the band, farthest first; each can be asked what would help. */
export function OutOfBand({ slot }: { slot: PlanBook['slot'] }) {
  const { plan, rights } = usePlanner();
  const [rep, setRep] = useState<PlanBook | null>(null);
  const far = (book: PlanBook) => Math.abs((book.shareAfter ?? 1) - 1);
  const out = plan.books
    .filter(
      (book) => book.slot === slot && book.kind === 'rep' && isOutOfBand(book.shareAfter, plan.toleranceRate),
    )
    .sort((a, b) => far(b) - far(a));
  if (out.length === 0 && rep === null) return null;
  return (
    <section aria-label="Out of the band" className="border-t border-line px-4 py-3">
      <h3 className="text-12 text-ink-3">Out of the band in this {draftWord(plan)}</h3>
      <ul>
        {out.slice(0, SHOWN).map((book) => (
          <li key={book.repId} className="flex h-8 items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{book.name}</span>
            <ShareOfTarget share={book.shareAfter} tolerance={plan.toleranceRate} />
            <Button
              size="sm"
              reason={rights.noMove}
              aria-label={`Suggest swaps for ${book.name}`}
              onClick={() => setRep(book)}
            >
              Suggest
            </Button>
          </li>
        ))}
      </ul>
      {out.length > SHOWN && (
        <p className="text-12 text-ink-3">and {formatNumber(out.length - SHOWN)} more, see Balance.</p>
      )}
      {rep && <SwapDialog slot={slot} rep={rep} onClose={() => setRep(null)} />}
    </section>
  );
}
