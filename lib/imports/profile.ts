import { createDateOrderSniffer, readDateParts, undecidedParts, type DateOrderEvidence } from './dates.ts';
import { readEmail, readPhone } from './identify.ts';
import { createDecimalSniffer, readNumber, readRange, type DecimalEvidence } from './numbers.ts';

/** What a column holds. Shares are of its filled cells (of the first different ones), 0–1. */
export type ColumnProfile = {
  column: string;
  rows: number;
  filled: number;
  /** Different values; `isDistinctExact` is false when there were more than are counted. */
  distinct: number;
  isDistinctExact: boolean;
  samples: string[];
  /** Different values with counts, commonest first; empty when there are too many. */
  values: { value: string; count: number }[];
  shares: {
    number: number;
    year: number;
    range: number;
    date: number;
    boolean: number;
    url: number;
    email: number;
    phone: number;
  };
  dateOrder: DateOrderEvidence | null;
  decimal: DecimalEvidence | null;
  maxLength: number;
};

export type Profiler = {
  push: (cells: readonly string[], line: number) => void;
  finish: () => ColumnProfile[];
};

const MAX_DISTINCT = 5000;
const MAX_LISTED = 1000;
const SHAPED = 300;

const urlPattern = /^(?:https?:\/\/|www\.)\S+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/i;
const booleanPattern = /^(?:yes|no|true|false|y|n|0|1)$/i;

function shapesOf(values: string[]): ColumnProfile['shares'] {
  const share = (matches: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(matches).length / values.length;
  return {
    number: share((value) => readNumber(value) !== null || readNumber(value, 'comma') !== null),
    year: share((value) => /^(?:1[5-9]|20)\d{2}(?:\s*\(.*\))?$/.test(value)),
    range: share((value) => readRange(value) !== null),
    date: share((value) => readDateParts(value, 'mdy') !== null || undecidedParts(value) !== null),
    boolean: share((value) => booleanPattern.test(value)),
    url: share((value) => urlPattern.test(value) && readNumber(value) === null),
    email: share((value) => readEmail(value) !== null),
    phone: share(
      (value) =>
        /\d{5}/.test(value.replace(/\D/g, '')) && /[\s()+-]/.test(value) && readPhone(value) !== null,
    ),
  };
}

function createColumn(column: string) {
  const counts = new Map<string, number>();
  const dates = createDateOrderSniffer();
  const decimals = createDecimalSniffer();
  let rows = 0;
  let filled = 0;
  let maxLength = 0;
  let isDistinctExact = true;

  function push(raw: string, line: number) {
    rows += 1;
    const cell = raw.trim();
    if (cell === '') return;
    filled += 1;
    if (cell.length > maxLength) maxLength = cell.length;
    const seen = counts.get(cell);
    if (seen !== undefined) counts.set(cell, seen + 1);
    else if (counts.size < MAX_DISTINCT)
      counts.set(cell.length < 13 ? cell : JSON.parse(JSON.stringify(cell)), 1);
    else isDistinctExact = false;
    if (seen !== undefined && isDistinctExact) return;
    const code = cell.charCodeAt(0);
    if ((code < 48 || code > 57) && code > 64) return;
    dates.push(cell, line);
    if (cell.length < 40) decimals.push(cell, line);
  }

  function finish(): ColumnProfile {
    const listed = [...counts].map(([value, count]) => ({ value, count }));
    const shares = shapesOf(listed.slice(0, SHAPED).map((entry) => entry.value));
    const isFewValues = isDistinctExact && listed.length <= MAX_LISTED;
    return {
      column,
      rows,
      filled,
      distinct: counts.size,
      isDistinctExact,
      samples: listed.slice(0, 3).map((entry) => entry.value.slice(0, 80)),
      values: isFewValues ? listed.sort((a, b) => b.count - a.count) : [],
      shares,
      dateOrder: shares.date >= 0.5 ? dates.finish() : null,
      decimal: shares.number >= 0.5 && shares.date < 0.5 ? decimals.finish() : null,
      maxLength,
    };
  }

  return { push, finish };
}

/** Watches all rows of a file, in bounded memory. Blank lines are the caller's to leave out. */
export function createProfiler(columns: readonly string[]): Profiler {
  const watched = columns.map(createColumn);
  return {
    push(cells, line) {
      for (let index = 0; index < watched.length; index += 1) watched[index]?.push(cells[index] ?? '', line);
    },
    finish: () => watched.map((column) => column.finish()),
  };
}
