import 'server-only';
import type { Catalog, Field, FieldEntity } from '#lib/rules/catalog.ts';
import type { FieldColumn } from '#lib/rules/printers/sqlite-columns.ts';
import type { Connection } from '../../client.ts';
import { sqliteColumns } from '../../field-columns.ts';
import { loadCatalog } from './load-catalog.ts';

const tables: Partial<Record<FieldEntity, { table: string; isArchivable: boolean }>> = {
  account: { table: 'accounts', isArchivable: true },
  contact: { table: 'contacts', isArchivable: true },
  technology: { table: 'technologies', isArchivable: false },
  signal: { table: 'signals', isArchivable: false },
  opportunity: { table: 'opportunities', isArchivable: true },
  activity: { table: 'activities', isArchivable: true },
};

const filledEntities = Object.keys(tables) as FieldEntity[];

function columnOf(catalog: Catalog, field: Field): FieldColumn | null {
  try {
    return sqliteColumns(catalog).field(`${field.entity}.${field.key}`);
  } catch {
    return null;
  }
}

/** SQL that counts the records of `r` with a value, or null when every record has one. */
function counted(column: FieldColumn): string | null {
  if (column.store !== 'side') {
    if (!('column' in column)) return null;
    const isExpression = column.column.includes('$');
    return `count(${isExpression ? column.column.replaceAll('$', 'r') : `r.${column.column}`})`;
  }
  const fixed = Object.entries(column.fixed).map(([name, value]) =>
    typeof value === 'number' ? `${name} = ${value}` : `${name} = '${value.replaceAll("'", "''")}'`,
  );
  const where = [...fixed, ...(column.isInterval ? ['to_at IS NULL'] : [])];
  return `(SELECT count(DISTINCT ${column.owner}) FROM ${column.table}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''})`;
}

/** Share of records of one entity that have a value, 0–1, by field key; empty when there is no record. */
function fillRatesOf(connection: Connection, catalog: Catalog, entity: FieldEntity): Map<string, number> {
  const place = tables[entity];
  const rates = new Map<string, number>();
  if (!place) return rates;
  const fields = [...catalog.fields.values()].flatMap((field) => {
    const column = field.entity === entity ? columnOf(catalog, field) : null;
    return column ? [{ key: field.key, sql: counted(column) }] : [];
  });
  const columns = fields.map(({ sql }, index) => `${sql ?? 'count(*)'} AS f${index}`);
  const row = connection
    .prepare<[], Record<string, number>>(
      `SELECT count(*) AS n${columns.map((column) => `, ${column}`).join('')} FROM ${place.table} r
       ${place.isArchivable ? 'WHERE r.archived_at IS NULL' : ''}`,
    )
    .get();
  const n = row?.n ?? 0;
  if (n === 0) return rates;
  for (const [index, { key }] of fields.entries()) rates.set(key, Math.min(1, (row?.[`f${index}`] ?? 0) / n));
  return rates;
}

/** Fill rates of every field with a place in the data, by `entity.key`. Reads whole tables: for the reads worker. */
export function fillRates(connection: Connection): Map<string, number> {
  const catalog = loadCatalog(connection);
  return new Map(
    filledEntities.flatMap((entity) =>
      [...fillRatesOf(connection, catalog, entity)].map(([key, rate]) => [`${entity}.${key}`, rate] as const),
    ),
  );
}
