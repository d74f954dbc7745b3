import 'server-only';
import { existsSync } from 'node:fs';
import { store } from '#db/client.ts';
import { problemsOf } from '#db/queries/imports/import-rows.ts';
import type { Encoding } from '#lib/imports/encoding.ts';
import type { SniffedView } from '#lib/imports/import-view.ts';
import { createScanner } from '#lib/imports/scanner.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { TableFile } from '#lib/shared/table-file/table-file.ts';
import { decodedChunks, importFilePath } from './import-file.ts';
import { loadImport } from './load-import.ts';
import { MAX_STORED_PROBLEMS } from './stored-problems.ts';

export type ProblemTable = TableFile & { rows: string[][] };

/**
 * The rows with problems as they stood in the file, each with its line, whether it was rejected, and the sentences:
 * to be mended in a spreadsheet and uploaded again.
 */
export async function problemRows(ctx: Context, id: string): Promise<ProblemTable> {
  const row = loadImport(ctx, id);
  if (!row.sniffed) throw appError('conflict', 'This file was not read yet.');
  const { encoding, layout, columns } = JSON.parse(row.sniffed) as SniffedView;
  const byLine = new Map<number, { rejected: boolean; messages: string[] }>();
  const stored = problemsOf(store().connection, row.id, MAX_STORED_PROBLEMS);
  for (const problem of stored) {
    const entry = byLine.get(problem.line) ?? { rejected: false, messages: [] };
    entry.rejected ||= problem.rowRejected;
    entry.messages.push(problem.column ? `${problem.column}: ${problem.message}` : problem.message);
    byLine.set(problem.line, entry);
  }
  const isCut = stored.length === MAX_STORED_PROBLEMS;
  const table: ProblemTable = {
    name: `${row.fileName.replace(/\.[^.]*$/, '')}-${isCut ? `first-${MAX_STORED_PROBLEMS}-` : ''}problems`,
    columns: ['Line', 'Row', 'Problem', ...columns.map(({ column }) => column)].map((header) => ({ header })),
    rows: [],
  };
  const path = row.filePath === null ? null : importFilePath(row.filePath);
  if (path === null || !existsSync(path)) {
    for (const [line, entry] of byLine)
      table.rows.push([String(line), outcomeWord(entry.rejected), entry.messages.join(' ')]);
    return table;
  }
  const scanner = createScanner({ ...layout, quote: '"' }, (cells, line) => {
    const entry = byLine.get(line);
    if (entry)
      table.rows.push([String(line), outcomeWord(entry.rejected), entry.messages.join(' '), ...cells]);
  });
  for await (const text of decodedChunks(path, encoding.value as Encoding)) scanner.push(text);
  scanner.end();
  return table;
}

const outcomeWord = (rejected: boolean) => (rejected ? 'rejected' : 'kept');
