import type { FileCell, FileFormat, TableFile } from '#lib/shared/table-file/table-file.ts';
import type { DataColumn } from './columns.ts';

/** Long enough to get on, short enough that nobody notices. */
const TURN_MS = 12;

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Prints rows that are in the browser already and saves them; the page stays usable meanwhile. */
export async function saveTable(file: TableFile, format: FileFormat): Promise<void> {
  const { printFile } = await import('#lib/shared/table-file/print-file.ts');
  const { fileName, mediaType, pieces } = printFile(file, format);
  const parts: BlobPart[] = [];
  let since = performance.now();
  for (const piece of pieces) {
    parts.push(piece as Uint8Array<ArrayBuffer>);
    if (performance.now() - since < TURN_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  saveFile(fileName, new Blob(parts, { type: mediaType }));
}

/** A file of exactly the given columns and rows; columns without a `value` are left out. */
export function rowsToFile<Row>(
  name: string,
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
  currency: string,
): TableFile {
  const withValues = columns.filter((column) => column.value);
  function* cells(): Generator<FileCell[]> {
    for (const row of rows) yield withValues.map((column) => column.value?.(row) ?? null);
  }
  return {
    name,
    currency,
    columns: withValues.map(({ header, kind }) => ({ header, ...(kind ? { kind } : {}) })),
    rows: cells(),
  };
}
