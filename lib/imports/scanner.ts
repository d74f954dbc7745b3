import { appError } from '#lib/shared/errors.ts';

export type LineEnd = 'lf' | 'crlf' | 'cr';
export type Layout = { delimiter: string; quote: string | null; lineEnd: LineEnd };

/** `line` is the physical line (from 1) on which the row starts, quoted line breaks counted. */
export type RowHandler = (cells: string[], line: number) => void;

export type Scanner = {
  push: (text: string) => void;
  /** Flushes the last row; `unclosedQuoteLine` names the row whose quote never ended. */
  end: () => { unclosedQuoteLine: number | null };
};

/** A row longer than this is a quote that never closes, or no table at all; reading on would only fill the memory. */
const MAX_ROW_CHARS = 4_000_000;

/**
 * Incremental reader of delimited text (RFC 4180, lenient): quoted cells may hold delimiters and line breaks,
 * a doubled quote is one, a quote inside an unquoted cell is plain. Keeps line numbers and holds no more than one
 * chunk and one row. Lines without a quote take a path of `indexOf` alone.
 */
export function createScanner(layout: Layout, onRow: RowHandler): Scanner {
  const { delimiter } = layout;
  const quote = layout.quote;
  const lineBreak = layout.lineEnd === 'cr' ? '\r' : '\n';
  const dropCarriageReturn = layout.lineEnd !== 'cr';
  let rest = '';
  let line = 1;
  let first = true;
  let unclosedQuoteLine: number | null = null;

  function emitPlain(text: string, from: number, to: number) {
    let end = to;
    if (dropCarriageReturn && end > from && text.charCodeAt(end - 1) === 13) end -= 1;
    const cells: string[] = [];
    let start = from;
    for (;;) {
      const at = text.indexOf(delimiter, start);
      if (at === -1 || at >= end) break;
      cells.push(text.slice(start, at));
      start = at + delimiter.length;
    }
    cells.push(text.slice(start, end));
    onRow(cells, line);
    line += 1;
  }

  /** Reads one row that holds a quote. Returns where the next row starts, or -1 when the row is not complete yet. */
  function scanQuoted(text: string, from: number, quoteChar: string, atEnd: boolean): number {
    const cells: string[] = [];
    let at = from;
    let breaks = 0;
    for (;;) {
      let cell = '';
      if (text[at] === quoteChar) {
        at += 1;
        for (;;) {
          const close = text.indexOf(quoteChar, at);
          if (close === -1) {
            if (!atEnd) return -1;
            unclosedQuoteLine = line;
            cell += text.slice(at);
            at = text.length;
            break;
          }
          cell += text.slice(at, close);
          at = close + 1;
          if (at === text.length && !atEnd) return -1;
          if (text[at] !== quoteChar) break;
          cell += quoteChar;
          at += 1;
        }
        for (let found = cell.indexOf(lineBreak); found !== -1; found = cell.indexOf(lineBreak, found + 1))
          breaks += 1;
      }
      const nextDelimiter = text.indexOf(delimiter, at);
      const nextBreak = text.indexOf(lineBreak, at);
      if (nextDelimiter !== -1 && (nextBreak === -1 || nextDelimiter < nextBreak)) {
        cells.push(cell + text.slice(at, nextDelimiter));
        at = nextDelimiter + delimiter.length;
        continue;
      }
      if (nextBreak === -1 && !atEnd) return -1;
      const rowEnd = nextBreak === -1 ? text.length : nextBreak;
      let tail = text.slice(at, rowEnd);
      if (dropCarriageReturn && tail.endsWith('\r')) tail = tail.slice(0, -1);
      cells.push(cell + tail);
      onRow(cells, line);
      line += 1 + breaks;
      return rowEnd + 1;
    }
  }

  function consume(text: string, atEnd: boolean): string {
    let at = 0;
    let nextQuote = quote === null ? -1 : text.indexOf(quote);
    while (at < text.length) {
      const end = text.indexOf(lineBreak, at);
      if (quote !== null && nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      const quoted = nextQuote !== -1 && (end === -1 || nextQuote < end);
      if (!quoted) {
        if (end === -1) break;
        emitPlain(text, at, end);
        at = end + 1;
        continue;
      }
      const next = scanQuoted(text, at, quote as string, atEnd);
      if (next === -1) break;
      at = next;
    }
    return text.slice(Math.min(at, text.length));
  }

  return {
    push(text) {
      let fresh = text;
      if (first && fresh.length > 0) {
        first = false;
        if (fresh.charCodeAt(0) === 0xfeff) fresh = fresh.slice(1);
      }
      rest = consume(rest.length === 0 ? fresh : rest + fresh, false);
      if (rest.length > MAX_ROW_CHARS) {
        const message = `The row that starts in line ${line} has more than ${MAX_ROW_CHARS / 1e6} million characters. Probably a quote in it is never closed.`;
        throw appError('invalid', message);
      }
    },
    end() {
      rest = consume(rest, true);
      if (rest.length > 0) emitPlain(rest, 0, rest.length);
      rest = '';
      return { unclosedQuoteLine };
    },
  };
}
