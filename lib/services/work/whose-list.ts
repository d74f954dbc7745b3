import type { Connection } from '#db/client.ts';
import { holderIdsOf } from '#db/queries/users/holder-ids.ts';
import { findRepBrief, type RepBrief, repsWithBooks } from '#db/queries/work/rep-briefs.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';

/** The reps and pools whose lists the actor may look at, pools last. */
export function reachableReps(ctx: Context, connection: Connection): RepBrief[] {
  const scope = scopeOf(ctx.actor);
  return repsWithBooks(connection, scope.all ? null : scope.repIds);
}

/**
 * Whose list is meant: the one asked for, which must lie within the actor's scope, else one's own, else the first that
 * one may look at. Throws `not_found`, `forbidden`, or `invalid` when there is nobody.
 */
export function requireRep(ctx: Context, connection: Connection, id?: string): RepBrief {
  if (id !== undefined) return requireRepInScope(ctx, connection, id);
  const own = ctx.actor.repId === null ? null : findRepBrief(connection, ctx.actor.repId);
  const reps = reachableReps(ctx, connection);
  const isOwnList = own !== null && (ctx.actor.role === 'rep' || reps.some((rep) => rep.id === own.id));
  const found = isOwnList ? own : (reps.find(({ role }) => role === 'sdr' || role === 'ae') ?? reps[0]);
  if (found) return found;
  throw appError(
    'invalid',
    'Nobody whose list you may see holds accounts yet. Publish a territory plan first.',
  );
}

function requireRepInScope(ctx: Context, connection: Connection, id: string): RepBrief {
  const rowId = parsePublicId('rep', id) ?? parsePublicId('pool', id);
  const rep = rowId === null ? null : findRepBrief(connection, rowId);
  if (!rep) throw appError('not_found', `There is no rep "${id}".`);
  const scope = scopeOf(ctx.actor);
  if (!scope.all && !scope.repIds.includes(rep.id)) {
    throw appError('forbidden', `You may not see the list of ${rep.name}.`);
  }
  return rep;
}

/** A rep's own accounts and those of the pools they share. */
export function bookOf(connection: Connection, rep: RepBrief): { holderIds: number[]; repId: number } {
  return {
    repId: rep.id,
    holderIds: rep.kind === 'pool' ? [rep.id] : holderIdsOf(connection, rep.id, false),
  };
}

export function repBriefView({ id, name, kind }: RepBrief) {
  return { id: toPublicId(kind, id), name, kind };
}
