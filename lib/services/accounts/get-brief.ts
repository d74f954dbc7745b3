import 'server-only';
import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { AccountBrief } from '#lib/shared/account-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireAccount } from './require-account.ts';

/** Why now, the buying committee, segments and open steps of one account. Throws `not_found`, `forbidden`. */
export async function getAccountBrief(ctx: Context, id: string, signal?: AbortSignal): Promise<AccountBrief> {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const account = requireAccount(ctx, connection, id, { inTrash: true });
  const { timeZone, currency, highIntent } = workspaceSettings(connection);
  return heavyRead(
    'accountBrief',
    { accountId: account.id, now: ctx.now, timeZone, currency, highIntentStrength: highIntent.strengthMin },
    { signal },
  );
}
