import 'server-only';
import { z } from 'zod';
import { type Connection, store } from '#db/client.ts';
import {
  findOpportunities,
  isHolder,
  type OpportunityQuestion,
  opportunitySorts,
  type OpportunitySort,
} from '#db/queries/opportunities/find-opportunities.ts';
import { opportunityRows } from '#db/queries/opportunities/opportunity-rows.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { requireDefinition } from '#lib/services/segments/segment-rules.ts';
import { requireSegment } from '#lib/services/segments/segment-view.ts';
import { appError } from '#lib/shared/errors.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import type { OpportunityRow } from '#lib/shared/record-rows.ts';
import { parseInput } from '#lib/shared/parse-input.ts';

const sorts = Object.keys(opportunitySorts) as [OpportunitySort, ...OpportunitySort[]];

export const opportunityListSchema = z.strictObject({
  segment: z.string().optional(),
  /** A definition over accounts as JSON: deals of the accounts that match it. */
  rule: z.string().max(16_000).optional(),
  account: z.string().optional(),
  owner: z.string().optional(),
  outcome: z.enum(['open', 'won', 'lost'], 'An outcome is open, won or lost.').optional(),
  stage: z.string().max(200).optional(),
  /** A field, with `-` before it for the largest or latest first. */
  sort: z
    .string()
    .regex(new RegExp(`^-?(${sorts.join('|')})$`), `Deals can be sorted by ${sorts.join(', ')}.`)
    .default('-createdOn'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^after-\d{1,9}$/, 'This page marker is not one of ours.')
    .optional(),
});

type OpportunityList = { items: OpportunityRow[]; nextCursor: string | null; count: number };

/** Deals within the actor's scope, a page at a time. */
export async function listOpportunities(
  ctx: Context,
  input: z.input<typeof opportunityListSchema>,
): Promise<OpportunityList> {
  requireCan(ctx.actor, 'accounts.read');
  const asked = parseInput(opportunityListSchema, input);
  const offset = Number(asked.cursor?.slice('after-'.length) ?? 0);
  const { connection } = store();
  const { ids, count } = findOpportunities(connection, {
    ...questionOf(ctx, asked),
    accountIds: asked.rule === undefined ? null : await accountsOfRule(ctx, asked.rule),
    limit: asked.limit,
    offset,
  });
  const end = offset + ids.length;
  return {
    items: opportunityRows(connection, ids),
    nextCursor: end < count && ids.length > 0 ? `after-${end}` : null,
    count,
  };
}

function questionOf(
  ctx: Context,
  asked: z.output<typeof opportunityListSchema>,
): Omit<OpportunityQuestion, 'limit' | 'offset' | 'accountIds'> {
  const { connection } = store();
  const isDescending = asked.sort.startsWith('-');
  return {
    scope: scopeOf(ctx.actor),
    segmentId: asked.segment === undefined ? null : requireSegment(connection, asked.segment).id,
    accountId: asked.account === undefined ? null : requireAccount(ctx, connection, asked.account).id,
    ownerId: asked.owner === undefined ? null : requireHolder(connection, asked.owner),
    outcome: asked.outcome ?? null,
    stage: asked.stage ?? null,
    sort: asked.sort.slice(isDescending ? 1 : 0) as OpportunitySort,
    isDescending,
  };
}

async function accountsOfRule(ctx: Context, text: string): Promise<number[]> {
  const definition = requireDefinition(store().connection, parseJsonText(text), { where: '/rule' });
  if (definition.entity !== 'account') {
    throw appError('invalid', 'Deals are listed by a rule over accounts, not over contacts.');
  }
  const question = { definition, asOf: ctx.now, now: ctx.now, scope: scopeOf(ctx.actor) };
  return [...(await evaluator().members(question))];
}

function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw appError('malformed', 'The rule is not JSON.');
  }
}

function requireHolder(connection: Connection, id: string): number {
  const rowId = parsePublicId('rep', id) ?? parsePublicId('pool', id);
  if (rowId === null || !isHolder(connection, rowId)) throw appError('not_found', `There is no rep "${id}".`);
  return rowId;
}
