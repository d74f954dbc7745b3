import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import { standardText } from '../forms/sql/dialect.ts';
import type { LogicalCell, LogicalColumn, LogicalTable } from './logical-tables.ts';

const types: Record<LogicalColumn['type'], string> = {
  text: 'text',
  exact: 'text',
  number: 'double precision',
  boolean: 'boolean',
  day: 'date',
  instant: 'timestamptz',
  texts: 'text[]',
};

function literal({ type }: LogicalColumn, cell: LogicalCell): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'object') return `ARRAY[${cell.map(standardText).join(', ')}]::text[]`;
  if (type === 'day') return standardText(formatIsoDay(Number(cell)));
  if (type === 'instant') return standardText(formatIsoInstant(Number(cell)));
  return typeof cell === 'string' ? standardText(cell) : String(cell);
}

/** Statements that make the logical schema's tables for this session and fill them. */
export function logicalPostgresql(tables: readonly LogicalTable[]): string {
  return tables
    .flatMap(({ name, columns, rows }) => [
      `DROP TABLE IF EXISTS ${name};`,
      `CREATE TEMP TABLE ${name} (${columns.map((column) => `${column.name} ${types[column.type]}`).join(', ')});`,
      ...rows.map((row) => {
        const cells = columns.map((column, index) => literal(column, row[index] ?? null));
        return `INSERT INTO ${name} VALUES (${cells.join(', ')});`;
      }),
    ])
    .join('\n');
}
