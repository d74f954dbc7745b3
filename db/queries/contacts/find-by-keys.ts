import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

/** Row ids of live contacts by one of their keys; statements are prepared once. */
export function contactFinder(connection: Connection): {
  byId: (rowId: number) => number[];
  byEmail: (email: string) => number[];
  byExternalId: (externalId: string) => number[];
} {
  const live = (column: string) =>
    connection
      .prepare<[string | number], number>(
        `SELECT id FROM contacts WHERE ${column} = ? AND archived_at IS NULL`,
      )
      .pluck();
  const [id, email, externalId] = [live('id'), live('email_folded'), live('external_id')];
  return {
    byId: (rowId) => id.all(rowId),
    byEmail: (text) => email.all(foldText(text)),
    byExternalId: (text) => externalId.all(text),
  };
}
