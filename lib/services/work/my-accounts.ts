import 'server-only';
import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { WorkList, WorkQuery } from '#lib/shared/work-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { bookOf, reachableReps, repBriefView, requireRep } from './whose-list.ts';

/**
 * The accounts that one rep holds, in the order of work: act now, due this week, later this month, done. Customers and
 * accounts that must not be contacted are left out unless asked for. Throws `forbidden` for a rep outside one's scope.
 */
export async function myAccounts(ctx: Context, query: WorkQuery, signal?: AbortSignal): Promise<WorkList> {
  requireCan(ctx.actor, 'activities.log');
  const { connection } = store();
  const rep = requireRep(ctx, connection, query.rep);
  const settings = workspaceSettings(connection);
  const answer = await heavyRead(
    'workList',
    {
      ...bookOf(connection, rep),
      now: ctx.now,
      timeZone: settings.timeZone,
      currency: settings.currency,
      highIntentStrength: settings.highIntent.strengthMin,
      show: query.show,
      // Whoever looks after customers works with them; others ask for them.
      withCustomers: query.customers ?? rep.role === 'csm',
      withDoNotContact: query.doNotContact ?? false,
      tierId: query.tier === undefined ? null : toRowId('tier', query.tier),
      text: query.q ?? '',
      offset: Number(query.cursor ?? 0),
      limit: query.limit,
    },
    { signal },
  );
  return { ...answer, rep: repBriefView(rep), asOf: ctx.now };
}

/** Reps and pools whose lists the actor may look at, for the picker of leaders and RevOps. */
export function listWorkReps(
  ctx: Context,
): { id: string; name: string; kind: 'rep' | 'pool'; role: string | null }[] {
  requireCan(ctx.actor, 'activities.log');
  return reachableReps(ctx, store().connection).map(({ id, name, kind, role }) => ({
    id: toPublicId(kind, id),
    name,
    kind,
    role,
  }));
}
