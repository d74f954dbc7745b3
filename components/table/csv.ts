import type { DataColumn } from './columns.ts';

const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV of rows of cells, first row the head. Text that a spreadsheet would run as a formula is quoted with `'`. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** CSV of exactly the given columns and rows; columns without a `value` are left out. */
export function rowsToCsv<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): string {
  const withValues = columns.filter((column) => column.value);
  return csvText([
    withValues.map((column) => column.header),
    ...rows.map((row) => withValues.map((column) => column.value?.(row) ?? null)),
  ]);
}

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Saves text as a CSV file; the byte order mark makes Excel read it as UTF-8. */
export function saveCsv(name: string, csv: string): void {
  saveFile(
    name.endsWith('.csv') ? name : `${name}.csv`,
    new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }),
  );
}
