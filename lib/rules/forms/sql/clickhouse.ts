import { escapedText, type SqlDialect } from './dialect.ts';

const fold = (value: string) => `fold_text(${value})`;
const known = (value: string) => `ifNull(${fold(value)}, '')`;

/** Columns are Nullable, lists are arrays (empty when missing). A contact without account has to join as NULL. */
export const clickhouse: SqlDialect = {
  quote: (name) => `\`${name}\``,
  text: escapedText,
  day: (day) => `toDate32('${day}')`,
  instant: (instant) => `toDateTime64('${instant.replace('T', ' ').replace('Z', '')}', 3, 'UTC')`,
  fold,
  setUp: {
    fold: [
      'CREATE OR REPLACE FUNCTION fold_text AS (value) -> nullIf(normalizeUTF8NFKC(upperUTF8(trimBoth(',
      "  replaceAll(replaceRegexpAll(normalizeUTF8NFKC(value), '\\\\s+', ' '), 'ß', 'ss')",
      "))), '');",
    ],
    lists: [],
  },
  contains: (value, text) => `position(${value}, ${escapedText(text)}) > 0`,
  startsWith: (value, text) => `startsWith(${value}, ${escapedText(text)})`,
  endsWith: (value, text) => `endsWith(${value}, ${escapedText(text)})`,
  hasAny: (column, literals) =>
    `arrayExists(item -> ${known('item')} IN (${literals.join(', ')}), ${column})`,
  hasItems: (column) => `arrayExists(item -> ${known('item')} != '', ${column})`,
  listMayBeNull: false,
  items: (column) => ({ join: `ARRAY JOIN ${column} AS item`, value: fold('item') }),
  settings: 'SETTINGS join_use_nulls = 1',
};
