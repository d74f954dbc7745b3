/** Least recently used values, each with the kinds of record it was made from. */
export type Cache = {
  get: <T>(key: string, needs: readonly string[], make: () => T) => T;
  /** Forgets what was made from one of these kinds. */
  forget: (kinds: ReadonlySet<string>) => void;
  clear: () => void;
};

type Held = { value: unknown; needs: readonly string[]; bytes: number };

/** Bytes of the arrays that a value is made of; everything else is small beside them. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce(
    (sum: number, part) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0),
    0,
  );
}

const ENTRY_BYTES = 1024;

/** Holds about `limitBytes` of arrays. */
export function createCache(limitBytes: number): Cache {
  const held = new Map<string, Held>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  }

  return {
    get<T>(key: string, needs: readonly string[], make: () => T): T {
      const known = held.get(key);
      if (known) {
        held.delete(key);
        held.set(key, known);
        return known.value as T;
      }
      const value = make();
      const entry = { value, needs, bytes: bytesOf(value) + ENTRY_BYTES };
      held.set(key, entry);
      bytes += entry.bytes;
      for (const oldest of held.keys()) {
        if (bytes <= limitBytes || oldest === key) break;
        drop(oldest);
      }
      return value;
    },
    forget(kinds) {
      for (const [key, { needs }] of held) if (needs.some((need) => kinds.has(need))) drop(key);
    },
    clear() {
      held.clear();
      bytes = 0;
    },
  };
}
