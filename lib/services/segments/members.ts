import { store } from '#db/client.ts';
import { type AccountListRow, hydrateAccounts } from '#db/queries/accounts/hydrate-accounts.ts';
import { type ContactListRow, hydrateContacts } from '#db/queries/contacts/hydrate-contacts.ts';
import type { MemberSort } from '#db/queries/segments/members-as-of.ts';
import { pinsChangedAt } from '#db/queries/segments/pin-rows.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Totals } from '#lib/shared/total-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { readAsOf } from './preview.ts';
import { publishedRule, requireSegment } from './segment-view.ts';

export type MembersQuestion = {
  asOf?: string | undefined;
  sort?: MemberSort | undefined;
  descending?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
  totals?: boolean | undefined;
};

export type MembersPage = {
  entity: RootEntity;
  count: number;
  items: (AccountListRow | ContactListRow)[];
  nextCursor: string | null;
  asOf: number;
  totals?: Totals;
  /** Answered by the rule and its pins, because the job has not written the members since they changed. */
  isFromRule: boolean;
};

/** Members as the rule answers them while the job has not written them since a publish or pin; null = the stored ones. */
async function idsFromRule(ctx: Context, row: SegmentRow, asOf: number): Promise<Int32Array | null> {
  const definition = publishedRule(row);
  const changedAt = Math.max(row.publishedAt ?? 0, pinsChangedAt(store().connection, row.id) ?? 0);
  const isStale = row.status === 'published' && (row.freshAt ?? 0) < changedAt;
  if (!definition || !isStale || row.lastError !== null || asOf < changedAt) return null;
  const segmentId = toPublicId('segment', row.id);
  return evaluator().members({ definition, segmentId, asOf, now: ctx.now, scope: scopeOf(ctx.actor) });
}

function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw appError('malformed', 'This cursor is not one of ours.');
  return Number(cursor);
}

/** One page of a segment's members as they were at an instant (now when not said), within the actor's scope. */
export async function listMembers(ctx: Context, id: string, question: MembersQuestion): Promise<MembersPage> {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id);
  const asOf = readAsOf(ctx, question.asOf);
  const ids = await idsFromRule(ctx, row, asOf);
  const limit = Math.min(Math.max(question.limit ?? 50, 1), 500);
  const offset = readOffset(question.cursor);
  const page = await heavyRead('memberPage', {
    ...{ segmentId: row.id, entity: row.entity, asOf, scope: scopeOf(ctx.actor), ids },
    ...{ sort: question.sort ?? 'name', descending: question.descending ?? false, limit, offset },
  });
  const next = offset + limit;
  return {
    entity: row.entity,
    count: page.count,
    items:
      row.entity === 'contact'
        ? hydrateContacts(connection, page.ids)
        : hydrateAccounts(connection, page.ids, ctx.now),
    nextCursor: next < page.count ? String(next) : null,
    ...(question.totals ? { totals: await totalsOf() } : {}),
    asOf,
    isFromRule: ids !== null,
  };

  async function totalsOf(): Promise<Totals> {
    const scope = scopeOf(ctx.actor);
    const all =
      ids ?? (await heavyRead('membersAsOf', { segmentId: row.id, entity: row.entity, asOf, scope }));
    return row.entity === 'contact'
      ? heavyRead('contactTotals', { ids: all })
      : heavyRead('accountTotals', { ids: all, asOf: ctx.now });
  }
}

export type MembersExport =
  | { of: 'accounts'; name: string; rows: AccountListRow[] }
  | { of: 'contacts'; name: string; rows: ContactListRow[] };

/**
 * All members for a file: the accounts, or the contacts of those accounts (of a contact segment: its contacts,
 * or the accounts of its contacts is refused). Throws `forbidden` where the role may not export.
 */
export async function exportMembers(
  ctx: Context,
  id: string,
  question: { of: 'accounts' | 'contacts'; asOf?: string | undefined },
): Promise<MembersExport> {
  requireCan(ctx.actor, 'accounts.export');
  const { connection } = store();
  const row = requireSegment(connection, id);
  if (row.entity === 'contact' && question.of === 'accounts') {
    throw appError('invalid', `"${row.name}" is a segment of contacts. Export its contacts.`);
  }
  const asOf = readAsOf(ctx, question.asOf);
  const { ids } = await heavyRead('memberPage', {
    ...{ segmentId: row.id, entity: row.entity, asOf, scope: scopeOf(ctx.actor) },
    ...{ ids: await idsFromRule(ctx, row, asOf), sort: 'name', descending: false, limit: null, offset: 0 },
  });
  if (question.of === 'accounts') {
    return { of: 'accounts', name: row.name, rows: await heavyRead('accountRows', { ids, asOf: ctx.now }) };
  }
  const rows = await heavyRead('contactRows', { ids, are: row.entity });
  return { of: 'contacts', name: row.name, rows };
}
