import 'server-only';

const PAGE_BITS = 15;

/** A set of row ids, a bit each, so that ten million take a megabyte or two. */
export type IdSet = { add: (id: number) => void; has: (id: number) => boolean };

export function createIdSet(): IdSet {
  const pages = new Map<number, Uint8Array>();
  const pageOf = (id: number) => Math.floor(id / 2 ** PAGE_BITS);
  const placeOf = (id: number) => (id % 2 ** PAGE_BITS) >>> 3;
  return {
    add(id) {
      const page = pages.get(pageOf(id)) ?? new Uint8Array(2 ** (PAGE_BITS - 3));
      pages.set(pageOf(id), page);
      page[placeOf(id)] = (page[placeOf(id)] ?? 0) | (1 << (id & 7));
    },
    has: (id) => (((pages.get(pageOf(id))?.[placeOf(id)] ?? 0) >>> (id & 7)) & 1) === 1,
  };
}
