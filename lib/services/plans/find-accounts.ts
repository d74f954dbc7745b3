import { store } from '#db/client.ts';
import { accountsByText } from '#db/queries/plans/account-names.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { FoundAccounts } from '#lib/shared/plan-account-shapes.ts';
import { requirePlan } from './plan-access.ts';

/** Finds accounts by pasted CRM ids, domains or names, within scope. A name that several have is not guessed. */
export function findNamedAccounts(ctx: Context, planId: string, texts: readonly string[]): FoundAccounts {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  requirePlan(connection, planId);
  const find = accountsByText(connection, scopeOf(ctx.actor));
  const answers = texts.map((text) => ({ text, hits: find(text) }));
  return {
    found: answers.flatMap(({ text, hits }) =>
      hits.length === 1 && hits[0]
        ? [{ text, id: toPublicId('account', hits[0].id), name: hits[0].name }]
        : [],
    ),
    missing: answers.filter(({ hits }) => hits.length !== 1).map(({ text }) => text),
  };
}
