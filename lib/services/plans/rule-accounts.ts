import { store } from '#db/client.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { requireDefinition } from '#lib/services/segments/segment-rules.ts';
import { appError } from '#lib/shared/errors.ts';

/**
 * Row ids of the accounts within scope that match a rule of an address, by the evaluator that counts segments; undefined
 * without a rule. Throws `invalid` for one that cannot be read or is about something else.
 */
export async function accountsByRule(
  ctx: Context,
  text: string | undefined,
  signal?: AbortSignal,
): Promise<Int32Array | undefined> {
  const rule = parseRule(text);
  if (rule === undefined) return undefined;
  const definition = requireDefinition(store().connection, rule, { where: '/rule' });
  if (definition.entity !== 'account')
    throw appError('invalid', 'A plan is about accounts: give a rule over accounts.');
  const question = { definition, asOf: ctx.now, now: ctx.now, scope: scopeOf(ctx.actor) };
  return evaluator().members(question, signal);
}
