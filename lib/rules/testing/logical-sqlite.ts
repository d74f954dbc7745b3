import Database from 'better-sqlite3';
import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import { foldText } from '#lib/shared/text.ts';
import type { LogicalCell, LogicalColumn, LogicalTable } from './logical-tables.ts';

function foldedOrNull(text: string): string | null {
  return foldText(text) || null;
}

function plainCell({ type }: LogicalColumn, cell: LogicalCell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell === 'object') return JSON.stringify(cell);
  if (type === 'day') return formatIsoDay(Number(cell));
  return type === 'instant' ? formatIsoInstant(Number(cell)) : cell;
}

function cellsOf(column: LogicalColumn, cell: LogicalCell): (string | number | null)[] {
  const plain = plainCell(column, cell);
  if (column.type === 'text') return [plain, typeof cell === 'string' ? foldedOrNull(cell) : null];
  if (column.type !== 'texts') return [plain];
  const items = (Array.isArray(cell) ? (cell as string[]) : []).flatMap((item) => foldedOrNull(item) ?? []);
  return [plain, cell === null ? null : JSON.stringify(items)];
}

function declarations({ name, type }: LogicalColumn): string[] {
  const affinity = type === 'number' ? 'REAL' : type === 'boolean' ? 'INTEGER' : 'TEXT';
  const isFolded = type === 'text' || type === 'texts';
  return [`"${name}" ${affinity}`, ...(isFolded ? [`"${name}_folded" TEXT`] : [])];
}

/** An SQLite database in memory that holds the tables of the logical schema, folded columns beside texts. */
export function logicalSqlite(tables: readonly LogicalTable[]): Database.Database {
  const database = new Database(':memory:');
  for (const { name, columns, rows } of tables) {
    database.exec(`CREATE TABLE ${name} (${columns.flatMap(declarations).join(', ')})`);
    for (const row of rows) {
      const cells = columns.flatMap((column, index) => cellsOf(column, row[index] ?? null));
      database.prepare(`INSERT INTO ${name} VALUES (${cells.map(() => '?').join(', ')})`).run(...cells);
    }
  }
  return database;
}
