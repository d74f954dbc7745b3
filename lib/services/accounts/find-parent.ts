import type { Connection } from '#db/client.ts';
import { accountByText } from '#db/queries/imports/account-by-text.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { parsePublicId } from '#lib/shared/ids.ts';

/** The account that a text names: a public id, an id of the CRM, a web domain or a name. Null when none or several do. */
export function parentIdOf(connection: Connection, text: string): number | null {
  const rowId = parsePublicId('account', text);
  if (rowId !== null) {
    const exists = connection
      .prepare('SELECT 1 FROM accounts WHERE id = ? AND archived_at IS NULL')
      .get(rowId);
    return exists ? rowId : null;
  }
  const { mainSystem } = workspaceSettings(connection);
  const found = accountByText(connection, ['externalId', 'domain', 'name'], mainSystem).find(text);
  return found.kind === 'match' ? found.id : null;
}
