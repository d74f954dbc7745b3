import { store } from '#db/client.ts';
import { firstMissingAccount } from '#db/queries/accounts/first-missing-account.ts';
import { holderRows, type PlanRow } from '#db/queries/plans/plan-rows.ts';
import type { ChangeIntent, ChangeSelection, ResolvedChange } from '#db/queries/plans/resolve-change.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { HandChangeInput } from '#lib/shared/plan-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireAccountsInScope, requireTerritory } from './plan-access.ts';
import { filterOf } from './plan-accounts.ts';
import type { RuleMembers } from './rule-members.ts';

/**
 * Reads a change by hand: which accounts, and what is set on each. Throws `not_found` for unknown ids, `forbidden` for
 * accounts outside the actor's scope, `invalid` when nothing is asked for.
 */
export async function readChange(
  ctx: Context,
  plan: PlanRow,
  input: HandChangeInput,
  { members, today }: RuleMembers,
  signal?: AbortSignal,
): Promise<ResolvedChange> {
  const selection = selectionOf(input);
  const intent = intentOf(plan, input);
  if ('accountIds' in selection) {
    const { connection } = store();
    const missing = firstMissingAccount(connection, selection.accountIds);
    if (missing !== null)
      throw appError('not_found', `There is no account "${toPublicId('account', missing)}".`);
    requireAccountsInScope(ctx, connection, selection.accountIds);
  }
  const resolved = await heavyRead(
    'resolveChange',
    {
      planId: plan.id,
      members,
      today,
      scope: scopeOf(ctx.actor),
      selection,
      intent,
      reason: input.reason ?? null,
    },
    { signal },
  );
  if (resolved.accountIds.length === 0)
    throw appError('invalid', 'No account matches, so nothing can be changed.');
  return resolved;
}

function selectionOf({ accountIds, matching }: HandChangeInput): ChangeSelection {
  if (accountIds) return { accountIds: [...new Set(accountIds.map((id) => toRowId('account', id)))] };
  const { except = [], ...query } = matching ?? {};
  return { filter: filterOf(query), exceptIds: except.map((id) => toRowId('account', id)) };
}

function intentOf(plan: PlanRow, input: HandChangeInput): ChangeIntent {
  if (input.toRules) return { kind: 'toRules' };
  if (input.keep) return { kind: 'keep' };
  if (input.territoryId === undefined && input.holder === undefined) {
    if (input.isLocked === undefined)
      throw appError('invalid', 'Say what should change about these accounts.');
    return { kind: input.isLocked ? 'lock' : 'unlock' };
  }
  const holder = input.holder && {
    slot: input.holder.slot,
    repId: input.holder.repId === null ? null : knownRep(input.holder.repId),
  };
  if (input.territoryId === null) return { kind: 'move', territoryId: null, holder };
  const territoryId =
    input.territoryId === undefined
      ? undefined
      : requireTerritory(store().connection, plan, input.territoryId).id;
  return { kind: 'move', territoryId, holder, isLocked: input.isLocked };
}

function knownRep(id: string): number {
  const rowId = toRowId('rep', id);
  if (holderRows(store().connection).some((holder) => holder.id === rowId)) return rowId;
  throw appError('not_found', `There is no rep "${id}".`);
}
