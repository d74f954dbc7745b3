import 'server-only';
import type { Connection } from '../../client.ts';

/** JSON texts of what feeds fields that rules read: published segments (with their tier), rule territories. */
export function feedingRules(connection: Connection): {
  segments: { id: number; definition: string; givesTier: number }[];
  territories: string[];
} {
  return {
    segments: connection
      .prepare<[], { id: number; definition: string; givesTier: number }>(
        `SELECT s.id, v.definition, (s.tier_id IS NOT NULL AND s.status = 'published') AS givesTier
         FROM segments s JOIN segment_versions v ON v.id = s.published_version_id WHERE s.archived_at IS NULL`,
      )
      .all(),
    territories: connection
      .prepare<[], string>('SELECT draft FROM territories WHERE archived_at IS NULL AND draft IS NOT NULL')
      .pluck()
      .all(),
  };
}
