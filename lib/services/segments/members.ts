import { store } from '#db/client.ts';
import { type AccountListRow, hydrateAccounts } from '#db/queries/accounts/hydrate-accounts.ts';
import { type ContactListRow, hydrateContacts } from '#db/queries/contacts/hydrate-contacts.ts';
import { customColumns } from '#db/queries/fields/custom-values.ts';
import type { MemberSort } from '#db/queries/segments/members-as-of.ts';
import { pinsChangedAt } from '#db/queries/segments/pin-rows.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';
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

/** Whether members of this kind can be put in this order: a custom field may be gone, or be of the other kind. */
export function isMemberSort(entity: RootEntity, sort: MemberSort): boolean {
  if (!sort.startsWith('custom.')) return true;
  return customColumns(store().connection, entity).some(({ key }) => key === sort);
}

function requireMemberSort(entity: RootEntity, sort: MemberSort): MemberSort {
  if (isMemberSort(entity, sort)) return sort;
  const message = `Members cannot be sorted by "${sort}", which is no field.`;
  throw appError('invalid', message, { issues: [{ path: '/sort', code: 'unknown_field', message }] });
}

/** One page of a segment's members as they were at an instant (now when not said), within the actor's scope. */
export async function listMembers(ctx: Context, id: string, question: MembersQuestion): Promise<MembersPage> {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id);
  const sort = requireMemberSort(row.entity, question.sort ?? 'name');
  const asOf = readAsOf(ctx, question.asOf);
  const ids = await idsFromRule(ctx, row, asOf);
  const limit = Math.min(Math.max(question.limit ?? 50, 1), 500);
  const offset = readOffset(question.cursor);
  const page = await heavyRead('memberPage', {
    ...{ segmentId: row.id, entity: row.entity, asOf, scope: scopeOf(ctx.actor), ids },
    ...{ sort, descending: question.descending ?? false, limit, offset },
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

/** `custom` heads the columns of the workspace's own fields. */
export type MembersExport = { name: string; custom: CustomColumn[] } & (
  | { of: 'accounts'; rows: AccountListRow[] }
  | { of: 'contacts'; rows: ContactListRow[] }
);

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
    const rows = await heavyRead('accountRows', { ids, asOf: ctx.now });
    return { of: 'accounts', name: row.name, rows, custom: customColumns(connection, 'account') };
  }
  const rows = await heavyRead('contactRows', { ids, are: row.entity });
  return { of: 'contacts', name: row.name, rows, custom: customColumns(connection, 'contact') };
}
