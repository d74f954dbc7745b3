import type { RowGroup } from '#components/table/items.ts';
import { BalanceBar } from '#components/ui/balance-bar.tsx';
import { formatCount, formatMoney, formatRate } from '#lib/shared/format.ts';
import type { PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import { teamShare } from '#lib/territories/team-share.ts';
import { isOutOfBand } from './book-cells.tsx';

/** The heading that a book stands under: its manager, or what it is when it has none. */
export function teamOf(book: PlanBook): string {
  if (book.kind === 'pool') return 'Pools';
  return book.managerName ?? 'Without a manager';
}

/** The books of a slot: teams by name, people before pools, names within. */
export function booksOf(plan: PlanView, slot: PlanBook['slot']): PlanBook[] {
  const rank = (book: PlanBook) => (book.kind === 'pool' ? 2 : book.managerName === null ? 1 : 0);
  return plan.books
    .filter((book) => book.slot === slot)
    .sort((a, b) => rank(a) - rank(b) || teamOf(a).localeCompare(teamOf(b)) || a.name.localeCompare(b.name));
}

/** Each team's heading: its balance as a bar, and what its books add up to. */
export function teamGroups(
  books: readonly PlanBook[],
  tolerance: number,
  currency: string,
): Map<string, RowGroup> {
  return new Map(
    [...Map.groupBy(books, teamOf)].map(([team, group]) => {
      const accounts = group.reduce((sum, book) => sum + (book.after?.accounts ?? 0), 0);
      const potential = group.reduce((sum, book) => sum + (book.after?.potentialAmount ?? 0), 0);
      const measured = group.filter((book) => book.shareAfter !== null);
      const inBand = measured.filter((book) => !isOutOfBand(book.shareAfter, tolerance)).length;
      const before = teamShare(group, books, 'before');
      const after = teamShare(group, books, 'after');
      const facts = [formatCount(accounts, 'account'), formatMoney(potential, currency, { compact: true })];
      if (after !== null) facts.unshift(`${formatRate(after, { digits: 0 })} of target`);
      if (measured.length > 0) facts.push(`${inBand} of ${measured.length} in the band`);
      const graphic = after !== null && (
        <span className="flex max-sm:hidden">
          <BalanceBar
            {...(before === null ? {} : { before })}
            after={after}
            width={124}
            tolerance={tolerance}
          />
        </span>
      );
      return [team, { id: team, label: team, fact: facts.join(' · '), graphic }];
    }),
  );
}
