import type { Relational, ValueTest } from '#lib/rules/relational.ts';
import { holdsAt, sideRowsOf } from './side-rows.ts';
import type { ScalarColumn } from './columns.ts';
import type { Store, Table } from './store.ts';
import { marksOf } from './scan.ts';
import { numberRange, passingCodes, passingTexts } from './value-tests.ts';

/** Whether one row of a table passes. */
export type RowTest = (row: number) => boolean;

/** The arrays are looked up at each call: a column that was all missing gets its own with its first value. */
function scalarTest(store: Store, column: ScalarColumn, asked: ValueTest): RowTest | null {
  switch (column.kind) {
    case 'number': {
      const range = numberRange(asked);
      if (!range) return null;
      const { low, high } = range;
      return (row) => column.values[row]! >= low && column.values[row]! <= high;
    }
    case 'flag': {
      if (asked.test === 'present') return (row) => column.values[row] !== 0;
      if (asked.test !== 'is') return null;
      const wanted = asked.boolean ? 2 : 1;
      return (row) => column.values[row] === wanted;
    }
    case 'code':
    case 'text': {
      if (asked.test === 'present') return (row) => column.codes[row] !== 0;
      const passing =
        column.kind === 'code'
          ? passingCodes(column, asked, store.dictionaries)
          : passingTexts(column, asked);
      if (!passing) return null;
      const [only] = passing;
      if (passing.length === 1) return (row) => column.codes[row] === only;
      const marks = marksOf(passing);
      return (row) => marks[column.codes[row]!] === 1;
    }
  }
}

/** As `attributeBits`, for single rows: null for what the columns cannot answer. `asOf` is epoch ms. */
export function attributeTest(
  store: Store,
  table: Table,
  key: string,
  asked: ValueTest,
  asOf: number,
): RowTest | null {
  const column = table.columns.get(key);
  if (!column) return null;
  if (column.kind !== 'side') return scalarTest(store, column, asked);
  if (column.span && asOf < store.loadedAt) return null;
  const passes = scalarTest(store, column.value, asked);
  if (!passes) return null;
  return (owner) => sideRowsOf(column, owner).some((row) => holdsAt(column, row, asOf) && passes(row));
}

/** A condition on the rows of a related table (`where`), one row at a time. */
export function formTest(store: Store, table: Table, form: Relational, asOf: number): RowTest | null {
  switch (form.kind) {
    case 'attribute':
      return attributeTest(store, table, form.field, form.test, asOf);
    case 'not': {
      const part = formTest(store, table, form.part, asOf);
      return part && ((row) => !part(row));
    }
    case 'and':
    case 'or': {
      const parts: RowTest[] = [];
      for (const part of form.parts) {
        const test = formTest(store, table, part, asOf);
        if (!test) return null;
        parts.push(test);
      }
      const [first, second] = parts;
      const isAnd = form.kind === 'and';
      if (parts.length === 1 && first) return first;
      if (parts.length === 2 && first && second) {
        return isAnd ? (row) => first(row) && second(row) : (row) => first(row) || second(row);
      }
      return isAnd ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row));
    }
    default:
      return null;
  }
}
