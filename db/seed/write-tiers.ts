import type { Connection } from '../client.ts';
import type { TierInterval } from './account-tiers.ts';
import { channelMixes } from './activities.ts';
import { fold } from './fold.ts';
import { sheet } from './sheet.ts';

const demoTiers = [
  {
    rank: 1,
    name: 'Tier 1',
    description: 'Strategic',
    from: 8,
    to: 12,
    sla: 4,
    cap: 20,
    by: 'Enterprise AE and SDR',
  },
  {
    rank: 2,
    name: 'Tier 2',
    description: 'Core',
    from: 4,
    to: 6,
    sla: 8,
    cap: 50,
    by: 'Mid-market AE and SDR',
  },
  { rank: 3, name: 'Tier 3', description: 'Expansion', from: 1, to: 3, sla: 24, cap: null, by: 'SDR' },
];

/** The three tiers, taken as they are where one of that name exists; row ids by rank. */
export function writeTiers(connection: Connection, createdAt: number): Map<number, number> {
  const find = connection.prepare<[string], { id: number }>(
    'SELECT id FROM tiers WHERE name_folded = ? AND archived_at IS NULL',
  );
  const insert = connection.prepare(
    `INSERT INTO tiers (name, name_folded, description, rank, touches_from, touches_to, channel_mix,
       response_sla_hours, max_accounts_per_rep, worked_by, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return new Map(
    demoTiers.map(({ rank, name, description, from, to, sla, cap, by }) => {
      const mix = JSON.stringify(Object.fromEntries(channelMixes[rank] ?? []));
      const cells = [name, fold(name), description, rank, from, to, mix, sla, cap, by, createdAt, createdAt];
      return [rank, find.get(fold(name))?.id ?? Number(insert.run(cells).lastInsertRowid)];
    }),
  );
}

export function tierSheet(connection: Connection, tierIds: ReadonlyMap<number, number>) {
  const rows = sheet(connection, 'account_tiers', [
    'account_id',
    'tier_id',
    'cause',
    'segment_id',
    'from_at',
    'to_at',
  ]);
  return (accountId: number, intervals: readonly TierInterval[]): void => {
    for (const { rank, cause, segmentId, fromAt, toAt } of intervals) {
      rows.add([accountId, tierIds.get(rank) ?? null, cause, segmentId, fromAt, toAt]);
    }
  };
}
