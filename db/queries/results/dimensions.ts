import 'server-only';
import { buildCatalog, type CustomField } from '#lib/rules/build-catalog.ts';
import type { Field } from '#lib/rules/catalog.ts';
import type { FieldColumn, SideColumn, ValueColumn } from '#lib/rules/printers/sqlite-columns.ts';
import type { Connection } from '../../client.ts';
import { sqliteColumns } from '../../field-columns.ts';

/** What a value of a dimension is, and so how it is named. */
export type DimensionKind =
  | 'segment'
  | 'month'
  | 'tier'
  | 'territory'
  | 'rep'
  | 'account'
  | 'term'
  | 'text'
  | 'boolean';

/**
 * One way to group results. `sql` reads the value from a row whose account is `a`, deal or first touch owner `o`,
 * deal `d`, its stage `stage`; `at` stands for the instant that intervals are read at. Null = found in the facts.
 */
export type Dimension = {
  key: string;
  kind: DimensionKind;
  sql: ((at: string) => string) | null;
  /** The value is a JSON list: a record may be in several groups. */
  isList: boolean;
  /** Touched accounts have no value of it. */
  isDealOnly: boolean;
};

const fixed: Record<string, Omit<Dimension, 'key'>> = {
  segment: { kind: 'segment', sql: null, isList: true, isDealOnly: false },
  /** In any of the compared segments, or in none. */
  compared: { kind: 'boolean', sql: null, isList: false, isDealOnly: false },
  month: { kind: 'month', sql: null, isList: false, isDealOnly: false },
  tier: byInterval('tier', 'account_tiers', 'tier_id'),
  territory: byInterval('territory', 'placements', 'territory_id'),
  owner: { kind: 'rep', sql: () => 'o.id', isList: false, isDealOnly: false },
  manager: { kind: 'rep', sql: () => 'o.manager_id', isList: false, isDealOnly: false },
  source: ofDeal('term', 'd.source'),
  product: ofDeal(
    'text',
    `coalesce((SELECT p.name FROM products p WHERE p.id = d.product_id), (SELECT t.label FROM terms t WHERE t.id = d.product))`,
  ),
  pipeline: ofDeal(
    'text',
    `coalesce(nullif(today.pipeline, ''), (SELECT t.label FROM terms t WHERE t.id = d.pipeline))`,
  ),
  stage: ofDeal('text', 'stage.name'),
  'rep.region': { kind: 'term', sql: () => 'o.region', isList: false, isDealOnly: false },
  'rep.role': { kind: 'term', sql: () => 'o.role', isList: false, isDealOnly: false },
  'rep.manager': { kind: 'rep', sql: () => 'o.manager_id', isList: false, isDealOnly: false },
  'rep.active': { kind: 'boolean', sql: () => 'o.is_active', isList: false, isDealOnly: false },
};

function ofDeal(kind: DimensionKind, sql: string): Omit<Dimension, 'key'> {
  return { kind, sql: () => sql, isList: false, isDealOnly: true };
}

function byInterval(kind: DimensionKind, table: string, column: string): Omit<Dimension, 'key'> {
  return { kind, sql: (at) => intervalSql(table, column, at), isList: false, isDealOnly: false };
}

function intervalSql(table: string, column: string, at: string, more = ''): string {
  return `(SELECT v.${column} FROM ${table} v WHERE v.account_id = a.id${more} AND v.from_at <= ${at}
    AND (v.to_at IS NULL OR v.to_at > ${at}) ORDER BY v.from_at DESC LIMIT 1)`;
}

/**
 * The dimension of a key of the API (`segment`, `owner`, `account.industry`, `rep.custom.team` …), or null when
 * nothing can be grouped by it: unknown, or a measure instead of a category.
 */
export function findDimension(connection: Connection, key: string): Dimension | null {
  const known = Object.hasOwn(fixed, key) ? fixed[key] : undefined;
  if (known) return { key, ...known };
  const [, entity, name = ''] = /^(account|rep)\.(.+)$/.exec(key) ?? [];
  if (entity !== 'account' && entity !== 'rep') return null;
  const custom = /^custom\.(.+)$/.exec(name)?.[1];
  const fields = custom === undefined ? [] : customFields(connection, entity, custom);
  if (entity === 'rep') {
    const [field] = fields;
    return field ? sideDimension(key, field.type, customValues(field.id, 'o.id')) : null;
  }
  const catalog = buildCatalog({ customFields: fields });
  const field = catalog.fields.get(key);
  return field ? accountDimension(key, field, sqliteColumns(catalog).field(key)) : null;
}

function customFields(connection: Connection, entity: string, key: string): CustomField[] {
  return connection
    .prepare<[string, string], CustomField>(
      'SELECT id, entity, key, label, type FROM custom_fields WHERE entity = ? AND key = ? AND archived_at IS NULL',
    )
    .all(entity, key);
}

function customValues(fieldId: number, owner: string) {
  return {
    table: 'custom_values',
    where: `v.record_id = ${owner} AND v.field_id = ${fieldId}`,
    column: (type: Field['type']) =>
      type === 'category' || type === 'tags' ? 'term_id' : type === 'text' ? 'text' : 'number',
  };
}

function sideDimension(
  key: string,
  type: Field['type'],
  side: ReturnType<typeof customValues>,
): Dimension | null {
  const kind = kindOfType(type);
  if (!kind) return null;
  const isList = type === 'tags';
  const column = `v.${side.column(type)}`;
  const value = isList ? `json_group_array(${column})` : column;
  const limit = isList ? '' : ' LIMIT 1';
  const sql = () => `(SELECT ${value} FROM ${side.table} v WHERE ${side.where}${limit})`;
  return { key, kind, sql, isList, isDealOnly: false };
}

function kindOfType(type: Field['type']): DimensionKind | null {
  if (type === 'category' || type === 'tags') return 'term';
  if (type === 'text' || type === 'boolean') return type;
  return null;
}

function accountDimension(key: string, field: Field, column: FieldColumn): Dimension | null {
  if (column.store === 'side') return accountSideDimension(key, field, column);
  const kind = kindOfValue(column);
  if (!kind || !('column' in column)) return null;
  const value = column.column.includes('$') ? column.column.replaceAll('$', 'a') : `a.${column.column}`;
  return { key, kind, sql: () => value, isList: false, isDealOnly: false };
}

function accountSideDimension(key: string, field: Field, side: SideColumn): Dimension | null {
  if (field.customFieldId !== undefined) {
    return sideDimension(key, field.type, customValues(field.customFieldId, 'a.id'));
  }
  const kind = kindOfValue(side.value);
  if (!kind || !('column' in side.value)) return null;
  const { column } = side.value;
  const more = Object.entries(side.fixed).map(([name, value]) => ` AND v.${name} = '${value}'`);
  if (side.isInterval) {
    const sql = (at: string) => intervalSql(side.table, column, at, more.join(''));
    return { key, kind, sql, isList: false, isDealOnly: false };
  }
  const sql = () =>
    `(SELECT json_group_array(v.${column}) FROM ${side.table} v WHERE v.${side.owner} = a.id${more.join('')})`;
  return { key, kind, sql, isList: true, isDealOnly: false };
}

const referenceKinds: Partial<Record<string, DimensionKind>> = {
  rep: 'rep',
  tier: 'tier',
  territory: 'territory',
  account: 'account',
  class: 'term',
};

function kindOfValue(value: ValueColumn): DimensionKind | null {
  if (value.store === 'term') return 'term';
  if (value.store === 'boolean') return 'boolean';
  if (value.store === 'text') return 'text';
  if (value.store === 'reference') return referenceKinds[value.refKind] ?? null;
  return null;
}
