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

export type MovesQuestion = {
  segmentId: number;
  entity: RootEntity;
  scope: Scope;
  kind: 'entered' | 'left' | null;
  from: number;
  to: number;
};

function movesSql(question: MovesQuestion): { sql: string; params: unknown[] } {
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
function listMoves(
  connection: Connection,
  question: MovesQuestion & { limit: number; offset: number },
): MoveRow[] {
  const { sql, params } = movesSql(question);
  return connection
    .prepare<unknown[], MoveRow>(`${sql} ORDER BY at DESC, kind, recordId LIMIT ? OFFSET ?`)
    .all(...params, question.limit, question.offset);
}

/** How many came and went, by instant and cause; a refresh writes all its moves at one instant. */
function countMoves(
  connection: Connection,
  question: MovesQuestion,
): { at: number; kind: 'entered' | 'left'; cause: string; count: number }[] {
  const { sql, params } = movesSql(question);
  return connection
    .prepare<unknown[], { at: number; kind: 'entered' | 'left'; cause: string; count: number }>(
      `SELECT at, kind, cause, count(*) AS count FROM (${sql}) GROUP BY at, kind, cause ORDER BY at`,
    )
    .all(...params);
}

export type Moves = {
  page: MoveRow[];
  /** All moves of the segment up to now, whatever the kind. */
  counts: { at: number; kind: 'entered' | 'left'; cause: string; count: number }[];
};

/** A page of entries and exits, and how many there were at every instant. Reads a whole history: for the reads worker. */
export function segmentMoves(
  connection: Connection,
  question: MovesQuestion & { limit: number; offset: number },
): Moves {
  return {
    page: listMoves(connection, question),
    counts: countMoves(connection, { ...question, kind: null, from: 0, to: question.to }),
  };
}
