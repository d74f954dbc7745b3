import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { isLocked } from '#lib/territories/assign-holders.ts';
import { backToRules, fixAccounts, unlockAccounts } from '#lib/territories/hand-changes.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { HandChange } from '#lib/territories/with-changes.ts';
import type { Connection } from '../../client.ts';
import { matchingAccounts, type PlanFilter } from './list-plan-accounts.ts';
import { carvePlan, type PlanQuestion } from './plan-picture.ts';

/** Which accounts a change is for: named ones, or all that match except named ones. */
export type ChangeSelection = { accountIds: number[] } | { filter: PlanFilter; exceptIds: number[] };

/** What somebody wants done with them. */
export type ChangeIntent =
  | {
      kind: 'move';
      territoryId?: number | null | undefined;
      holder?: { slot: Slot; repId: number | null } | undefined;
      isLocked?: boolean | undefined;
    }
  | { kind: 'lock' | 'keep' | 'unlock' | 'toRules' };

export type ResolvedChange = {
  accountIds: number[];
  changes: HandChange[];
  /** How many of them are locked now. */
  locked: number;
};

/** A wish in terms of single settings: which accounts, and what is set on each of them. */
export function resolveChange(
  connection: Connection,
  input: PlanQuestion & {
    scope: Scope;
    selection: ChangeSelection;
    intent: ChangeIntent;
    reason: string | null;
  },
): ResolvedChange {
  const { selection, intent, reason, scope, ...question } = input;
  const carved = carvePlan(connection, question);
  const accountIds =
    'accountIds' in selection
      ? selection.accountIds
      : without(matchingAccounts(carved, selection.filter, scope), selection.exceptIds);
  const locked = accountIds.filter((id) => isLocked(carved.assigned.get(id))).length;
  return { accountIds, locked, changes: changesOf() };

  function changesOf(): HandChange[] {
    switch (intent.kind) {
      case 'lock':
        return fixAccounts(carved, accountIds, 'draft', reason);
      case 'keep':
        return fixAccounts(carved, accountIds, 'published', reason);
      case 'unlock':
        return unlockAccounts(
          carved,
          carvePlan(connection, question, backToRules(accountIds)),
          accountIds,
          reason,
        );
      case 'toRules':
        return backToRules(accountIds);
      case 'move': {
        const { territoryId, holder, isLocked: lock } = intent;
        return [{ accountIds, territoryId, holder, isLocked: lock, reason }];
      }
    }
  }
}

function without(ids: readonly number[], exceptIds: readonly number[]): number[] {
  const except = new Set(exceptIds);
  return ids.filter((id) => !except.has(id));
}
