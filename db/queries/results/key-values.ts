import 'server-only';
import type { KeyValue } from '#lib/metrics/group-facts.ts';
import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';
import type { Dimension, DimensionKind } from './dimensions.ts';

/** A group's value as the outside sees it: an id or a word (null = none), and how a person reads it. */
export type PublicValue = { value: string | boolean | null; label: string | null };

const namedTables: Partial<Record<DimensionKind, string>> = {
  segment: 'SELECT id, name FROM segments',
  tier: 'SELECT id, name FROM tiers',
  territory: 'SELECT id, name FROM territories',
  rep: 'SELECT id, name, kind FROM reps',
  account: 'SELECT id, name FROM accounts',
  term: 'SELECT id, label AS name FROM terms',
};

/** Names the values of one dimension. Row ids become public ids; words stay words. */
export function publicValues(
  connection: Connection,
  dimension: Dimension,
  values: readonly KeyValue[],
): Map<KeyValue, PublicValue> {
  const named = new Map<KeyValue, PublicValue>([[null, { value: null, label: null }]]);
  const select = namedTables[dimension.kind];
  if (select) {
    const rows = connection
      .prepare<[string], { id: number; name: string; kind?: string }>(
        `${select} WHERE id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(values.filter((value) => value !== null)));
    for (const row of rows) named.set(row.id, { value: publicValue(dimension.kind, row), label: row.name });
  }
  for (const value of values) if (!named.has(value)) named.set(value, plainValue(dimension.kind, value));
  return named;
}

function publicValue(kind: DimensionKind, row: { id: number; name: string; kind?: string }): string {
  if (kind === 'term') return row.name;
  if (kind === 'rep') return toPublicId(row.kind === 'pool' ? 'pool' : 'rep', row.id);
  return toPublicId(kind as 'segment' | 'tier' | 'territory' | 'account', row.id);
}

function plainValue(kind: DimensionKind, value: KeyValue): PublicValue {
  if (kind === 'boolean') return { value: value === 1, label: value === 1 ? 'Yes' : 'No' };
  return { value: value === null ? null : String(value), label: value === null ? null : String(value) };
}

/**
 * The stored values that a filter names: public ids, words (compared folded), `true`/`false`; an empty text is
 * "none". A word that the data does not have finds nothing, so it stays in the answer as a value no record has.
 */
export function storedValues(
  connection: Connection,
  dimension: Dimension,
  values: readonly string[],
): Set<KeyValue> {
  const stored = new Set<KeyValue>();
  const words = values.filter((value) => value !== '');
  if (words.length < values.length) stored.add(null);
  if (dimension.kind === 'term') {
    for (const field of termFields(connection, dimension)) {
      for (const id of findTermIds(connection, field, words)) stored.add(id);
    }
    return stored;
  }
  for (const word of words) stored.add(storedValue(dimension.kind, word));
  return stored;
}

/** The values of a filter in words, as far as the store knows them. */
export function filterWords(
  connection: Connection,
  dimension: Dimension,
  values: readonly string[],
): (string | null)[] {
  const stored = [...storedValues(connection, dimension, values)];
  const named = publicValues(connection, dimension, stored);
  if (stored.length === 0) return [...values];
  return stored.map((value) => named.get(value)?.label ?? null);
}

function storedValue(kind: DimensionKind, word: string): KeyValue {
  if (kind === 'boolean') return word === 'true' ? 1 : 0;
  if (kind === 'rep') return parsePublicId('rep', word) ?? parsePublicId('pool', word) ?? -1;
  if (kind === 'segment' || kind === 'tier' || kind === 'territory' || kind === 'account') {
    return parsePublicId(kind, word) ?? -1;
  }
  return word;
}

/** The dictionaries a term dimension draws from: the field's own (`source` is the deal's). */
function termFields(connection: Connection, dimension: Dimension): string[] {
  const field = dimension.key === 'source' ? 'opportunity.source' : dimension.key;
  const exists = connection.prepare('SELECT 1 FROM terms WHERE field = ? LIMIT 1').get(field);
  return exists ? [field] : [];
}
