import { type Bits, emptyBits, fullBits, hasBit, setBit } from '#lib/engine/bitset.ts';
import { ordinalOf, type Table } from '#lib/engine/store.ts';

/** The records of an entity, each with an ordinal in the order of their ids. */
export type Records = {
  ids: Int32Array;
  size: number;
  /** Everyone. */
  all: Bits;
  /** Ordinal of a row id, -1 when there is no such live record. */
  ordinalOf: (id: number) => number;
};

/** `ids` ascending. */
export function recordsOf(ids: Int32Array): Records {
  const ordinals = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1);
  for (let ordinal = 0; ordinal < ids.length; ordinal++) ordinals[ids[ordinal] ?? 0] = ordinal;
  return { ids, size: ids.length, all: fullBits(ids.length), ordinalOf: (id) => ordinals[id] ?? -1 };
}

/** As the columns have them: archived records and empty places have ordinals too, and are in no one's `all`. */
export function recordsInTable(table: Table): Records {
  return {
    ids: table.ids,
    size: table.capacity,
    all: table.live,
    ordinalOf: (id) => {
      const ordinal = ordinalOf(table, id);
      return ordinal >= 0 && hasBit(table.live, ordinal) ? ordinal : -1;
    },
  };
}

/** The set of these records; ids of archived or unknown ones are passed over. */
export function bitsOfIds(records: Records, ids: Int32Array): Bits {
  const bits = emptyBits(records.size);
  for (const id of ids) {
    const ordinal = records.ordinalOf(id);
    if (ordinal >= 0) setBit(bits, ordinal);
  }
  return bits;
}

/** One number a record, NaN where there is none. */
export function alignNumbers(
  records: Records,
  pairs: { ids: Int32Array; values: Float64Array },
): Float64Array {
  const aligned = new Float64Array(records.size).fill(Number.NaN);
  for (let index = 0; index < pairs.ids.length; index++) {
    const ordinal = records.ordinalOf(pairs.ids[index] ?? -1);
    if (ordinal >= 0) aligned[ordinal] = pairs.values[index] ?? Number.NaN;
  }
  return aligned;
}
