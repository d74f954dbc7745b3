import type { RefKind } from '#lib/rules/catalog.ts';

/**
 * One field's values by row. Every array is as long as the table's capacity, a multiple of 32, and lies in shared
 * memory, so that other threads can read it. A column without any value has its array in common with others
 * (`isShared`) until it gets one.
 */
export type NumberColumn = {
  kind: 'number';
  isShared?: boolean;
  /** Numbers, money, epoch days or epoch ms; NaN = missing. */
  values: Float64Array;
};

export type FlagColumn = {
  kind: 'flag';
  isShared?: boolean;
  /** 0 = missing, 1 = false, 2 = true. */
  values: Uint8Array;
};

export type CodeColumn = {
  kind: 'code';
  isShared?: boolean;
  /** Term ids, or row ids of what a reference names; 0 = missing. */
  codes: Int32Array;
  /** The field whose terms the codes are, or what the row ids are ids of. */
  names: { dictionary: string } | { refKind: RefKind };
};

export type TextColumn = {
  kind: 'text';
  /** Places in `texts`; 0 = missing. */
  codes: Int32Array;
  /** Every text once, as it compares. */
  texts: string[];
  codeOf: Map<string, number>;
};

export type ScalarColumn = NumberColumn | FlagColumn | CodeColumn | TextColumn;

/** Values kept in rows of their own: lists, custom fields, references over time. */
export type SideColumn = {
  kind: 'side';
  used: number;
  /** Ordinal of the record that a value belongs to; -1 = gone. */
  owners: Int32Array;
  value: ScalarColumn;
  /** For intervals, epoch ms; an open end is infinite. Only intervals that had not ended at `Store.loadedAt`. */
  span: { from: Float64Array; to: Float64Array } | null;
  /** The first `used` rows by owner, made when a single record is asked for. */
  byOwner: { starts: Int32Array; rows: Int32Array; used: number } | null;
};

export type Column = ScalarColumn | SideColumn;

/** How a scalar column is stored; a code's names come with it. */
export type ScalarKind = 'number' | 'flag' | 'text' | CodeColumn['names'];

export function float64s(size: number, fill: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(size * 8)).fill(fill);
}

export function int32s(size: number, fill = 0): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(size * 4));
  return fill === 0 ? array : array.fill(fill);
}

/** The next multiple of 32. */
export function padded(size: number): number {
  return (size + 31) & ~31;
}

export function scalarColumn(kind: ScalarKind, capacity: number): ScalarColumn {
  if (kind === 'number') return { kind, values: float64s(capacity, Number.NaN) };
  if (kind === 'flag') return { kind, values: new Uint8Array(new SharedArrayBuffer(capacity)) };
  if (kind === 'text') return { kind, codes: int32s(capacity), texts: [''], codeOf: new Map() };
  return { kind: 'code', codes: int32s(capacity), names: kind };
}

/** Arrays of nothing but missing values, for columns of a table that have none. */
export type MissingArrays = { numbers?: Float64Array; codes?: Int32Array; flags?: Uint8Array };

export function missingColumn(kind: ScalarKind, capacity: number, arrays: MissingArrays): ScalarColumn {
  if (kind === 'text') return scalarColumn(kind, capacity);
  const isShared = true;
  if (kind === 'number') {
    arrays.numbers ??= float64s(capacity, Number.NaN);
    return { kind, isShared, values: arrays.numbers };
  }
  if (kind === 'flag') {
    arrays.flags ??= new Uint8Array(new SharedArrayBuffer(capacity));
    return { kind, isShared, values: arrays.flags };
  }
  arrays.codes ??= int32s(capacity);
  return { kind: 'code', isShared, codes: arrays.codes, names: kind };
}

/** Gives a column its own array before its first value is written. */
function own(column: ScalarColumn): void {
  if (column.kind === 'text' || !column.isShared) return;
  if (column.kind === 'number') column.values = float64s(column.values.length, Number.NaN);
  else if (column.kind === 'flag')
    column.values = new Uint8Array(new SharedArrayBuffer(column.values.length));
  else column.codes = int32s(column.codes.length);
  column.isShared = false;
}

export function sideColumn(kind: ScalarKind, isInterval: boolean, capacity: number): SideColumn {
  return {
    kind: 'side',
    used: 0,
    owners: int32s(capacity, -1),
    value: scalarColumn(kind, capacity),
    span: isInterval
      ? {
          from: float64s(capacity, Number.POSITIVE_INFINITY),
          to: float64s(capacity, Number.NEGATIVE_INFINITY),
        }
      : null,
    byOwner: null,
  };
}

/** A value as the database gives it; null = missing. */
export type StoredValue = number | string | null;

export function writeValue(column: ScalarColumn, row: number, value: StoredValue): void {
  if (value !== null) own(column);
  else if (column.kind !== 'text' && column.isShared) return;
  switch (column.kind) {
    case 'number':
      column.values[row] = value === null ? Number.NaN : Number(value);
      return;
    case 'flag':
      column.values[row] = value === null ? 0 : Number(value) === 0 ? 1 : 2;
      return;
    case 'code':
      column.codes[row] = value === null ? 0 : Number(value);
      return;
    case 'text':
      column.codes[row] = value === null ? 0 : textCode(column, String(value));
  }
}

function textCode(column: TextColumn, text: string): number {
  const known = column.codeOf.get(text);
  if (known !== undefined) return known;
  const code = column.texts.push(text) - 1;
  column.codeOf.set(text, code);
  return code;
}

/** Writes numbers, NaN for a missing one, to rows `first` and on. */
export function writeNumbers(column: ScalarColumn, first: number, numbers: Float64Array): void {
  switch (column.kind) {
    case 'number':
      column.values.set(numbers, first);
      return;
    case 'flag': {
      const { values } = column;
      for (let index = 0; index < numbers.length; index++) {
        const number = numbers[index]!;
        values[first + index] = Number.isNaN(number) ? 0 : number === 0 ? 1 : 2;
      }
      return;
    }
    case 'code':
      column.codes.set(numbers, first);
      return;
    case 'text':
      throw new Error('A text is no number.');
  }
}

/** The number by which a row's value counts as distinct, or NaN when it is missing. */
export function comparableAt(column: ScalarColumn, row: number): number {
  if (column.kind === 'number') return column.values[row] ?? Number.NaN;
  const code = (column.kind === 'flag' ? column.values[row] : column.codes[row]) ?? 0;
  return code === 0 ? Number.NaN : code;
}
