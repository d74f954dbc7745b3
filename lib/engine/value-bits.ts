import type { ValueTest } from '#lib/rules/relational.ts';
import { type Bits, clearBit, emptyBits, setBit } from './bitset.ts';
import type { CodeColumn, ScalarColumn, TextColumn } from './columns.ts';
import { type Postings, postingLength } from './postings.ts';
import { codeBits, codedBits, flagBits, marksOf, rangeBits } from './scan.ts';
import { type SortedRows, sortedRangeBits } from './sorted-rows.ts';
import type { Dictionary } from './store.ts';
import { numberRange, passingCodes, passingTexts } from './value-tests.ts';

function postedBits(
  codes: Int32Array,
  wanted: readonly number[],
  { starts, rows }: Postings,
  loose: ReadonlySet<number>,
): Bits {
  const bits = emptyBits(codes.length);
  const { words } = bits;
  for (const code of wanted) {
    const end = starts[code + 1] ?? 0;
    for (let place = starts[code] ?? end; place < end; place++) {
      const row = rows[place]!;
      words[row >>> 5]! |= 1 << (row & 31);
    }
  }
  const marks = marksOf(wanted);
  for (const row of loose) {
    if (marks[codes[row] ?? 0] === 1) setBit(bits, row);
    else clearBit(bits, row);
  }
  return bits;
}

function passingCodeBits(
  column: CodeColumn,
  asked: ValueTest,
  dictionaries: ReadonlyMap<string, Dictionary>,
  posted: Posted,
): Bits | null {
  if (asked.test === 'present') return codedBits(column.codes);
  const codes = passingCodes(column, asked, dictionaries);
  if (!codes) return null;
  const { postings, loose } = posted;
  // Rows of a group ascend: setting each costs no more than looking at it.
  const isSparse = postings && postingLength(postings, codes) < column.codes.length;
  return isSparse ? postedBits(column.codes, codes, postings, loose) : codeBits(column.codes, codes);
}

function textBits(column: TextColumn, asked: ValueTest): Bits | null {
  if (asked.test === 'present') return codedBits(column.codes);
  const passing = passingTexts(column, asked);
  return passing && codeBits(column.codes, passing);
}

/** Rows by code or by number, when the column has them, and the rows that changed since. */
export type Posted = {
  postings: Postings | undefined;
  sorted: SortedRows | undefined;
  loose: ReadonlySet<number>;
};

/** Rows whose value passes a test; null when the column cannot be asked it. A missing value never passes. */
export function valueBits(
  column: ScalarColumn,
  asked: ValueTest,
  dictionaries: ReadonlyMap<string, Dictionary>,
  posted: Posted,
): Bits | null {
  switch (column.kind) {
    case 'number': {
      const range = numberRange(asked);
      if (!range) return null;
      const { values } = column;
      const { sorted, loose } = posted;
      return sorted
        ? sortedRangeBits(sorted, values, range.low, range.high, loose)
        : rangeBits(values, range.low, range.high);
    }
    case 'flag':
      if (asked.test === 'present') return flagBits(column.values, 1, 2);
      if (asked.test !== 'is') return null;
      return asked.boolean ? flagBits(column.values, 2, 2) : flagBits(column.values, 1, 1);
    case 'code':
      return passingCodeBits(column, asked, dictionaries, posted);
    case 'text':
      return textBits(column, asked);
  }
}
