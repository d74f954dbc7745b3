import type { PlanBook } from '#lib/shared/plan-shapes.ts';

type Side = 'before' | 'after';

/**
 * A team's potential ÷ the sum of its members' even shares (1 = on target), null where no member has a target.
 * `slotBooks` are all books of the slot: what no book with potential has as its target is shared by the empty ones.
 */
export function teamShare(
  team: readonly PlanBook[],
  slotBooks: readonly PlanBook[],
  side: Side,
): number | null {
  const measured = slotBooks.filter((book) => shareOf(book, side) !== null);
  const isEmpty = (book: PlanBook) => shareOf(book, side) === 0;
  const unclaimed =
    sum(measured, (book) => potentialOf(book, side)) - sum(measured, (book) => ownTarget(book, side));
  const emptyTarget = Math.max(0, unclaimed) / Math.max(1, measured.filter(isEmpty).length);
  const members = team.filter((book) => shareOf(book, side) !== null);
  const target = sum(members, (book) => (isEmpty(book) ? emptyTarget : ownTarget(book, side)));
  return target > 0 ? sum(members, (book) => potentialOf(book, side)) / target : null;
}

function shareOf(book: PlanBook, side: Side): number | null {
  return side === 'before' ? book.shareBefore : book.shareAfter;
}

function potentialOf(book: PlanBook, side: Side): number {
  return book[side]?.potentialAmount ?? 0;
}

function ownTarget(book: PlanBook, side: Side): number {
  const share = shareOf(book, side) ?? 0;
  return share > 0 ? potentialOf(book, side) / share : 0;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
