import type { Connection } from '../client.ts';
import type { AccountFacts } from './account-facts.ts';
import type { ClassHistory } from './class-history.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { sheet } from './sheet.ts';

/** Says of some values where they came from and when: stale ones, ones set by hand, ones derived, recent new figures. */
export function sourceSheet(
  connection: Connection,
  context: { random: Random; calendar: SeedCalendar; importId: number; userId: number | null },
) {
  const { random, calendar, importId, userId } = context;
  const rows = sheet(connection, 'value_sources', [
    'entity',
    'record_id',
    'field',
    'source',
    'import_id',
    'user_id',
    'at',
    'is_pinned',
  ]);
  const add = (recordId: number, field: string, source: string, at: number, byHand = false) => {
    rows.add([
      'account',
      recordId,
      field,
      source,
      byHand ? null : importId,
      byHand ? userId : null,
      Math.round(at),
      byHand ? 1 : 0,
    ]);
  };
  return ({ account }: AccountFacts, history: ClassHistory): void => {
    const { id } = account;
    const staleAt = calendar.daysAgo(random.between(500, 1150));
    if (history.changedAt !== null) add(id, 'employees', 'import', history.changedAt);
    else if (account.employees !== null && random.chance(0.14)) add(id, 'employees', 'import', staleAt);
    if (account.revenue !== null && random.chance(0.16)) add(id, 'revenue', 'import', staleAt);
    if (account.phone !== null && random.chance(0.05))
      add(id, 'phone', 'person', calendar.daysAgo(random.between(5, 300)), true);
    if (account.industry !== null && random.chance(0.012))
      add(id, 'industry', 'person', calendar.daysAgo(random.between(5, 300)), true);
    if (account.latitude !== null && account.city === null) {
      add(id, 'latitude', 'derived', account.createdAt);
      add(id, 'longitude', 'derived', account.createdAt);
    }
  };
}
