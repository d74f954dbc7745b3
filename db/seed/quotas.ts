import type { Connection } from '../client.ts';
import type { DemoDeal } from './opportunities.ts';
import { demoPools, demoReps } from './reps.ts';
import type { SeedCalendar } from './seed-calendar.ts';

/** Won amounts by owner of the last four quarters, to set quotas that a year like that would nearly meet. */
export function quotaBook(calendar: SeedCalendar) {
  const won = new Map<number, number>();
  return {
    note: (deal: DemoDeal): void => {
      if (deal.outcome !== 'won' || deal.closedOn === null || deal.closedOn < calendar.today - 365) return;
      won.set(deal.ownerId, (won.get(deal.ownerId) ?? 0) + (deal.amount ?? 0));
    },
    write: (connection: Connection, ids: ReadonlyMap<string, number>): void => {
      const update = connection.prepare('UPDATE reps SET quota_amount = ? WHERE id = ?');
      const sellers = demoReps.filter(({ role }) => role === 'ae');
      for (const { key, skill } of [...sellers, ...demoPools.map(({ key }) => ({ key, skill: 0 }))]) {
        const id = ids.get(key);
        if (id === undefined) continue;
        const quarterly = ((won.get(id) ?? 0) / 4) * (1.12 - skill * 0.8);
        update.run(Math.max(150_000, Math.round(quarterly / 25_000) * 25_000), id);
      }
    },
  };
}
