import 'server-only';
import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { ResultsInput } from './input.ts';
import { resultRecords } from './records.ts';
import type { RecordsInput } from './records-input.ts';

/** What the page of records behind a figure shows first. */
export async function recordsPage(ctx: Context, input: ResultsInput, records: RecordsInput) {
  const first = await resultRecords(ctx, input, records);
  const { currency, timeZone } = workspaceSettings(store().connection);
  return {
    first,
    figure: records.figure,
    reached: records.reached ?? null,
    currency,
    timeZone,
    canExport: can(ctx.actor, 'accounts.export'),
  };
}
