import type { HolderRow, TerritoryHolderRow } from '#db/queries/plans/plan-rows.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import { type Balance, balance } from '#lib/metrics/balance.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import type { Book } from '#lib/territories/books.ts';

/**
 * Books with who holds them (capacity and ramp as of now: see `holdersNow`), and how far each is from an even share of its slot's potential, weighted by ramp.
 * Overlay roles and pools take no part in balance: an overlay shares credit, a pool has no quota of its own.
 */
export function bookViews(
  holders: readonly HolderRow[],
  books: { before: readonly Book[]; after: readonly Book[] },
  /** Holders of territories, who are shown also with an empty book. */
  named: readonly Pick<TerritoryHolderRow, 'slot' | 'repId'>[] = [],
  scope: Scope = { all: true },
): PlanBook[] {
  const people = new Map(holders.map((holder) => [holder.id, holder]));
  const seen = named.filter(({ repId }) => scope.all || scope.repIds.includes(repId));
  const keys = new Map(
    [...books.before, ...books.after, ...seen].map((book) => [`${book.slot}:${book.repId}`, book]),
  );
  const before = byKey(books.before);
  const after = byKey(books.after);
  const sharesBefore = shares(books.before, people);
  const sharesAfter = shares(books.after, people);
  return [...keys].flatMap(([key, { slot, repId }]) => {
    const person = people.get(repId);
    if (!person) return [];
    return [
      {
        slot,
        repId: toPublicId('rep', repId),
        name: person.name,
        kind: person.kind,
        managerId: person.managerId === null ? null : toPublicId('rep', person.managerId),
        managerName: person.managerName,
        capacityTouches: person.capacityTouches,
        maxAccounts: person.maxAccounts,
        shareBefore: sharesBefore.get(key) ?? null,
        shareAfter: sharesAfter.get(key) ?? null,
        before: sideOf(before.get(key)),
        after: sideOf(after.get(key)),
      },
    ];
  });
}

function byKey(books: readonly Book[]): Map<string, Book> {
  return new Map(books.map((book) => [`${book.slot}:${book.repId}`, book]));
}

function sideOf(book: Book | undefined): PlanBook['before'] {
  if (!book) return null;
  const { accounts, potentialAmount, potentialUnknown, workloadTouches } = book;
  return { accounts, potentialAmount, potentialUnknown, workloadTouches };
}

/** Potential ÷ even share, by `slot:repId`; none where there is nobody to compare with. */
function shares(books: readonly Book[], people: ReadonlyMap<number, HolderRow>): Map<string, number | null> {
  return new Map(
    balanceBySlot(books, people, 0, (book) => book.potentialAmount).flatMap(
      ({ books: group, balance: found }) =>
        group.map((book, index) => {
          const rate = found.holders[index]?.deviationRate ?? null;
          return [`${book.slot}:${book.repId}`, rate === null ? null : 1 + rate] as const;
        }),
    ),
  );
}

/**
 * How even one measure of books lies on the people of each slot, weighted by ramp; slots with one person have nobody to
 * compare with and are left out, as are pools and overlays.
 */
export function balanceBySlot(
  books: readonly Book[],
  people: ReadonlyMap<number, Pick<HolderRow, 'kind' | 'rampRate'>>,
  toleranceRate: number,
  valueOf: (book: Book) => number,
): { slot: Book['slot']; books: Book[]; balance: Balance }[] {
  const balanced = books.filter((book) => book.slot !== 'overlay' && people.get(book.repId)?.kind === 'rep');
  return [...Map.groupBy(balanced, (book) => book.slot)].flatMap(([slot, group]) =>
    group.length < 2
      ? []
      : [
          {
            slot,
            books: group,
            balance: balance(
              group.map(valueOf),
              toleranceRate,
              group.map((book) => people.get(book.repId)?.rampRate ?? 1),
            ),
          },
        ],
  );
}
