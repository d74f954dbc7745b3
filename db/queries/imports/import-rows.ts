import 'server-only';
import type { Connection } from '#db/client.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';

export type ImportStatus =
  | 'pending'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'undone';

export type RowCounts = {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  withProblems: number;
};

/** An import as stored; JSON columns are text. */
export type ImportRow = {
  id: number;
  kind: 'file' | 'demo';
  fileName: string;
  filePath: string | null;
  fileBytes: number;
  entity: string | null;
  status: ImportStatus;
  sniffed: string | null;
  options: string | null;
  report: string | null;
  rowsRead: number;
  rowsCreated: number;
  rowsUpdated: number;
  rowsUnchanged: number;
  rowsRejected: number;
  rowsWithProblems: number;
  rowsApplied: number;
  rowsTotal: number;
  isCancelRequested: number;
  failureReason: string | null;
  userId: number | null;
  userName: string | null;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
};

const columns = `i.id, i.kind, i.file_name AS fileName, i.file_path AS filePath, i.file_bytes AS fileBytes, i.entity, i.status,
  i.sniffed, i.options, i.report, i.rows_read AS rowsRead, i.rows_created AS rowsCreated, i.rows_updated AS rowsUpdated,
  i.rows_unchanged AS rowsUnchanged, i.rows_rejected AS rowsRejected, i.rows_with_problems AS rowsWithProblems,
  i.rows_applied AS rowsApplied, i.rows_total AS rowsTotal, i.is_cancel_requested AS isCancelRequested,
  i.failure_reason AS failureReason, i.user_id AS userId, u.name AS userName, i.created_at AS createdAt,
  i.started_at AS startedAt, i.finished_at AS finishedAt`;

export function findImport(connection: Connection, id: number): ImportRow | null {
  const sql = `SELECT ${columns} FROM imports i LEFT JOIN users u ON u.id = i.user_id WHERE i.id = ?`;
  return connection.prepare<[number], ImportRow>(sql).get(id) ?? null;
}

/** Newest first; `beforeId` is where the last page ended. Sniffed columns and reports are left out: they may be long. */
export function listImportRows(
  connection: Connection,
  limit: number,
  beforeId: number | null,
  userId: number | null,
): ImportRow[] {
  const light = columns.replace(
    'i.sniffed, i.options, i.report',
    'NULL AS sniffed, NULL AS options, NULL AS report',
  );
  const sql = `SELECT ${light} FROM imports i LEFT JOIN users u ON u.id = i.user_id
    WHERE (? IS NULL OR i.id < ?) AND (? IS NULL OR i.user_id = ?) ORDER BY i.id DESC LIMIT ?`;
  return connection
    .prepare<[number | null, number | null, number | null, number | null, number], ImportRow>(sql)
    .all(beforeId, beforeId, userId, userId, limit);
}

/** Imports that a stopped process left unfinished. */
export function unfinishedImports(connection: Connection): { id: number; status: ImportStatus }[] {
  return connection
    .prepare<[], { id: number; status: ImportStatus }>(
      "SELECT id, status FROM imports WHERE kind = 'file' AND status IN ('pending', 'checking', 'applying') ORDER BY id",
    )
    .all();
}

export type ImportPatch = Partial<{
  status: ImportStatus;
  entity: string;
  sniffed: string;
  options: string;
  report: string | null;
  filePath: string | null;
  rows: RowCounts;
  rowsApplied: number;
  rowsTotal: number;
  isCancelRequested: 0 | 1;
  failureReason: string | null;
  startedAt: number | null;
  finishedAt: number | null;
}>;

const patchColumns = {
  status: 'status',
  entity: 'entity',
  sniffed: 'sniffed',
  options: 'options',
  report: 'report',
  filePath: 'file_path',
  rowsApplied: 'rows_applied',
  rowsTotal: 'rows_total',
  isCancelRequested: 'is_cancel_requested',
  failureReason: 'failure_reason',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
} as const;

/** Changes an import's own row, within a write. */
export function patchImport(connection: Connection, id: number, patch: ImportPatch): void {
  const { rows, ...rest } = patch;
  const entries = Object.entries(rest).map(
    ([key, value]) => [patchColumns[key as keyof typeof patchColumns], value] as const,
  );
  if (rows) {
    entries.push(
      ['rows_read', rows.read] as never,
      ['rows_created', rows.created] as never,
      ['rows_updated', rows.updated] as never,
      ['rows_unchanged', rows.unchanged] as never,
      ['rows_rejected', rows.rejected] as never,
      ['rows_with_problems', rows.withProblems] as never,
    );
  }
  if (entries.length === 0) return;
  const sql = `UPDATE imports SET ${entries.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`;
  connection.prepare(sql).run(...entries.map(([, value]) => value ?? null), id);
}

export function insertImport(
  connection: Connection,
  given: {
    fileName: string;
    filePath: string;
    fileBytes: number;
    options: string | null;
    userId: number | null;
    createdAt: number;
  },
): number {
  const made = connection
    .prepare(
      `INSERT INTO imports (file_name, file_path, file_bytes, status, options, user_id, created_at)
       VALUES (?, ?, ?, 'pending', ?, ?, ?)`,
    )
    .run(given.fileName, given.filePath, given.fileBytes, given.options, given.userId, given.createdAt);
  return Number(made.lastInsertRowid);
}

export const countsOf = (row: ImportRow): RowCounts => ({
  read: row.rowsRead,
  created: row.rowsCreated,
  updated: row.rowsUpdated,
  unchanged: row.rowsUnchanged,
  rejected: row.rowsRejected,
  withProblems: row.rowsWithProblems,
});

export function clearProblems(connection: Connection, importId: number): void {
  connection.prepare('DELETE FROM import_problems WHERE import_id = ?').run(importId);
}

export function addProblems(connection: Connection, importId: number, problems: readonly RowProblem[]): void {
  const insert = connection.prepare(
    `INSERT INTO import_problems (import_id, line, "column", value, code, message, row_rejected) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { line, column, value, code, message, rowRejected } of problems) {
    insert.run(importId, line, column, value?.slice(0, 500) ?? null, code, message, Number(rowRejected));
  }
}

export function countProblems(connection: Connection, importId: number): number {
  const sql = 'SELECT count(*) FROM import_problems WHERE import_id = ?';
  return connection.prepare<[number], number>(sql).pluck().get(importId) ?? 0;
}

/** Keeps the first `most` problems of an import by their line. Returns the line of the last one; Infinity when all stay. */
export function cutProblems(connection: Connection, importId: number, most: number): number {
  const last = connection
    .prepare<[number, number], { line: number; id: number }>(
      'SELECT line, id FROM import_problems WHERE import_id = ? ORDER BY line, id LIMIT 1 OFFSET ?',
    )
    .get(importId, most - 1);
  if (!last) return Number.POSITIVE_INFINITY;
  connection
    .prepare('DELETE FROM import_problems WHERE import_id = ? AND (line, id) > (?, ?)')
    .run(importId, last.line, last.id);
  return last.line;
}

type ProblemRow = Omit<RowProblem, 'rowRejected'> & { rowRejected: number };

export function problemsOf(connection: Connection, importId: number, limit: number): RowProblem[] {
  return connection
    .prepare<[number, number], ProblemRow>(
      `SELECT line, "column", value, code, message, row_rejected AS rowRejected FROM import_problems
       WHERE import_id = ? ORDER BY line, id LIMIT ?`,
    )
    .all(importId, limit)
    .map((row) => ({ ...row, rowRejected: row.rowRejected === 1 }));
}
