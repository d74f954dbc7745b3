import type { HolderRow, TerritoryHolderRow } from '#db/queries/plans/plan-rows.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import { balance } from '#lib/metrics/balance.ts';
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
  const found = new Map<string, number | null>();
  const balanced = books.filter((book) => book.slot !== 'overlay' && people.get(book.repId)?.kind === 'rep');
  for (const [slot, group] of Map.groupBy(balanced, (book) => book.slot)) {
    if (group.length < 2) continue;
    const { holders } = balance(
      group.map((book) => book.potentialAmount),
      0,
      group.map((book) => people.get(book.repId)?.rampRate ?? 1),
    );
    for (const [index, book] of group.entries()) {
      const rate = holders[index]?.deviationRate ?? null;
      found.set(`${slot}:${book.repId}`, rate === null ? null : 1 + rate);
    }
  }
  return found;
}
