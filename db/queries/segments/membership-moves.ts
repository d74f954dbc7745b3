import 'server-only';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';
import type { EnterCause, LeaveCause } from './member-intervals.ts';

export type MoveRow = {
  recordId: number;
  name: string | null;
  kind: 'entered' | 'left';
  cause: EnterCause | LeaveCause;
  at: number;
};

type Question = {
  segmentId: number;
  entity: RootEntity;
  scope: Scope;
  kind: 'entered' | 'left' | null;
  from: number;
  to: number;
};

function movesSql(question: Question): { sql: string; params: unknown[] } {
  const isContact = question.entity === 'contact';
  const inScope = scopeFilter(question.scope, isContact ? 'r.account_id' : 'r.id');
  const half = (kind: 'entered' | 'left', at: string, cause: string) =>
    `SELECT m.record_id AS recordId, r.name, '${kind}' AS kind, m.${cause} AS cause, m.${at} AS at
     FROM segment_members m JOIN ${isContact ? 'contacts' : 'accounts'} r ON r.id = m.record_id
     WHERE m.segment_id = ? AND m.${at} BETWEEN ? AND ? AND ${inScope.sql}`;
  const halves = [
    ...(question.kind === 'left' ? [] : [half('entered', 'from_at', 'enter_cause')]),
    ...(question.kind === 'entered' ? [] : [half('left', 'to_at', 'leave_cause')]),
  ];
  const params = [question.segmentId, question.from, question.to, ...inScope.params];
  return { sql: halves.join(' UNION ALL '), params: halves.flatMap(() => params) };
}

/** Entries and exits between two instants, newest first. */
export function listMoves(
  connection: Connection,
  question: Question & { limit: number; offset: number },
): MoveRow[] {
  const { sql, params } = movesSql(question);
  return connection
    .prepare<unknown[], MoveRow>(`${sql} ORDER BY at DESC, kind, recordId LIMIT ? OFFSET ?`)
    .all(...params, question.limit, question.offset);
}

/** How many came and went, by instant and cause; a refresh writes all its moves at one instant. */
export function countMoves(
  connection: Connection,
  question: Question,
): { at: number; kind: 'entered' | 'left'; cause: string; count: number }[] {
  const { sql, params } = movesSql(question);
  return connection
    .prepare<unknown[], { at: number; kind: 'entered' | 'left'; cause: string; count: number }>(
      `SELECT at, kind, cause, count(*) AS count FROM (${sql}) GROUP BY at, kind, cause ORDER BY at`,
    )
    .all(...params);
}
