import { canonicalRef, referenceRowId } from '#lib/rules/reference-ids.ts';
import type { ValueTest } from '#lib/rules/relational.ts';
import { type Bits, clearBit, emptyBits, setBit } from './bitset.ts';
import type { CodeColumn, ScalarColumn, TextColumn } from './columns.ts';
import { type Postings, postingLength } from './postings.ts';
import { codedBits, markedBits, nextAbove, nextBelow, rangeBits } from './scan.ts';
import type { Dictionary } from './store.ts';

type Range = { low: number; high: number };

const everything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function comparedRange(operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte', number: number): Range {
  switch (operator) {
    case 'eq':
      return { low: number, high: number };
    case 'lt':
      return { ...everything, high: nextBelow(number) };
    case 'lte':
      return { ...everything, high: number };
    case 'gt':
      return { ...everything, low: nextAbove(number) };
    case 'gte':
      return { ...everything, low: number };
  }
}

function numberRange(asked: ValueTest): Range | null {
  switch (asked.test) {
    case 'present':
      return everything;
    case 'compare':
      return comparedRange(asked.operator, asked.number);
    case 'range':
      return { low: asked.low, high: asked.high };
    case 'dates':
      return { low: asked.bounds.from ?? everything.low, high: asked.bounds.to ?? everything.high };
    default:
      return null;
  }
}

function textPasses(asked: ValueTest): ((text: string) => boolean) | null {
  switch (asked.test) {
    case 'oneOf': {
      const texts = new Set(asked.texts);
      return (text) => texts.has(text);
    }
    case 'contains':
      return (text) => text.includes(asked.text);
    case 'startsWith':
      return (text) => text.startsWith(asked.text);
    case 'endsWith':
      return (text) => text.endsWith(asked.text);
    default:
      return null;
  }
}

function codesIn(dictionary: Dictionary | undefined, asked: ValueTest): number[] | null {
  const passes = textPasses(asked);
  if (!passes) return null;
  return (dictionary?.ids ?? []).filter((_, index) => passes(dictionary?.folded[index] ?? ''));
}

/** The codes whose text, or whose referenced record, passes; null for a test that codes do not take. */
function passingCodes(
  { names }: CodeColumn,
  asked: ValueTest,
  dictionaries: ReadonlyMap<string, Dictionary>,
): number[] | null {
  if ('dictionary' in names) return codesIn(dictionaries.get(names.dictionary), asked);
  if (asked.test !== 'oneOf') return null;
  const { refKind } = names;
  if (refKind === 'class') {
    const texts = asked.texts.map((text) => canonicalRef('class', text));
    return codesIn(dictionaries.get('account.class'), { test: 'oneOf', texts });
  }
  return asked.texts.flatMap((text) => referenceRowId(refKind, text) ?? []);
}

function marksOf(codes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(codes.reduce((most, code) => Math.max(most, code), 0) + 1);
  for (const code of codes) if (code > 0) marks[code] = 1;
  return marks;
}

function postedBits(
  codes: Int32Array,
  wanted: readonly number[],
  { starts, rows }: Postings,
  loose: ReadonlySet<number>,
): Bits {
  const bits = emptyBits(codes.length);
  for (const code of wanted) {
    const end = starts[code + 1] ?? 0;
    for (let place = starts[code] ?? 0; place < end; place++) setBit(bits, rows[place] ?? 0);
  }
  const marks = marksOf(wanted);
  for (const row of loose) {
    if (marks[codes[row] ?? 0] === 1) setBit(bits, row);
    else clearBit(bits, row);
  }
  return bits;
}

function codeBits(
  column: CodeColumn,
  asked: ValueTest,
  dictionaries: ReadonlyMap<string, Dictionary>,
  posted: Posted,
): Bits | null {
  if (asked.test === 'present') return codedBits(column.codes);
  const codes = passingCodes(column, asked, dictionaries);
  if (!codes) return null;
  const { postings, loose } = posted;
  // Rows far apart cost about as much as sixteen rows in a line.
  const isSparse = postings && postingLength(postings, codes) * 16 < column.codes.length;
  return isSparse
    ? postedBits(column.codes, codes, postings, loose)
    : markedBits(column.codes, marksOf(codes));
}

function textBits({ codes, texts }: TextColumn, asked: ValueTest): Bits | null {
  if (asked.test === 'present') return codedBits(codes);
  const passes = textPasses(asked);
  if (!passes) return null;
  const marks = new Uint8Array(texts.length);
  for (let code = 1; code < texts.length; code++) marks[code] = passes(texts[code] ?? '') ? 1 : 0;
  return markedBits(codes, marks);
}

/** Rows by code, when the column has them, and the rows that changed since. */
export type Posted = { postings: Postings | undefined; loose: ReadonlySet<number> };

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
      return range && rangeBits(column.values, range.low, range.high);
    }
    case 'flag':
      if (asked.test === 'present') return codedBits(column.values);
      return asked.test === 'is' ? markedBits(column.values, marksOf([asked.boolean ? 2 : 1])) : null;
    case 'code':
      return codeBits(column, asked, dictionaries, posted);
    case 'text':
      return textBits(column, asked);
  }
}
