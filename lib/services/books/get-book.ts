import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { bookMoves, heldRows } from '#db/queries/books/held-rows.ts';
import { teamOfRole, wonByOwner } from '#db/queries/books/team.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { repBriefView, requireRep } from '#lib/services/work/whose-list.ts';
import type { Book } from '#lib/shared/book-shapes.ts';
import { dayOfInstant, fiscalPeriod } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { teamMedian } from '#lib/territories/team-median.ts';
import type { BookFigures } from '#lib/territories/held-books.ts';
import { heavyRead } from '#workers/reads/host.ts';

const QUARTERS = 4;
const MOST_ACCOUNTS = 1_000;
const MOST_MOVES = 300;

/**
 * One's own book, or that of somebody within scope: what it holds against the middle of everybody in the same role, what
 * was won, and what came and went. Of others only medians are told, and none of a team so small that a median would
 * give one of them away. Throws `forbidden` for a rep outside one's scope.
 */
export async function getBook(ctx: Context, repId?: string): Promise<Book> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const rep = requireRep(ctx, connection, repId);
  const settings = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, settings.timeZone);
  const team = teamOfRole(connection, rep.id, today);
  const others = team.filter((id) => id !== rep.id);
  const { books, accounts } = await heavyRead('bookPicture', { repIds: [rep.id, ...others] });
  const own = books[0];
  const person = holdersNow(connection, today).find(({ id }) => id === rep.id);
  const figures = new Map(accounts.map((account) => [account.id, account]));
  const measure = (
    key: Book['measures'][number]['key'],
    of: (book: BookFigures) => number,
    limit: number | null = null,
  ) => ({
    key,
    own: own ? of(own) : 0,
    median: rep.kind === 'pool' ? null : teamMedian(books.map(of)),
    limit,
  });
  return {
    rep: { ...repBriefView(rep), role: rep.role },
    isOwn: rep.id === ctx.actor.repId,
    asOf: ctx.now,
    team: team.length,
    measures: [
      measure('potential', (book) => book.potentialAmount),
      measure('workload', (book) => book.workloadTouches, person?.capacityTouches ?? null),
      measure('accounts', (book) => book.accounts, person?.maxAccounts ?? null),
      measure('pipeline', (book) => book.pipelineAmount),
    ],
    potentialUnknown: own?.potentialUnknown ?? 0,
    quarters: wonQuarters(connection, [rep.id, ...others], today, settings.fiscalYearStartMonth),
    accounts: heldRows(connection, rep.id, ctx.now)
      .slice(0, MOST_ACCOUNTS)
      .map(({ accountId, name, city, country, tier, slot, fromAt, reason }) => ({
        id: toPublicId('account', accountId),
        name,
        city,
        country,
        tier,
        slot,
        sinceAt: fromAt,
        reason,
        potentialAmount: figures.get(accountId)?.potentialAmount ?? null,
        workloadTouches: figures.get(accountId)?.workloadTouches ?? 0,
        pipelineAmount: figures.get(accountId)?.pipelineAmount ?? 0,
      })),
    moves: bookMoves(connection, rep.id, MOST_MOVES).map(
      ({ at, change, accountId, accountName, slot, otherName, reason, planNumber, by }) => ({
        at,
        change,
        accountId: toPublicId('account', accountId),
        accountName,
        slot,
        otherName,
        reason,
        planNumber,
        by,
      }),
    ),
  };
}

/** Money won in the last fiscal quarters, oldest first: of the first rep, and the middle of all of them. */
function wonQuarters(
  connection: Connection,
  repIds: readonly number[],
  today: number,
  fiscalYearStartMonth: number,
): Book['quarters'] {
  const quarters = Array.from({ length: QUARTERS }, (_, at) =>
    fiscalPeriod(today, 'quarter', at - QUARTERS + 1, fiscalYearStartMonth),
  );
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last) return [];
  const won = wonByOwner(connection, repIds, first.from, last.to);
  return quarters.map(({ from, to }) => {
    const sums = repIds.map((repId) =>
      won
        .filter(({ ownerId, closedOn }) => ownerId === repId && closedOn >= from && closedOn <= to)
        .reduce((sum, { amount }) => sum + amount, 0),
    );
    return { fromOn: from, toOn: to, ownAmount: sums[0] ?? 0, medianAmount: teamMedian(sums) };
  });
}
