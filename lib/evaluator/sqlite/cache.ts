import type { PatchedRow } from '../columns/patched-row.ts';

/** Brings a value up to date with rows that changed; false when it has to be made anew. */
export type Patch<T> = (value: T, rows: readonly PatchedRow[]) => boolean;

/** Least recently used values, each with the kinds of record it was made from. */
export type Cache = {
  /** `patch` for what can follow single rows of the columns, and stays true as long as the columns do. */
  get: <T>(key: string, needs: readonly string[], make: () => T, patch?: Patch<T>) => T;
  /** A number told of two values, kept as long as nothing that is held changes. */
  numberOf: (a: object, b: object, tell: () => number) => number;
  /** Forgets what was made from one of these kinds, but for what follows the rows that changed. */
  forget: (kinds: ReadonlySet<string>, rows?: readonly PatchedRow[]) => void;
  /** Forgets what was not made from columns. */
  forgetStatements: () => void;
  clear: () => void;
};

type Held = { value: unknown; needs: readonly string[]; bytes: number; patch: Patch<unknown> | undefined };

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
  // Values are brought up to date in place, so that a number must not outlive any change.
  let numbers = new WeakMap<object, WeakMap<object, number>>();
  const forgetNumbers = () => {
    numbers = new WeakMap();
  };

  function drop(key: string): void {
    bytes -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  }

  return {
    get<T>(key: string, needs: readonly string[], make: () => T, patch?: Patch<T>): T {
      const known = held.get(key);
      if (known) {
        held.delete(key);
        held.set(key, known);
        return known.value as T;
      }
      const value = make();
      const bytesHeld = bytesOf(value) + ENTRY_BYTES;
      const entry: Held = { value, needs, bytes: bytesHeld, patch: patch as Patch<unknown> | undefined };
      held.set(key, entry);
      bytes += entry.bytes;
      for (const oldest of held.keys()) {
        if (bytes <= limitBytes || oldest === key) break;
        drop(oldest);
      }
      return value;
    },
    numberOf(a, b, tell) {
      const known = numbers.get(a)?.get(b);
      if (known !== undefined) return known;
      const number = tell();
      const others = numbers.get(a) ?? new WeakMap<object, number>();
      numbers.set(a, others.set(b, number));
      return number;
    },
    forget(kinds, rows) {
      // Asked before every question, and as a rule nothing was written in between.
      if (kinds.size === 0) return;
      forgetNumbers();
      for (const [key, { value, needs, patch }] of held) {
        if (!needs.some((need) => kinds.has(need))) continue;
        if (!rows || !patch?.(value, rows)) drop(key);
      }
    },
    forgetStatements() {
      forgetNumbers();
      for (const [key, { patch }] of held) if (!patch) drop(key);
    },
    clear() {
      forgetNumbers();
      held.clear();
      bytes = 0;
    },
  };
}
