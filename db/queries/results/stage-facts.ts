import 'server-only';
import type { StageFact } from '#lib/metrics/facts.ts';
import type { Connection } from '../../client.ts';

/** The whole stage table, in order. */
export function stageFacts(connection: Connection): StageFact[] {
  return connection
    .prepare<[], StageFact>(
      `SELECT id, pipeline, name, position, outcome, probability_rate AS probabilityRate FROM stages
       ORDER BY pipeline, position, id`,
    )
    .all();
}
