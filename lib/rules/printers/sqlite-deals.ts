import type { Moment } from '../facts-as-of.ts';
import { type Sql, sql, sqlName } from './sql.ts';

/** The same account of the past as `factsAsOf` gives for one record; the two are held against each other in tests. */

function historyOf(row: string, moment: Moment): { last: Sql; exists: Sql } {
  const own = sql`h.opportunity_id = ${sqlName(`${row}.id`)}`;
  return {
    last: sql`(SELECT h.stage_id FROM stage_changes h WHERE ${own} AND h.changed_at <= ${moment.asOf} ORDER BY h.changed_at DESC, h.id DESC LIMIT 1)`,
    exists: sql`EXISTS (SELECT 1 FROM stage_changes h WHERE ${own})`,
  };
}

/** Row id of a deal's stage, NULL when the past stage is unknown. */
export function stageAsOf(row: string, moment: Moment): Sql {
  const stage = sqlName(`${row}.stage_id`);
  if (!moment.isPast) return stage;
  const closed = sqlName(`${row}.closed_on`);
  const { last, exists } = historyOf(row, moment);
  return sql`CASE WHEN ${closed} <= ${moment.asOfDay} THEN coalesce(${last}, ${stage}) WHEN ${closed} IS NULL AND NOT ${exists} THEN ${stage} ELSE ${last} END`;
}

/** `open`, `won` or `lost`. */
export function outcomeAsOf(row: string, moment: Moment): Sql {
  const today = sql`(SELECT so.outcome FROM stages so WHERE so.id = ${sqlName(`${row}.stage_id`)})`;
  if (!moment.isPast) return today;
  const closed = sqlName(`${row}.closed_on`);
  const { last, exists } = historyOf(row, moment);
  return sql`CASE WHEN ${closed} <= ${moment.asOfDay} THEN ${today} WHEN ${closed} IS NOT NULL THEN 'open' WHEN NOT ${exists} THEN ${today} ELSE coalesce((SELECT so.outcome FROM stages so WHERE so.id = ${last}), 'open') END`;
}
