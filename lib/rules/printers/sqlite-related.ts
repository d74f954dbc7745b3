import { unreachable } from '#lib/shared/errors.ts';
import { asksExistence, type RelatedAtom, type Relational } from '../relational.ts';
import type { PrintContext } from './sqlite.ts';
import type { FieldColumn, RelatedTable } from './sqlite-columns.ts';
import { joinSql, type Sql, sql, sqlName } from './sql.ts';
import { comparedValue, sideRows, withinBounds } from './sqlite-values.ts';

type Aliases = { self: string; account: string | null; row: string };

function existed({ since }: RelatedTable, { moment }: PrintContext): Sql[] {
  if (!moment.isPast) return [];
  const columns = since.columns.map((column) => sqlName(`x.${column}`));
  const [first] = columns;
  const date = columns.length === 1 && first ? first : sql`coalesce(${joinSql(columns, ', ', sql`NULL`)})`;
  const at = since.type === 'day' ? moment.asOfDay : moment.asOf;
  return [sql`(${date} IS NULL OR ${date} <= ${at})`];
}

/** The one value that a field has on the related row `x`. */
function scalarOf(column: FieldColumn, context: PrintContext): Sql {
  if (column.store !== 'side') return comparedValue(column, 'x', context.moment);
  const owned = sql`${sqlName(`s.${column.owner}`)} = x.id AND ${sideRows(column, 's', context.moment)}`;
  return sql`(SELECT ${comparedValue(column.value, 's', context.moment)} FROM ${sqlName(column.table)} s WHERE ${owned})`;
}

/** The scalar a field has on the related row `x`, and the join that fetches it from a side table. */
function measuredValue(column: FieldColumn, context: PrintContext): { value: Sql; join: Sql } {
  if (column.store !== 'side') return { value: comparedValue(column, 'x', context.moment), join: sql`` };
  const join = sql` LEFT JOIN ${sqlName(column.table)} s ON ${sqlName(`s.${column.owner}`)} = x.id AND ${sideRows(column, 's', context.moment)}`;
  return { value: comparedValue(column.value, 's', context.moment), join };
}

function measureOf(atom: RelatedAtom, context: PrintContext): { measure: Sql; join: Sql } {
  const { fn, field } = atom.measure;
  if (fn === 'count' || field === null) return { measure: sql`count(*)`, join: sql`` };
  const { value, join } = measuredValue(context.columns.field(field), context);
  switch (fn) {
    case 'sum':
      return { measure: sql`total(${value})`, join };
    case 'avg':
      return { measure: sql`avg(${value})`, join };
    case 'min':
      return { measure: sql`min(${value})`, join };
    case 'max':
      return { measure: sql`max(${value})`, join };
    case 'countDistinct':
      return { measure: sql`count(DISTINCT ${value})`, join };
    default:
      return unreachable(fn);
  }
}

function comparison(measure: Sql, { operator, value }: RelatedAtom): Sql {
  switch (operator) {
    case 'known':
      return sql`${measure} IS NOT NULL`;
    case 'eq':
      return sql`${measure} = ${value.low}`;
    case 'ne':
      return sql`${measure} <> ${value.low}`;
    case 'lt':
      return sql`${measure} < ${value.low}`;
    case 'lte':
      return sql`${measure} <= ${value.low}`;
    case 'gt':
      return sql`${measure} > ${value.low}`;
    case 'gte':
      return sql`${measure} >= ${value.low}`;
    case 'between':
      return sql`${measure} BETWEEN ${value.low} AND ${value.high}`;
    case 'notBetween':
      return sql`${measure} NOT BETWEEN ${value.low} AND ${value.high}`;
    default:
      return unreachable(operator);
  }
}

/** The column that names the record in the subquery, what it joins for that, and what it matches outside. */
function linkOf(atom: RelatedAtom, table: RelatedTable, aliases: Aliases, { columns }: PrintContext) {
  const isOfContact = atom.of === 'self' && aliases.account !== null && atom.scope === 'own';
  if (atom.scope === 'family') {
    const accounts = sqlName(columns.accounts.table);
    const live = columns.accounts.isArchivable ? sql` AND f.archived_at IS NULL` : sql``;
    return {
      owner: sql`coalesce(f.family_id, f.id)`,
      join: sql` JOIN ${accounts} f ON f.id = x.account_id${live}`,
      outside: sql`coalesce(${sqlName(`${aliases.row}.family_id`)}, ${sqlName(`${aliases.row}.id`)})`,
    };
  }
  const outside = sqlName(`${aliases.row}.id`);
  if (!isOfContact) return { owner: sqlName('x.account_id'), join: sql``, outside };
  const { contact } = table;
  if (contact === null) return null;
  if ('column' in contact) return { owner: sqlName(`x.${contact.column}`), join: sql``, outside };
  return {
    owner: sqlName(`l.${contact.contact}`),
    join: sql` JOIN ${sqlName(contact.table)} l ON ${sqlName(`l.${contact.row}`)} = x.id`,
    outside,
  };
}

/** The related rows that an atom looks at: FROM … WHERE, the record they belong to, and what that is outside. */
function lookedAt(
  atom: RelatedAtom,
  aliases: Aliases,
  context: PrintContext,
  printWhere: (where: Relational) => Sql,
): { rows: (join: Sql) => Sql; owner: Sql; outside: Sql } | null {
  const table = context.columns.related[atom.entity];
  const link = linkOf(atom, table, aliases, context);
  if (!link) return null;
  const { window } = atom;
  const dateField = window && context.columns.field(`${atom.entity}.${window.field}`);
  const conditions = [
    sql`${link.owner} IS NOT NULL`,
    ...(table.isArchivable ? [sql`x.archived_at IS NULL`] : []),
    ...(dateField ? [withinBounds(scalarOf(dateField, context), window.bounds)] : []),
    ...existed(table, context),
    ...(atom.where ? [printWhere(atom.where)] : []),
  ];
  const where = joinSql(conditions, ' AND ', sql`1`);
  const from = sql`${sqlName(table.table)} x${link.join}`;
  return { ...link, rows: (join) => sql`${from}${join} WHERE ${where}` };
}

/**
 * Records with related rows that measure as asked. Uncorrelated: the subquery runs once from the related table's
 * indexes and yields the records, instead of once per record.
 */
export function relatedTest(
  atom: RelatedAtom,
  aliases: Aliases,
  context: PrintContext,
  printWhere: (where: Relational) => Sql,
): Sql {
  const found = lookedAt(atom, aliases, context, printWhere);
  if (!found) return sql`0`;
  const { rows, owner, outside } = found;
  if (asksExistence(atom)) return sql`${outside} IN (SELECT ${owner} FROM ${rows(sql``)})`;
  const { measure, join } = measureOf(atom, context);
  return sql`${outside} IN (SELECT ${owner} FROM ${rows(join)} GROUP BY ${owner} HAVING ${comparison(measure, atom)})`;
}

/** Rows (owner, v): what the related rows of each owner measure. Owners without rows are left out. */
export function measuredOwners(
  atom: RelatedAtom,
  aliases: Aliases,
  context: PrintContext,
  printWhere: (where: Relational) => Sql,
): { owners: Sql; outside: Sql } | null {
  const found = lookedAt(atom, aliases, context, printWhere);
  if (!found) return null;
  const { rows, owner, outside } = found;
  const { measure, join } = measureOf(atom, context);
  return {
    owners: sql`SELECT ${owner} AS owner, ${measure} AS v FROM ${rows(join)} GROUP BY ${owner}`,
    outside,
  };
}
