import type { Relational, ValueTest } from '#lib/rules/relational.ts';
import { hasBit } from './bitset.ts';
import type { Column } from './columns.ts';
import { attributeTest, formTest, type RowTest } from './row-test.ts';
import { marksOf } from './scan.ts';
import type { Store, Table } from './store.ts';
import { numberRange, passingCodes, passingTexts } from './value-tests.ts';

/**
 * Moves those of the first `used` rows that pass to the front, in their order, and says how many they are. Rows are
 * written before it is known whether they stay, so that none of these loops branches on a row.
 */
export type KeepRows = (rows: Int32Array, used: number) => number;

function keepInRange(values: Float64Array, low: number, high: number): KeepRows {
  return (rows, used) => {
    let kept = 0;
    for (let at = 0; at < used; at++) {
      const row = rows[at]!;
      const value = values[row]!;
      rows[kept] = row;
      kept += Number(value >= low) & Number(value <= high);
    }
    return kept;
  };
}

/** The same for flags: a loop over arrays of two kinds is slow for both. */
function keepFlags(flags: Uint8Array, low: number, high: number): KeepRows {
  return (rows, used) => {
    let kept = 0;
    for (let at = 0; at < used; at++) {
      const row = rows[at]!;
      const flag = flags[row]!;
      rows[kept] = row;
      kept += Number(flag >= low) & Number(flag <= high);
    }
    return kept;
  };
}

function keepCodes(codes: Int32Array, wanted: readonly number[]): KeepRows {
  const marks = marksOf(wanted);
  const mask = marks.length - 1;
  return (rows, used) => {
    let kept = 0;
    for (let at = 0; at < used; at++) {
      const row = rows[at]!;
      const code = codes[row]!;
      rows[kept] = row;
      kept += marks[code & mask]! & Number(code <= mask);
    }
    return kept;
  };
}

function keepPassing(passes: RowTest | null): KeepRows | null {
  return (
    passes &&
    ((rows, used) => {
      let kept = 0;
      for (let at = 0; at < used; at++) {
        const row = rows[at]!;
        if (passes(row)) rows[kept++] = row;
      }
      return kept;
    })
  );
}

function keepValues(store: Store, column: Column | undefined, asked: ValueTest): KeepRows | null {
  switch (column?.kind) {
    case 'number': {
      const range = numberRange(asked);
      return range && keepInRange(column.values, range.low, range.high);
    }
    case 'flag': {
      if (asked.test === 'present') return keepFlags(column.values, 1, 2);
      if (asked.test !== 'is') return null;
      return asked.boolean ? keepFlags(column.values, 2, 2) : keepFlags(column.values, 1, 1);
    }
    case 'code':
    case 'text': {
      if (asked.test === 'present') return null;
      const codes =
        column.kind === 'code'
          ? passingCodes(column, asked, store.dictionaries)
          : passingTexts(column, asked);
      return codes && keepCodes(column.codes, codes);
    }
    default:
      return null;
  }
}

/** Keeps the rows whose field passes a test now; null for what the columns cannot answer. */
export function keepAttribute(
  store: Store,
  table: Table,
  key: string,
  asked: ValueTest,
  asOf: number,
): KeepRows | null {
  return (
    keepValues(store, table.columns.get(key), asked) ??
    keepPassing(attributeTest(store, table, key, asked, asOf))
  );
}

/** Keeps the rows that pass a condition (`where`): its parts one after another where all of them have to hold. */
export function keepForm(store: Store, table: Table, form: Relational, asOf: number): KeepRows[] | null {
  if (form.kind === 'and') {
    const parts = form.parts.map((part) => keepForm(store, table, part, asOf));
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  const keep =
    form.kind === 'attribute'
      ? keepAttribute(store, table, form.field, form.test, asOf)
      : keepPassing(formTest(store, table, form, asOf));
  return keep && [keep];
}

/** Keeps the rows that are live and have not changed since rows were grouped. */
export function keepSettled({ hasDead, live, loose }: Table): KeepRows[] {
  const keeps: (KeepRows | null)[] = [
    hasDead ? keepPassing((row) => hasBit(live, row)) : null,
    loose.size > 0 ? keepPassing((row) => !loose.has(row)) : null,
  ];
  return keeps.filter((keep) => keep !== null);
}
