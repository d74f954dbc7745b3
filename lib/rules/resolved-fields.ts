import type { Catalog, Field } from './catalog.ts';

/** The catalog's field of a resolved key (`entity.key`). Resolving checked it, so a miss is a fault of the program. */
export function catalogField(catalog: Catalog, key: string): Field {
  const field = catalog.fields.get(key);
  if (!field) throw new Error(`No field "${key}" in the catalog.`);
  return field;
}

/** `account.custom.plants` → `custom.plants`. */
export function localKey(key: string): string {
  return key.slice(key.indexOf('.') + 1);
}

/** `account.custom.plants` → `account`. */
export function entityOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}
