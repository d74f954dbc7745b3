import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { store } from '#db/client.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { FileCell, FileColumn, TableFile } from '#lib/shared/table-file/table-file.ts';
import { memberFile } from './member-file.ts';
import { exportMembers } from './members.ts';

const MOST_ROWS = 500_000;

/**
 * The members of several segments in one file, the segment in front of each row; who is in two stands there twice.
 * Throws as `exportMembers`, and `too_large` beyond half a million rows.
 */
export async function membersOfManyFile(
  ctx: Context,
  ids: readonly string[],
  of: 'accounts' | 'contacts',
): Promise<TableFile & { rows: FileCell[][] }> {
  const { currency } = workspaceSettings(store().connection);
  const rows: FileCell[][] = [];
  let columns: readonly FileColumn[] = [];
  for (const id of ids) {
    const found = await exportMembers(ctx, id, { of });
    const file = memberFile(found, currency);
    columns = file.columns;
    for (const row of file.rows) rows.push([found.name, ...row]);
    if (rows.length > MOST_ROWS) {
      throw appError('too_large', 'These segments have more than 500,000 members together. Choose fewer.');
    }
  }
  return {
    name: `Members of ${ids.length} segments`,
    currency,
    columns: [{ header: 'segment' }, ...columns],
    rows,
  };
}
