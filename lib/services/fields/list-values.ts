import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { ValueCount } from '#lib/evaluator/contract.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { findField } from '#lib/rules/catalog.ts';
import { appError } from '#lib/shared/errors.ts';

export const valueEntities = [
  'account',
  'contact',
  'technology',
  'signal',
  'opportunity',
  'activity',
] as const;

export type ValuesQuestion = {
  entity: (typeof valueEntities)[number];
  field: string;
  search: string;
  limit: number;
  /** Only among signals or activities of these types: the topics of intent are not those of hiring. */
  types?: string[] | undefined;
};

/** The values of a field with how often each occurs within the actor's scope, for value pickers. */
export async function listFieldValues(
  ctx: Context,
  { entity, field, search, limit, types }: ValuesQuestion,
  signal?: AbortSignal,
): Promise<ValueCount[]> {
  requireCan(ctx.actor, 'accounts.read');
  if (!findField(loadCatalog(store().connection), entity, field)) {
    throw appError('not_found', `There is no field "${field}" on ${entity}.`);
  }
  return evaluator().values({ entity, field, search, limit, types, scope: scopeOf(ctx.actor) }, signal);
}
