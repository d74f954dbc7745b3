import 'server-only';
import type { Connection } from '../../client.ts';

/** Row ids of live accounts by one of their keys; statements are prepared once. A domain may be that of several. */
export function accountFinder(connection: Connection): {
  byId: (rowId: number) => number[];
  byDomain: (domain: string) => number[];
  byExternalId: (externalId: string) => number[];
} {
  const live = (column: string) =>
    connection
      .prepare<[string | number], number>(
        `SELECT id FROM accounts WHERE ${column} = ? AND archived_at IS NULL`,
      )
      .pluck();
  const [id, domain, externalId] = [live('id'), live('domain'), live('external_id')];
  return {
    byId: (rowId) => id.all(rowId),
    byDomain: (text) => domain.all(text),
    byExternalId: (text) => externalId.all(text),
  };
}
