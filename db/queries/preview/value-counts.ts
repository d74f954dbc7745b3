import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import { type Sql, sql, sqlName } from '#lib/rules/printers/sql.ts';
import type { SqliteColumns, ValueColumn } from '#lib/rules/printers/sqlite-columns.ts';
import { comparedValue, sideRows } from '#lib/rules/printers/sqlite-values.ts';
import { entityOf } from '#lib/rules/resolved-fields.ts';
import type { RelatedEntity } from '#lib/rules/ast.ts';
import type { Connection } from '../../client.ts';

type Place = {
  catalog: Catalog;
  columns: SqliteColumns;
  moment: Moment;
  scope: Scope;
  /** Only signals or activities of these types, folded; all rows when not given. */
  types?: readonly string[] | undefined;
};

function isOfTypes(entity: string, { columns, types }: Place): Sql {
  if (!types || (entity !== 'signal' && entity !== 'activity')) return sql`1`;
  const column = columns.field(`${entity}.type`);
  if (column.store !== 'term') return sql`1`;
  return sql`${sqlName(`x.${column.column}`)} IN (SELECT t.id FROM terms t WHERE t.field = ${column.dictionary} AND t.folded IN (SELECT value FROM json_each(${JSON.stringify(types)})))`;
}

/** FROM … WHERE over the live rows (alias `x`) that hold the field, within scope. */
function liveRows(key: string, place: Place): Sql {
  const { columns, scope } = place;
  const entity = entityOf(key);
  const table = entity === 'account' ? columns.accounts : columns.related[entity as RelatedEntity];
  const live = table.isArchivable ? sql`x.archived_at IS NULL` : sql`1`;
  const account = sqlName(entity === 'account' ? 'x.id' : 'x.account_id');
  const reach = scope.all
    ? sql`1`
    : sql`${account} IN (SELECT s.account_id FROM assignments s WHERE s.to_at IS NULL AND s.rep_id IN (SELECT value FROM json_each(${JSON.stringify(scope.repIds)})))`;
  return sql`${sqlName(table.table)} x WHERE ${live} AND ${reach} AND ${isOfTypes(entity, place)}`;
}

/** How many rows hold each code (term, row id, 0 or 1) of a field. */
export function countCodesOf(connection: Connection, key: string, place: Place): Map<number, number> {
  const column = place.columns.field(key);
  const rows = liveRows(key, place);
  const query =
    column.store === 'side'
      ? sql`SELECT ${comparedValue(column.value, 's', place.moment)} AS code, count(*) AS n FROM ${sqlName(column.table)} s WHERE ${sideRows(column, 's', place.moment)} AND ${sqlName(`s.${column.owner}`)} IN (SELECT x.id FROM ${rows}) GROUP BY 1`
      : sql`SELECT ${comparedValue(column, 'x', place.moment)} AS code, count(*) AS n FROM ${rows} GROUP BY 1`;
  const found = connection
    .prepare(query.sql)
    .raw()
    .all(...query.params) as [number | null, number][];
  return new Map(found.flatMap(([code, count]) => (code === null ? [] : [[code, count] as const])));
}

/** The commonest texts of a field that contain `folded`, or that are one of `among` (as compared), as written. */
export function countTexts(
  connection: Connection,
  key: string,
  place: Place,
  search: { folded: string; limit: number; among?: readonly string[] },
): { value: string; label: string; count: number }[] {
  const column = place.columns.field(key);
  const value: ValueColumn = column.store === 'side' ? column.value : column;
  if (value.store !== 'text' && value.store !== 'exact') return [];
  const row = column.store === 'side' ? 's' : 'x';
  const compared = comparedValue(value, row, place.moment);
  const written = sqlName(`${row}.${value.column}`);
  const rows = liveRows(key, place);
  const from =
    column.store === 'side'
      ? sql`${sqlName(column.table)} s WHERE ${sideRows(column, 's', place.moment)} AND ${sqlName(`s.${column.owner}`)} IN (SELECT x.id FROM ${rows})`
      : rows;
  const matches = search.among
    ? sql`${compared} IN (SELECT value FROM json_each(${JSON.stringify(search.among)}))`
    : sql`instr(${compared}, ${search.folded}) > 0`;
  const query = sql`SELECT min(${written}) AS label, count(*) AS n FROM ${from} AND ${compared} IS NOT NULL AND ${matches} GROUP BY ${compared} ORDER BY n DESC, label LIMIT ${search.limit}`;
  const found = connection.prepare(query.sql).all(...query.params) as { label: string; n: number }[];
  return found.map(({ label, n }) => ({ value: label, label, count: n }));
}
