import { type NamedValue, nameValues } from '#db/queries/preview/field-values.ts';
import type { FieldColumn } from '#lib/rules/printers/sqlite-columns.ts';
import { labelOfValue, rulesContext, type Session } from './session.ts';

/** Whether values are names of other records, which may change while no record of the field's does. */
function isReference(column: FieldColumn): boolean {
  return (column.store === 'side' ? column.value : column).store === 'reference';
}

/** What the codes of a field stand for, worded for people. Codes that nothing is known of are left out. */
export function wordedValues(
  session: Session,
  key: string,
  codes: readonly number[],
): ReadonlyMap<number, NamedValue> {
  const column = rulesContext(session).columns.field(key);
  const make = () => new Map<number, NamedValue>();
  const needs = [key.slice(0, key.indexOf('.'))];
  const known = isReference(column) ? make() : session.cache.get(`names ${key}`, needs, make);
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length === 0) return known;
  const labelOf = labelOfValue(session, key);
  for (const [code, named] of nameValues(session.connection, column, unknown)) {
    known.set(code, { value: named.value, label: labelOf(named) });
  }
  return known;
}
