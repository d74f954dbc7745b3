import { type Catalog, type Field, type FieldEntity, findField } from './catalog.ts';

/** The catalog's field of a resolved key (`entity.key`). Resolving checked it, so a miss is a fault of the program. */
export function catalogField(catalog: Catalog, key: string): Field {
  // Identity keys of a system (`externalId.salesforce`) have no row of their own.
  const field = catalog.fields.get(key) ?? findField(catalog, entityOf(key) as FieldEntity, localKey(key));
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
