/** Least recently used values, each with the kinds of record it was made from. */
export type Cache = {
  get: <T>(key: string, needs: readonly string[], make: () => T) => T;
  /** Forgets what was made from one of these kinds. */
  forget: (kinds: ReadonlySet<string>) => void;
  clear: () => void;
};

export function createCache(limit: number): Cache {
  const held = new Map<string, { value: unknown; needs: readonly string[] }>();
  return {
    get<T>(key: string, needs: readonly string[], make: () => T): T {
      const known = held.get(key);
      if (known) {
        held.delete(key);
        held.set(key, known);
        return known.value as T;
      }
      const value = make();
      held.set(key, { value, needs });
      if (held.size > limit) {
        const [oldest] = held.keys();
        if (oldest !== undefined) held.delete(oldest);
      }
      return value;
    },
    forget(kinds) {
      for (const [key, { needs }] of held) if (needs.some((need) => kinds.has(need))) held.delete(key);
    },
    clear: () => held.clear(),
  };
}
