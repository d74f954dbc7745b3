import type { RootEntity } from '../ast.ts';
import type { RefKind } from '../catalog.ts';
import { entityOf } from '../resolved-fields.ts';
import { joinSql, type Sql, sql, sqlName } from './sql.ts';
import { type PrintContext, printSource } from './sqlite.ts';
import type { FieldColumn, SideColumn, ValueColumn } from './sqlite-columns.ts';
import { comparedValue, sideRows } from './sqlite-values.ts';

const namedTables: Partial<Record<RefKind, string>> = {
  account: 'accounts',
  rep: 'reps',
  tier: 'tiers',
  territory: 'territories',
  segment: 'segments',
};

/** What a value sorts by: folded text, a name instead of an id, a number. */
function sortedValue(value: ValueColumn, row: string, context: PrintContext): Sql {
  const compared = comparedValue(value, row, context.moment);
  if (value.store === 'reference') {
    const table = namedTables[value.refKind];
    if (table) return sql`(SELECT n.name_folded FROM ${sqlName(table)} n WHERE n.id = ${compared})`;
  }
  if (value.store === 'term' || value.store === 'stage' || value.store === 'reference') {
    return sql`(SELECT t.folded FROM terms t WHERE t.id = ${compared})`;
  }
  return compared;
}

function fromSide(side: SideColumn, row: string, value: Sql, context: PrintContext): Sql {
  const owned = sql`${sqlName(`s.${side.owner}`)} = ${sqlName(`${row}.id`)}`;
  return sql`(SELECT ${value} FROM ${sqlName(side.table)} s WHERE ${owned} AND ${sideRows(side, 's', context.moment)})`;
}

/** The row that holds a field: the record's own, or the account of a contact. */
export function rowOfField(key: string, entity: RootEntity): string {
  return entity === 'contact' && entityOf(key) === 'account' ? 'a' : 'r';
}

/** The one scalar by which records sort on a field; of a list, its first value. NULL when missing. */
export function printSortValue(key: string, entity: RootEntity, context: PrintContext): Sql {
  const column = context.columns.field(key);
  const row = rowOfField(key, entity);
  if (column.store !== 'side') return sortedValue(column, row, context);
  return fromSide(column, row, sql`min(${sortedValue(column.value, 's', context)})`, context);
}

/** All live ids in the order of a field, missing values last, ties by id. */
export function printOrder(key: string, entity: RootEntity, descending: boolean, context: PrintContext): Sql {
  const value = printSortValue(key, entity, context);
  const direction = sqlName(descending ? 'desc' : 'asc');
  return sql`SELECT id FROM (SELECT r.id AS id, ${value} AS v FROM ${printSource(entity, context)}) ORDER BY v IS NULL, v ${direction}, id`;
}

/** Rows (id, value) of every live record that has the field; lists give one row per value. Codes and ids stay numbers. */
export function printColumn(key: string, entity: RootEntity, context: PrintContext): Sql {
  const column = context.columns.field(key);
  const row = rowOfField(key, entity);
  const source = printSource(entity, context);
  if (column.store !== 'side') {
    const value = comparedValue(column, row, context.moment);
    return sql`SELECT r.id AS id, ${value} AS v FROM ${source} AND ${value} IS NOT NULL`;
  }
  const value = comparedValue(column.value, 's', context.moment);
  const owned = sql`SELECT ${sqlName(`s.${column.owner}`)} AS owner, ${value} AS v FROM ${sqlName(column.table)} s WHERE ${sideRows(column, 's', context.moment)} AND ${value} IS NOT NULL`;
  const live = sql`SELECT r.id AS id, ${sqlName(`${row}.id`)} AS owner FROM ${source}`;
  return sql`SELECT live.id AS id, held.v AS v FROM (${owned}) held JOIN (${live}) live ON live.owner = held.owner`;
}

/** A value as a person wrote it: text, a category's label, a number or a row id. */
function shownValue(value: ValueColumn, row: string, context: PrintContext): Sql {
  if (value.store === 'text') {
    const written = sqlName(`${row}.${value.column}`);
    return sql`CASE WHEN ${comparedValue(value, row, context.moment)} IS NOT NULL THEN ${written} END`;
  }
  const compared = comparedValue(value, row, context.moment);
  const isName = value.store === 'term' || value.store === 'stage';
  const isClass = value.store === 'reference' && value.refKind === 'class';
  return isName || isClass ? sql`(SELECT t.label FROM terms t WHERE t.id = ${compared})` : compared;
}

/** A field of one row, to be shown and explained; of a side table a JSON list of its values. */
export function printShown(column: FieldColumn, row: string, context: PrintContext): Sql {
  if (column.store !== 'side') return shownValue(column, row, context);
  return fromSide(column, row, sql`json_group_array(${shownValue(column.value, 's', context)})`, context);
}

/** `SELECT a AS f0, b AS f1 …` for fields of the related row or record at alias `row`. */
export function printShownList(columns: readonly FieldColumn[], row: string, context: PrintContext): Sql {
  const values = columns.map(
    (column, index) => sql`${printShown(column, row, context)} AS ${sqlName(`f${index}`)}`,
  );
  return joinSql(values, ', ', sql`NULL`);
}
