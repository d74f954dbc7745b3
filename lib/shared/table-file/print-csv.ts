import { formatIsoDay, formatIsoInstant } from '../days.ts';
import type { CellKind, FileCell, TableFile } from './table-file.ts';

/**
 * A file of comma-separated values, line by line, with a byte-order mark so that spreadsheets read it as UTF-8. Text
 * that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). Days and instants are
 * ISO-8601.
 */
export function* printCsv({ columns, rows }: TableFile): Generator<string> {
  yield `\uFEFF${columns.map(({ header }) => csvCell(header)).join(',')}\r\n`;
  for (const row of rows) {
    yield `${row.map((cell, index) => csvCell(cell, columns[index]?.kind)).join(',')}\r\n`;
  }
}

/** One cell: numbers as they are, text made harmless and quoted where needed. */
export function csvCell(value: FileCell, kind: CellKind = 'text'): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    if (kind === 'instant') return formatIsoInstant(value);
    return kind === 'day' ? formatIsoDay(value) : String(value);
  }
  const harmless = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
