import { lengthOf, type SqlDialect, standardText } from './dialect.ts';

/** A column's folded companion: SQLite knows upper case of ASCII only, so its tables hold texts folded, too. */
function folded(column: string): string {
  return column.endsWith('"') ? `${column.slice(0, -1)}_folded"` : `${column}_folded`;
}

/** Days and instants are ISO text, lists are JSON, booleans 0 and 1. */
export const sqlite: SqlDialect = {
  quote: (name) => `"${name}"`,
  text: standardText,
  day: standardText,
  instant: standardText,
  fold: folded,
  setUp: { fold: [], lists: [] },
  contains: (value, text) => `instr(${value}, ${standardText(text)}) > 0`,
  startsWith: (value, text) => `substr(${value}, 1, ${lengthOf(text)}) = ${standardText(text)}`,
  endsWith: (value, text) => `substr(${value}, -${lengthOf(text)}) = ${standardText(text)}`,
  hasAny: (column, literals) =>
    `EXISTS (SELECT 1 FROM json_each(${folded(column)}) AS item WHERE item.value IN (${literals.join(', ')}))`,
  hasItems: (column) => `EXISTS (SELECT 1 FROM json_each(${folded(column)}) AS item)`,
  listMayBeNull: false,
  items: (column) => ({ join: `JOIN json_each(${folded(column)}) AS item`, value: 'item.value' }),
  settings: null,
};
