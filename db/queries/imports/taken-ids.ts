import 'server-only';

const PAGE_BITS = 15;

/** Which stored rows a file has already claimed: a bit per row id, so that ten million rows take a megabyte or two. */
export function createTakenIds(): { take: (id: number) => void; isTaken: (id: number) => boolean } {
  const pages = new Map<number, Uint8Array>();
  const pageOf = (id: number) => Math.floor(id / 2 ** PAGE_BITS);
  const placeOf = (id: number) => (id % 2 ** PAGE_BITS) >>> 3;
  return {
    take(id) {
      const page = pages.get(pageOf(id)) ?? new Uint8Array(2 ** (PAGE_BITS - 3));
      pages.set(pageOf(id), page);
      page[placeOf(id)] = (page[placeOf(id)] ?? 0) | (1 << (id & 7));
    },
    isTaken: (id) => (((pages.get(pageOf(id))?.[placeOf(id)] ?? 0) >>> (id & 7)) & 1) === 1,
  };
}
