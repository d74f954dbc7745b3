'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { Book } from '#lib/shared/book-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { moveWords } from './book-words.ts';

const FIRST = 12;

/** What came into the book and what left it: from whom, to whom, why, and who decided. */
export function BookMoves({ book, timeZone }: { book: Book; timeZone: string }) {
  const [showsAll, setShowsAll] = useState(false);
  const moves = showsAll ? book.moves : book.moves.slice(0, FIRST);
  return (
    <section aria-label="What came and went" className="border-b border-line px-4 py-3">
      <SectionHeader title="What came and went" fact={String(book.moves.length)} />
      {moves.length === 0 && <p className="py-1 text-ink-3">Nothing changed hands yet.</p>}
      <ul className="divide-y divide-line">
        {moves.map((move) => (
          <li
            key={`${move.accountId} ${move.slot} ${move.change} ${move.at}`}
            className="flex flex-wrap items-baseline gap-x-3 py-1.5"
          >
            <span className="w-24 shrink-0 text-12 text-ink-3">
              {formatDay(dayOfInstant(move.at, timeZone))}
            </span>
            <Chip {...(move.change === 'came' ? { tone: 'good' as const } : {})}>
              {move.change === 'came' ? 'In' : 'Out'}
            </Chip>
            <span className="font-medium">{move.accountName}</span>
            <span className="text-ink-2">
              {moveWords(move)} ({slotLabels[move.slot]})
            </span>
            <span className="min-w-0 flex-1 basis-64 text-12 text-ink-3">
              {[
                move.reason,
                move.planNumber === null
                  ? null
                  : `plan v${move.planNumber}${move.by === null ? '' : `, published by ${move.by}`}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {book.moves.length > FIRST && (
        <Button variant="link" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show the latest only' : `Show all ${book.moves.length}`}
        </Button>
      )}
    </section>
  );
}
