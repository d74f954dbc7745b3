import { drawOrphanDeals } from './deals.ts';
import { requireHolder } from './holders.ts';
import { createRandom } from './random.ts';
import { drawNotes, drawShowcase } from './showcase.ts';
import { workAccount } from './work-account.ts';
import { openWork, type WorkContext } from './work-tools.ts';
import { writeNotes, writeShowcase } from './write-work.ts';

/** About 2 % of the deals have no account. */
const ORPHAN_DEALS_PER_ACCOUNT = 0.006;

/**
 * Draws and writes what follows from the plan, account by account: deals, activities, membership, tiers, holders, and
 * the accounts; then deals without an account, and a believable today for the books with a demo login.
 */
export function workAccounts(context: WorkContext): void {
  const { connection, seed, calendar, market, plan, ids, userIds } = context;
  const work = openWork(context);
  for (const facts of market.facts) workAccount(facts, work);

  const orphans = Math.ceil(market.facts.length * ORPHAN_DEALS_PER_ACCOUNT);
  drawOrphanDeals(orphans, work.deals, requireHolder(ids, 'inside')).forEach(work.sheets.deal);
  work.sheets.member.finish();

  for (const key of ['Ansel', 'Orla']) {
    const ownerId = requireHolder(ids, key);
    const book = market.facts.filter(({ account }) => {
      const placement = plan.placements.get(account.id);
      return placement?.ae === key || placement?.sdr === key;
    });
    const random = createRandom(seed, `showcase ${key}`);
    const showcase = drawShowcase(book, ownerId, { random, calendar, emit: work.sheets.activity });
    writeShowcase(connection, ownerId, showcase, Math.round(calendar.daysAgo(2)));
  }
  const writers = ['Orla', 'Ansel', 'Dara'].flatMap((key) => userIds.get(key) ?? []);
  const targets = market.facts.filter(work.isTarget);
  writeNotes(connection, drawNotes(targets, createRandom(seed, 'notes'), calendar), writers);
}
