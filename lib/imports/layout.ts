import { createScanner, type Layout, type LineEnd } from './scanner.ts';

export type SniffedLayout = Layout & { evidence: { lineEnd: string; delimiter: string; quote: string } };

const candidates = [',', ';', '\t', '|'];
const MAX_SAMPLE_ROWS = 200;

function sniffLineEnd(text: string): { value: LineEnd; evidence: string } {
  const crlf = text.split('\r\n').length - 1;
  const cr = text.split('\r').length - 1 - crlf;
  const lf = text.split('\n').length - 1 - crlf;
  if (crlf > 0 && crlf >= lf) return { value: 'crlf', evidence: `${crlf} of the first lines end in CR LF` };
  if (cr > 0 && lf === 0) return { value: 'cr', evidence: `${cr} of the first lines end in CR alone` };
  return { value: 'lf', evidence: lf > 0 ? `${lf} of the first lines end in LF` : 'one line only' };
}

function rowsOf(text: string, layout: Layout): string[][] {
  const rows: string[][] = [];
  const scanner = createScanner(layout, (cells) => {
    if (rows.length < MAX_SAMPLE_ROWS) rows.push(cells);
  });
  scanner.push(text);
  return rows;
}

/** How many rows have the commonest width, and that width. */
function evenness(rows: string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [size, count] of counts)
    if (count > most || (count === most && size > width)) [width, most] = [size, count];
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}

/**
 * Line ends, delimiter and quote of a file from the text of its beginning (some 64 KB; a row that the cut leaves
 * incomplete is ignored). The delimiter is the one that splits the most rows into the same number of cells.
 */
export function sniffLayout(text: string): SniffedLayout {
  const lineEnd = sniffLineEnd(text);
  const sample =
    text.endsWith('\n') || text.endsWith('\r') ? text : `${text}${lineEnd.value === 'cr' ? '\r' : '\n'}`;
  let best = { delimiter: ',', width: 1, share: 0, rows: 0, score: 0 };
  for (const delimiter of candidates) {
    const rows = rowsOf(sample, { delimiter, quote: '"', lineEnd: lineEnd.value }).filter(
      (row) => row.length > 1 || (row[0] ?? '').trim() !== '',
    );
    const { width, share } = evenness(rows);
    const score = width > 1 ? share * Math.min(width, 8) : 0;
    if (score > best.score) best = { delimiter, width, share, rows: rows.length, score };
  }
  const sure = best.share === 1 ? 'in all rows' : `in ${Math.round(best.share * 100)} % of the first rows`;
  return {
    delimiter: best.delimiter,
    quote: '"',
    lineEnd: lineEnd.value,
    evidence: {
      lineEnd: lineEnd.evidence,
      delimiter: best.width > 1 ? `${best.width} columns ${sure}` : 'one column',
      quote: sample.includes('"') ? 'double quotes found' : 'no quotes found',
    },
  };
}
