import { store } from '#db/client.ts';
import { customColumns } from '#db/queries/fields/custom-values.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { byName, draftDifference } from './draft-difference.ts';
import type { MembersExport } from './members.ts';
import { requireSegment } from './segment-view.ts';

/** Everybody whom publishing the draft would bring in or lose, for a file. Throws as `publishImpact` does. */
export async function exportImpact(
  ctx: Context,
  id: string,
  side: 'entering' | 'leaving',
): Promise<MembersExport> {
  requireCan(ctx.actor, 'accounts.export');
  const { connection } = store();
  const row = requireSegment(connection, id);
  const difference = await draftDifference(ctx, row);
  const ids = await byName(row, difference, difference[side], null);
  const name = `${row.name} ${side === 'entering' ? 'coming in' : 'going out'}`;
  const custom = customColumns(connection, row.entity);
  return row.entity === 'account'
    ? { of: 'accounts', name, custom, rows: await heavyRead('accountRows', { ids, asOf: ctx.now }) }
    : { of: 'contacts', name, custom, rows: await heavyRead('contactRows', { ids, are: 'contact' }) };
}
