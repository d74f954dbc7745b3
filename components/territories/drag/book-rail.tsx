'use client';
import { useDroppable } from '@dnd-kit/core';
import { Avatar } from '#components/ui/avatar.tsx';
import { cn } from '#components/ui/cn.ts';
import { type PlanBook, slotLabels } from '#lib/shared/plan-shapes.ts';
import { CountOfCap, ShareOfTarget } from '../book-cells.tsx';
import { booksOf, teamOf } from '../book-teams.tsx';
import { type HolderOption, usePlanner } from '../planner-context.tsx';
import { DROP_OVER, dropKey, useIsDropOver } from './drag-state.ts';

type Place = { id: string; name: string; team: string; book: PlanBook | null };

/** Every book of a slot as a place to drop, by team as on the balance page; last who has no book yet. */
function placesOf(
  books: readonly PlanBook[],
  holders: readonly HolderOption[],
  slot: PlanBook['slot'],
): Place[] {
  const known = new Set(books.map((book) => book.repId));
  const free = holders.filter(({ id, role }) => role?.toLowerCase() === slot && !known.has(id));
  return [
    ...books.map((book) => ({ id: book.repId, name: book.name, team: teamOf(book), book })),
    ...free.map(({ id, name }) => ({ id, name, team: 'Without a book', book: null })),
  ];
}

/** Stands over the panel at the right while accounts are dragged: the books they can be given to. */
export function BookRail({ slot }: { slot: PlanBook['slot'] }) {
  const { plan, holders } = usePlanner();
  const places = placesOf(booksOf(plan, slot), holders, slot);
  return (
    <aside
      aria-label={`${slotLabels[slot]} books`}
      className="absolute inset-y-0 right-0 z-30 flex w-76 flex-col border-l border-line bg-panel max-lg:shadow-pop"
    >
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-4">
        <span className="font-semibold">{slotLabels[slot]} books</span>
        <span className="ml-auto text-12 text-ink-3">of target · accounts</span>
      </div>
      <div data-drop-area="books" className="min-h-0 flex-1 overflow-auto pb-2">
        {[...Map.groupBy(places, (place) => place.team)].map(([team, group]) => (
          <section key={team} aria-label={team} className="pt-2.5">
            <h2 className="px-4 pb-1 text-12 text-ink-3">{team}</h2>
            <ul>
              {group.map((place) => (
                <BookRow key={place.id} place={place} tolerance={plan.toleranceRate} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </aside>
  );
}

function BookRow({ place: { id, name, book }, tolerance }: { place: Place; tolerance: number }) {
  const key = dropKey('book', id);
  const { setNodeRef } = useDroppable({ id: key });
  const isOver = useIsDropOver('book', id);
  return (
    <li
      ref={setNodeRef}
      data-drop={key}
      className={cn('flex h-7 items-center gap-2 px-4', isOver && DROP_OVER)}
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ShareOfTarget share={book?.shareAfter ?? null} tolerance={tolerance} />
      <span className="min-w-16 text-right text-12">
        <CountOfCap count={book?.after?.accounts ?? 0} cap={book?.maxAccounts ?? null} />
      </span>
    </li>
  );
}
