import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import type { Catalog, Field } from '../catalog.ts';
import { factsAsOf } from '../facts-as-of.ts';
import type { FactValue, OwnFacts, RecordFacts, RelatedRows } from '../record-facts.ts';
import type { ResolvedDefinition } from '../resolved.ts';
import { comparable } from '../to-predicate-field.ts';

export type LogicValue =
  | string
  | number
  | boolean
  | null
  | readonly LogicValue[]
  | { [key: string]: LogicValue };
type LogicRecord = Record<string, LogicValue>;

/** A field's name in a JsonLogic record: `.` would be a step into an object there. */
export function logicKey(key: string): string {
  return key.replaceAll('.', '_');
}

/** Tags, and references, of which an account may have several at a time (two holders of one slot). */
export function isLogicList({ type }: Field): boolean {
  return type === 'tags' || type === 'ref';
}

function logicValue(field: Field, value: FactValue): LogicValue {
  const held = comparable(field, value);
  if (held === null) return null;
  if (held.kind === 'boolean') return held.boolean;
  if (held.kind === 'texts') return isLogicList(field) ? held.texts : (held.texts[0] ?? null);
  if (field.type === 'day') return formatIsoDay(held.number);
  return field.type === 'instant' ? formatIsoInstant(held.number) : held.number;
}

function logicValues(entity: string, values: OwnFacts['values'], catalog: Catalog): LogicRecord {
  const record: LogicRecord = {};
  for (const [key, value] of Object.entries(values)) {
    const field = catalog.fields.get(`${entity}.${key}`);
    if (field) record[logicKey(key)] = logicValue(field, value);
  }
  return record;
}

function logicRows(rows: RelatedRows | undefined, catalog: Catalog): LogicRecord {
  return Object.fromEntries(
    Object.entries(rows ?? {}).map(([entity, list]) => [
      entity,
      list.map(({ values }) => logicValues(entity, values, catalog)),
    ]),
  );
}

function logicFacts(
  entity: string,
  facts: OwnFacts,
  family: RelatedRows | undefined,
  catalog: Catalog,
): LogicRecord {
  const memberships = Object.entries(facts.memberships ?? {}).map(([id, intervals]) => [
    id,
    intervals.map(({ from, to }) => ({
      from: formatIsoInstant(from),
      to: to === null ? null : formatIsoInstant(to),
    })),
  ]);
  return {
    ...logicValues(entity, facts.values, catalog),
    ...logicRows(facts.rows, catalog),
    familyRows: logicRows(family, catalog),
    memberships: Object.fromEntries(memberships) as LogicRecord,
  };
}

/**
 * One record as a rule in JsonLogic asks about it, at the definition's moment: values by field key (`custom_plants`),
 * lists `technology`, `signal`, `contact`, `opportunity`, `activity`, the same of the whole family in `familyRows`, `memberships` by segment
 * id, and a contact's `account` (null for a lead).
 */
export function toLogicRecord(
  record: RecordFacts,
  definition: ResolvedDefinition,
  catalog: Catalog,
): LogicRecord {
  const facts = factsAsOf(record, definition);
  if (definition.entity === 'account') return logicFacts('account', facts, facts.familyRows, catalog);
  return {
    ...logicFacts('contact', facts, undefined, catalog),
    account: facts.account ? logicFacts('account', facts.account, facts.familyRows, catalog) : null,
  };
}
