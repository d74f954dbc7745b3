import 'server-only';

export type CsvCell = string | number | null;

/**
 * A file of comma-separated values with a byte-order mark, so that spreadsheets read it as UTF-8. Text that a
 * spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). Rows are drawn only as
 * fast as the reader takes them.
 */
export function csvResponse(fileName: string, header: string[], rows: Iterable<CsvCell[]>): Response {
  const iterator = csvLines(header, rows)[Symbol.iterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      let piece = '';
      while (piece.length < PIECE_CHARACTERS) {
        const line = iterator.next();
        if (line.done) {
          if (piece) controller.enqueue(encoder.encode(piece));
          controller.close();
          return;
        }
        piece += line.value;
      }
      controller.enqueue(encoder.encode(piece));
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`,
    },
  });
}

const PIECE_CHARACTERS = 32_768;

/** The lines of the file, each with its line end; the first begins with the byte-order mark. */
export function* csvLines(header: string[], rows: Iterable<CsvCell[]>): Generator<string> {
  yield `\uFEFF${header.map(csvCell).join(',')}\r\n`;
  for (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`;
}

/** One cell: numbers as they are, text made harmless and quoted where needed. */
export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const harmless = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
