import type { SniffedEncoding } from './encoding.ts';
import { type SniffedHeader, sniffHeader } from './header.ts';
import { type SniffedLayout, sniffLayout } from './layout.ts';
import { type ColumnProfile, createProfiler, type Profiler } from './profile.ts';
import { createScanner, type Scanner } from './scanner.ts';

/** Everything that is known about a file before anybody maps it. */
export type FileFacts = {
  encoding: SniffedEncoding;
  layout: SniffedLayout;
  header: SniffedHeader;
  columns: ColumnProfile[];
  /** Rows below the header that are not blank. */
  rows: number;
  unclosedQuoteLine: number | null;
};

export type FileProfiler = { push: (text: string) => void; finish: () => FileFacts };

const HEAD_CHARS = 65_536;
const HEADER_ROWS = 20;

/** A row with nothing in it: skipped everywhere, never counted. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Reads a decoded file once, chunk by chunk: layout from its head, then header and column profiles over all rows. */
export function createFileProfiler(
  encoding: SniffedEncoding,
  delimiter: string | 'auto' = 'auto',
): FileProfiler {
  let head = '';
  let layout: SniffedLayout | null = null;
  let scanner: Scanner | null = null;
  let header: SniffedHeader | null = null;
  let profiler: Profiler | null = null;
  let rows = 0;
  let firstRows: { cells: string[]; line: number }[] = [];

  function takeRow(cells: readonly string[], line: number) {
    if (isBlankRow(cells)) return;
    rows += 1;
    profiler?.push(cells, line);
  }

  function settleHeader() {
    header = sniffHeader(firstRows);
    profiler = createProfiler(header.columns);
    const headerLine = header.line;
    for (const row of firstRows) if (row.line > headerLine) takeRow(row.cells, row.line);
    firstRows = [];
  }

  function start() {
    const sniffed = sniffLayout(head.slice(0, HEAD_CHARS));
    layout = delimiter === 'auto' ? sniffed : { ...sniffed, delimiter };
    scanner = createScanner(layout, (cells, line) => {
      if (header) return takeRow(cells, line);
      firstRows.push({ cells, line });
      if (firstRows.length >= HEADER_ROWS) settleHeader();
    });
    scanner.push(head);
    head = '';
  }

  return {
    push(text) {
      if (scanner) return scanner.push(text);
      head += text.charCodeAt(0) === 0xfeff && head === '' ? text.slice(1) : text;
      if (head.length >= HEAD_CHARS) start();
    },
    finish() {
      if (!scanner) start();
      const { unclosedQuoteLine } = (scanner as unknown as Scanner).end();
      if (!header) settleHeader();
      return {
        encoding,
        layout: layout as unknown as SniffedLayout,
        header: header as unknown as SniffedHeader,
        columns: (profiler as unknown as Profiler).finish(),
        rows,
        unclosedQuoteLine,
      };
    },
  };
}
