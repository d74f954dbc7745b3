import { closeSync, fstatSync, fsync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { StoredValue } from '#lib/engine/columns.ts';

/**
 * A tree of plain objects, maps, sets and typed arrays as a file: the arrays as they lie in memory, the texts of long
 * lists in blocks, and at the end the tree with their places. Made for the columns, which are hundreds of megabytes.
 */

const arrayKinds = {
  Float64Array: (buffer: ArrayBufferLike) => new Float64Array(buffer),
  Int32Array: (buffer: ArrayBufferLike) => new Int32Array(buffer),
  Uint32Array: (buffer: ArrayBufferLike) => new Uint32Array(buffer),
  Uint8Array: (buffer: ArrayBufferLike) => new Uint8Array(buffer),
};
type ArrayKind = keyof typeof arrayKinds;
type Numbers = ReturnType<(typeof arrayKinds)[ArrayKind]>;

type ArrayPlace = { kind: ArrayKind; bytes: number; isShared: boolean; at: number };
type TextPlace = { count: number; blocks: { at: number; bytes: number }[] };
type Footer = { tree: Packed; arrays: ArrayPlace[]; texts: TextPlace[] };
type Packed =
  | Exclude<StoredValue, undefined>
  | boolean
  | Packed[]
  | { array: number }
  | { texts: number }
  | { map: [Packed, Packed][] }
  | { set: Packed[] }
  | { object: [string, Packed][] };

const STEP_BYTES = 1 << 20;
const TEXTS_PER_BLOCK = 5_000;
/** Shorter lists of texts stand in the tree. */
const MANY_TEXTS = 1_000;
const LENGTH_BYTES = 8;

function kindOf(array: Numbers): ArrayKind {
  return array.constructor.name as ArrayKind;
}

/** Takes a tree apart. What is appended to its arrays and lists of texts afterwards is not part of it. */
function pack(root: unknown) {
  const arrays = new Map<ArrayBufferLike, { index: number; array: Numbers }>();
  const texts: { list: readonly string[]; count: number }[] = [];
  function packed(value: unknown): Packed {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
    if (ArrayBuffer.isView(value)) {
      const array = value as Numbers;
      if (array.byteLength !== array.buffer.byteLength) throw new Error('Part of an array cannot be kept.');
      const known = arrays.get(array.buffer) ?? { index: arrays.size, array };
      arrays.set(array.buffer, known);
      return { array: known.index };
    }
    if (Array.isArray(value)) {
      if (value.length < MANY_TEXTS || typeof value[0] !== 'string') return value.map(packed);
      texts.push({ list: value as string[], count: value.length });
      return { texts: texts.length - 1 };
    }
    if (value instanceof Map) return { map: Array.from(value, ([key, held]) => [packed(key), packed(held)]) };
    if (value instanceof Set) return { set: Array.from(value, packed) };
    const fields = Object.entries(value as object).filter(([, held]) => held !== undefined);
    return { object: fields.map(([key, held]) => [key, packed(held)]) };
  }
  const tree = packed(root);
  return { tree, arrays: [...arrays.values()].map(({ array }) => array), texts };
}

/** Hundreds of megabytes take the disk seconds, in which others go on. */
function onDisk(file: number): Promise<void> {
  return new Promise((resolve, reject) => fsync(file, (error) => (error ? reject(error) : resolve())));
}

function bytesOf(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Where a file is written before it takes its place. */
function besideOf(path: string): string {
  return `${path}.new`;
}

/** Throws away what was being written when the process ended. */
export function dropHalfFile(path: string): void {
  rmSync(besideOf(path), { force: true });
}

/**
 * Writes a tree in small steps, waiting for each promise, beside the file and then puts it in the file's place once it
 * is on the disk. Abandoned, it leaves nothing.
 */
export function* writeColumnFile(path: string, root: unknown): Generator<void | Promise<void>> {
  const { tree, arrays, texts } = pack(root);
  const footer: Footer = { tree, arrays: [], texts: [] };
  const beside = besideOf(path);
  const file = openSync(beside, 'w', 0o600);
  let isWhole = false;
  let at = 0;
  function put(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; )
      from += writeSync(file, bytes, from, bytes.length - from, at + from);
    at += bytes.length;
  }
  try {
    for (const array of arrays) {
      const isShared = array.buffer instanceof SharedArrayBuffer;
      footer.arrays.push({ kind: kindOf(array), bytes: array.byteLength, isShared, at });
      const bytes = bytesOf(array);
      for (let from = 0; from < bytes.length; from += STEP_BYTES) {
        put(bytes.subarray(from, from + STEP_BYTES));
        yield;
      }
    }
    for (const { list, count } of texts) {
      const place: TextPlace = { count, blocks: [] };
      for (let from = 0; from < count; from += TEXTS_PER_BLOCK) {
        const block = Buffer.from(JSON.stringify(list.slice(from, Math.min(count, from + TEXTS_PER_BLOCK))));
        place.blocks.push({ at, bytes: block.length });
        put(block);
        yield;
      }
      footer.texts.push(place);
    }
    const last = Buffer.from(JSON.stringify(footer));
    put(last);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeBigUInt64LE(BigInt(last.length));
    put(length);
    yield onDisk(file);
    isWhole = true;
  } finally {
    closeSync(file);
    if (isWhole) renameSync(beside, path);
    else rmSync(beside, { force: true });
  }
}

function unpack(tree: Packed, arrays: readonly Numbers[], texts: readonly string[][]): unknown {
  const unpacked = (value: Packed): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpacked);
    if ('array' in value) return arrays[value.array];
    if ('texts' in value) return texts[value.texts];
    if ('set' in value) return new Set(value.set.map(unpacked));
    if ('map' in value) return new Map(value.map.map(([key, held]) => [unpacked(key), unpacked(held)]));
    return Object.fromEntries(value.object.map(([key, held]) => [key, unpacked(held)]));
  };
  return unpacked(tree);
}

/** Reads a tree back in small steps. `isWanted` is asked of its `header` first; null when it does not want it. */
export function* readColumnFile(
  path: string,
  isWanted: (header: unknown) => boolean,
): Generator<void, unknown> {
  const file = openSync(path, 'r');
  const read = (bytes: Uint8Array, at: number) => {
    for (let from = 0; from < bytes.length; ) {
      const got = readSync(file, bytes, from, bytes.length - from, at + from);
      if (got === 0) throw new Error('The file of the columns ends too early.');
      from += got;
    }
  };
  try {
    const { size } = fstatSync(file);
    const length = Buffer.alloc(LENGTH_BYTES);
    read(length, size - LENGTH_BYTES);
    const last = Buffer.alloc(Number(length.readBigUInt64LE()));
    read(last, size - LENGTH_BYTES - last.length);
    const { tree, arrays: places, texts: lists } = JSON.parse(last.toString()) as Footer;
    yield;
    const fields = tree !== null && typeof tree === 'object' && 'object' in tree ? tree.object : [];
    const header = fields.find(([key]) => key === 'header')?.[1] ?? null;
    if (!isWanted(unpack(header, [], []))) return null;
    const arrays: Numbers[] = [];
    for (const { kind, bytes, isShared, at } of places) {
      const array = arrayKinds[kind](isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
      const view = bytesOf(array);
      for (let from = 0; from < bytes; from += STEP_BYTES) {
        read(view.subarray(from, from + STEP_BYTES), at + from);
        yield;
      }
      arrays.push(array);
    }
    const texts: string[][] = [];
    for (const { blocks } of lists) {
      const list: string[] = [];
      for (const { at, bytes } of blocks) {
        const block = Buffer.alloc(bytes);
        read(block, at);
        for (const text of JSON.parse(block.toString()) as string[]) list.push(text);
        yield;
      }
      texts.push(list);
    }
    return unpack(tree, arrays, texts);
  } finally {
    closeSync(file);
  }
}
