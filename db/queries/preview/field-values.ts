import 'server-only';
import type { RefKind } from '#lib/rules/catalog.ts';
import type { FieldColumn } from '#lib/rules/printers/sqlite-columns.ts';
import { type IdKind, toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';

/** A stored code as a rule holds it and as a person reads it. */
export type NamedValue = { value: string; label: string };

const namedRows: Partial<Record<RefKind, { kind: IdKind; sql: string }>> = {
  account: {
    kind: 'account',
    sql: 'SELECT id, name FROM accounts WHERE id IN (SELECT value FROM json_each(?))',
  },
  tier: { kind: 'tier', sql: 'SELECT id, name FROM tiers WHERE id IN (SELECT value FROM json_each(?))' },
  territory: {
    kind: 'territory',
    sql: 'SELECT id, name FROM territories WHERE id IN (SELECT value FROM json_each(?))',
  },
};

function terms(connection: Connection, codes: readonly number[]): Map<number, NamedValue> {
  const rows = connection
    .prepare<[string], { id: number; label: string }>(
      'SELECT id, label FROM terms WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(codes));
  return new Map(rows.map(({ id, label }) => [id, { value: label, label }]));
}

function holders(connection: Connection, ids: readonly number[]): Map<number, NamedValue> {
  const rows = connection
    .prepare<[string], { id: number; name: string; kind: 'rep' | 'pool' }>(
      'SELECT id, name, kind FROM reps WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map(({ id, name, kind }) => [id, { value: toPublicId(kind, id), label: name }]));
}

function references(
  connection: Connection,
  refKind: RefKind,
  ids: readonly number[],
): Map<number, NamedValue> {
  if (refKind === 'rep') return holders(connection, ids);
  if (refKind === 'class') return terms(connection, ids);
  const named = namedRows[refKind];
  if (!named) return new Map();
  const rows = connection.prepare<[string], { id: number; name: string }>(named.sql).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, name }) => [id, { value: toPublicId(named.kind, id), label: name }]));
}

const booleans = new Map<number, NamedValue>([
  [1, { value: 'true', label: 'Yes' }],
  [0, { value: 'false', label: 'No' }],
]);

/** Whether a column's values are few and have names, so that records can be counted by them. */
export function isNamed(column: FieldColumn): boolean {
  const { store } = column.store === 'side' ? column.value : column;
  return store === 'term' || store === 'stage' || store === 'reference' || store === 'boolean';
}

/** Names of the codes or row ids that a column holds. */
export function nameValues(
  connection: Connection,
  column: FieldColumn,
  codes: readonly number[],
): Map<number, NamedValue> {
  const value = column.store === 'side' ? column.value : column;
  if (value.store === 'reference') return references(connection, value.refKind, codes);
  return value.store === 'boolean' ? booleans : terms(connection, codes);
}
