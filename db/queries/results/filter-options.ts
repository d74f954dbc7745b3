import 'server-only';
import type { Connection } from '../../client.ts';

/** What the filters of results can be set to, with row ids. */
type FilterOptions = {
  segments: { id: number; name: string; parent: string | null; members: number }[];
  /** Those with most deals first. */
  pipelines: string[];
};

export function filterOptions(connection: Connection): FilterOptions {
  const segments = connection
    .prepare<[], FilterOptions['segments'][number]>(
      `SELECT s.id, s.name, p.name AS parent,
         (SELECT count(*) FROM segment_members m WHERE m.segment_id = s.id AND m.to_at IS NULL) AS members
       FROM segments s LEFT JOIN segments p ON p.id = s.parent_id
       WHERE s.entity = 'account' AND s.status = 'published' AND s.archived_at IS NULL ORDER BY s.name_folded`,
    )
    .all();
  const pipelines = connection
    .prepare<[], string>(
      `SELECT coalesce(nullif(s.pipeline, ''), (SELECT label FROM terms WHERE id = d.pipeline)) AS pipeline_name
       FROM opportunities d JOIN stages s ON s.id = d.stage_id WHERE d.archived_at IS NULL AND pipeline_name IS NOT NULL
       GROUP BY 1 ORDER BY count(*) DESC, 1`,
    )
    .pluck()
    .all();
  return { segments, pipelines };
}

/** First and last close day of all deals, to say where results lie when a period holds none. */
export function closedSpan(connection: Connection): { from: number; to: number } | null {
  const row = connection
    .prepare<[], { from: number | null; to: number | null }>(
      `SELECT min(closed_on) AS "from", max(closed_on) AS "to" FROM opportunities WHERE archived_at IS NULL`,
    )
    .get();
  return row && row.from !== null && row.to !== null ? { from: row.from, to: row.to } : null;
}
