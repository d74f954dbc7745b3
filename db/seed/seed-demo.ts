import 'server-only';
import type { Store } from '../client.ts';
import { withoutIndexes } from './bulk-load.ts';
import { drawMarketData } from './draw-market.ts';
import { requireHolder } from './holders.ts';
import { drawPlan } from './plan.ts';
import { quotaBook } from './quotas.ts';
import { createRandom } from './random.ts';
import { createSeedCalendar } from './seed-calendar.ts';
import { workAccounts } from './work-accounts.ts';
import { writeCapacity } from './write-capacity.ts';
import { type DemoLogins, hashDemoPassword, writeReps, writeUsers } from './write-people.ts';
import { writePlan } from './write-plan.ts';
import { writeSegments } from './write-segments.ts';
import { termCells } from './term-cells.ts';
import { writeTiers } from './write-tiers.ts';
import { finishDemoImport, writeDemoAudit, writeDemoImport, writeWorkspace } from './write-workspace.ts';

export type { DemoLogin, DemoLogins } from './write-people.ts';

const largeTables = [
  'accounts',
  'contacts',
  'technologies',
  'signals',
  'opportunities',
  'stage_changes',
  'activities',
  'segment_members',
  'assignments',
  'value_sources',
];

export type SeedOptions = {
  /** Epoch ms: what the data calls today. */
  now: number;
  seed?: number;
  accounts?: number;
  onProgress?: (step: string) => void;
};

/**
 * Fills a migrated database with the demo market: the same seed, size and `now` give the same rows. All in one
 * transaction, everything marked with one import of kind `demo`. Returns who can sign in.
 */
export async function seedDemo(store: Store, options: SeedOptions): Promise<DemoLogins> {
  const passwordHash = await hashDemoPassword();
  const { connection } = store;
  const hadForeignKeys = connection.pragma('foreign_keys', { simple: true });
  // Ids are consistent by construction and rows are not written parents first.
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN IMMEDIATE');
  try {
    const logins = withoutIndexes(connection, largeTables, () => fill(store, passwordHash, options));
    connection.exec('COMMIT');
    // The planner needs to know how rows are spread; a sample is enough.
    connection.exec('PRAGMA analysis_limit = 1000; ANALYZE;');
    return logins;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma(`foreign_keys = ${hadForeignKeys === 1 ? 'ON' : 'OFF'}`);
  }
}

function fill(
  { connection }: Store,
  passwordHash: string,
  { now, seed = 1, accounts: count = 20_000, onProgress = () => {} }: SeedOptions,
): DemoLogins {
  const calendar = createSeedCalendar(now);
  const importId = writeDemoImport(connection, now);
  const term = termCells(connection);
  const startedAt = Math.round(calendar.daysAgo(760));
  const ids = writeReps(connection, term, importId, startedAt);
  writeCapacity(connection, term, ids, { today: calendar.today, importId, createdAt: startedAt });
  const { ids: userIds, logins } = writeUsers(connection, ids, passwordHash, startedAt);
  const tierIds = writeTiers(connection, startedAt);
  const userId = userIds.get('Dara') ?? null;

  onProgress('Accounts, contacts, technologies and signals');
  const common = { connection, term, importId, seed, calendar };
  const market = drawMarketData(common, count, [requireHolder(ids, 'Kiran'), requireHolder(ids, 'Sofia')]);

  onProgress('Territories');
  const plan = drawPlan(market.facts, createRandom(seed, 'plan'), calendar);
  const carveDay = calendar.dayOf(plan.carveAt);
  const formerMoves = [...plan.placements.values()].filter(({ formerAe }) => formerAe !== null).length;
  const writtenPlan = writePlan(connection, plan, {
    ids,
    now,
    carveDay,
    userId: userIds.get('Lena') ?? null,
    formerMoves,
  });
  const segments = writeSegments(connection, plan, { calendar, tierIds, userIds });

  onProgress('Deals, activities and membership');
  const quotas = quotaBook(calendar);
  workAccounts({ ...common, market, plan, writtenPlan, segments, tierIds, ids, userIds, quotas });
  quotas.write(connection, ids);

  onProgress('Workspace');
  writeWorkspace(connection, now, segments.get('tam')?.id ?? 1);
  writeDemoAudit(connection, {
    now,
    userId,
    userName: 'Dara Winslade',
    segments: segments.values(),
    plan: writtenPlan,
    planTimes: { first: plan.formerCarveAt, second: plan.carveAt },
    formerMoves,
  });
  finishDemoImport(connection, importId, market.facts.length);
  return logins;
}
