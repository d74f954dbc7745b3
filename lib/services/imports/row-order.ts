import 'server-only';
import { open, rm } from 'node:fs/promises';

/** Rows that are read, put in order and then written together. Must not exceed what a sort key leaves for a place. */
export const ORDERED_ROWS = 500_000;
const PLACES = 2 ** 20;

export const orderPath = (path: string) => `${path}.order`;

/** Places of rows by key (a whole number up to 2³³); those of one key stay in the order of the file. */
export function orderBy(keys: Float64Array): Uint32Array {
  const sorted = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) sorted[at] = (keys[at] ?? 0) * PLACES + at;
  sorted.sort();
  return Uint32Array.from(sorted, (key) => key % PLACES);
}

/**
 * Keeps the order in which the rows from `firstRow` on are taken, beside the file of the import: a process that goes on
 * behind a killed one needs that very order, whatever the accounts are called by then.
 */
export async function keepOrder(path: string, firstRow: number, order: Uint32Array): Promise<void> {
  const file = await open(orderPath(path), firstRow === 0 ? 'w' : 'r+').catch(() =>
    open(orderPath(path), 'w'),
  );
  try {
    const bytes = new Uint8Array(order.buffer, order.byteOffset, order.byteLength);
    await file.write(bytes, 0, bytes.byteLength, firstRow * Uint32Array.BYTES_PER_ELEMENT);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** The order that was kept for these rows; that of the file where none was. */
export async function keptOrder(path: string, firstRow: number, rows: number): Promise<Uint32Array> {
  const order = new Uint32Array(rows);
  const file = await open(orderPath(path), 'r').catch(() => null);
  try {
    const at = firstRow * order.BYTES_PER_ELEMENT;
    const bytes = new Uint8Array(order.buffer);
    const found = file ? (await file.read(bytes, 0, bytes.byteLength, at)).bytesRead : 0;
    const isOrder = rows < 2 || order[0] !== order[1];
    if (found === bytes.byteLength && isOrder) return order;
  } finally {
    await file?.close();
  }
  return order.map((_, place) => place);
}

/** Lets go of the order once nobody goes on with the import. */
export async function dropOrder(path: string): Promise<void> {
  await rm(orderPath(path), { force: true });
}
