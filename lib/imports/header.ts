import { foldText } from '#lib/shared/text.ts';

/** `line` is where the header stands; rows above it are skipped. */
export type SniffedHeader = { line: number; columns: string[]; evidence: string };

const isNumberLike = (cell: string) => /^[\s$€£(+-]*[\d.,]+\s*[%)kKmMbB]?$/.test(cell.trim());

/** A header cell: words, no figure, not long. */
function looksLikeLabel(cell: string): boolean {
  const text = cell.trim();
  return (
    text !== '' &&
    text.length <= 80 &&
    !isNumberLike(text) &&
    !/^\d{1,4}[-/.]\d/.test(text) &&
    !/@/.test(text)
  );
}

const MAX_NAME_CHARS = 120;

/** Makes column names unique and non-empty: `name`, `name (2)`, `Column 5`. */
export function nameColumns(cells: string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const label = cell.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME_CHARS).trim() || `Column ${index + 1}`;
    let name = label;
    for (let count = 2; taken.has(foldText(name)); count += 1) name = `${label} (${count})`;
    taken.add(foldText(name));
    return name;
  });
}

/**
 * Finds the header among the first rows: the first row as wide as the table whose cells are all different labels.
 * Titles and blank lines above it are skipped. Without such a row the first one counts as the header all the same.
 */
export function sniffHeader(rows: { cells: string[]; line: number }[]): SniffedHeader {
  const widths = rows.map((row) => row.cells.length);
  const usual = widths.length === 0 ? 1 : [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)];
  const found = rows.slice(0, 10).find((row) => {
    const filled = row.cells.filter((cell) => cell.trim() !== '');
    const isWide = row.cells.length >= (usual ?? 1) && filled.length >= Math.max(1, row.cells.length * 0.6);
    const isDistinct = new Set(filled.map(foldText)).size === filled.length;
    return isWide && isDistinct && filled.filter(looksLikeLabel).length >= filled.length * 0.8;
  });
  const row = found ?? rows[0];
  if (!row) return { line: 1, columns: [], evidence: 'the file is empty' };
  const evidence = found
    ? `${row.cells.length} different labels in line ${row.line}`
    : `no line reads like column names; line ${row.line} is taken`;
  return { line: row.line, columns: nameColumns(row.cells), evidence };
}
