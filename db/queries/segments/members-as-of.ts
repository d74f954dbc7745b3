import 'server-only';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

/** Row ids of a segment's members at an instant by its intervals, within scope, ascending. */
export function membersAsOf(
  connection: Connection,
  question: { segmentId: number; entity: RootEntity; asOf: number; scope: Scope },
): number[] {
  const isContact = question.entity === 'contact';
  const inScope = scopeFilter(question.scope, isContact ? 'r.account_id' : 'r.id');
  return connection
    .prepare<unknown[], number>(
      `SELECT DISTINCT r.id FROM segment_members m
       JOIN ${isContact ? 'contacts' : 'accounts'} r ON r.id = m.record_id AND r.archived_at IS NULL
       WHERE m.segment_id = ? AND m.from_at <= ? AND (m.to_at IS NULL OR m.to_at > ?) AND ${inScope.sql}
       ORDER BY r.id`,
    )
    .pluck()
    .all(question.segmentId, question.asOf, question.asOf, ...inScope.params);
}

/** One of the columns that are known to all, or a custom field by the name that rules give it. */
export type MemberSort = keyof typeof sortColumns | `custom.${string}`;

const sortColumns = { name: 'name_folded', revenue: 'revenue', employees: 'employees', score: 'score' };

/** What a custom value sorts by: of several the first. */
const customValue = `(SELECT min(coalesce(v.number, v.day, t.folded, v.text_folded))
  FROM custom_fields f JOIN custom_values v ON v.field_id = f.id AND v.record_id = r.id
  LEFT JOIN terms t ON t.id = v.term_id
  WHERE f.entity = ? AND f.key = ? AND f.archived_at IS NULL)`;

/** The value to sort by as SQL over the record `r`; contacts know their name and their custom fields. */
function sortValue(entity: RootEntity, sort: MemberSort): { sql: string; params: string[] } {
  if (!(sort in sortColumns)) return { sql: customValue, params: [entity, sort.replace(/^custom\./, '')] };
  const known = entity === 'contact' ? 'name' : (sort as keyof typeof sortColumns);
  return { sql: `r.${sortColumns[known]}`, params: [] };
}

/** One page of `ids` in the wanted order, missing values last. */
function sortRecordIds(
  connection: Connection,
  entity: RootEntity,
  ids: ArrayLike<number>,
  order: { sort: MemberSort; descending: boolean; limit: number; offset: number },
): number[] {
  const value = sortValue(entity, order.sort);
  const direction = order.descending ? 'DESC' : 'ASC';
  return connection
    .prepare<unknown[], number>(
      `SELECT id FROM (SELECT r.id, ${value.sql} AS v FROM ${entity === 'contact' ? 'contacts' : 'accounts'} r
       WHERE r.id IN (SELECT value FROM json_each(?)))
       ORDER BY v IS NULL, v ${direction}, id LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...value.params, JSON.stringify(Array.from(ids)), order.limit, order.offset);
}

export type MemberPageQuestion = {
  segmentId: number;
  entity: RootEntity;
  asOf: number;
  scope: Scope;
  /** Members as the rule answers them, when the stored ones are not written yet; null = the stored ones. */
  ids: ArrayLike<number> | null;
  sort: MemberSort;
  descending: boolean;
  /** null = all. */
  limit: number | null;
  offset: number;
};

/** How many members there are, and one page of their row ids in order. For the reads worker. */
export function memberPage(
  connection: Connection,
  { ids, sort, descending, limit, offset, ...question }: MemberPageQuestion,
): { count: number; ids: number[] } {
  const all = ids ?? membersAsOf(connection, question);
  const order = { sort, descending, limit: limit ?? all.length, offset };
  return { count: all.length, ids: sortRecordIds(connection, question.entity, all, order) };
}
