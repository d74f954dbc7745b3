/**
 * One value per process. Route bundles, pages and instrumentation each hold their own copy of every module,
 * so state that must exist once lives on globalThis under a registered symbol.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(`tessera.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const existing = store[key];
  if (existing !== undefined) return existing;
  const created = create();
  store[key] = created;
  return created;
}

/** Forgets a singleton, for shutdown and for a reload in development. */
export function dropSingleton(name: string): void {
  delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for(`tessera.${name}`)];
}
