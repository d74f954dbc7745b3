import { escapedText, type SqlDialect } from './dialect.ts';

const fold = (value: string) => `fold_text(${value})`;
const foldInJavaScript = "normalize('NFKC').trim().replace(/\\s+/gu, ' ').toUpperCase().normalize('NFKC')";

/** Names are written without quotes, so that they find columns in upper case. */
export const snowflake: SqlDialect = {
  quote: (name) => `"${name.toUpperCase()}"`,
  text: escapedText,
  day: (day) => `DATE '${day}'`,
  instant: (instant) => `'${instant}'::TIMESTAMP_TZ`,
  fold,
  setUp: {
    fold: [
      'CREATE OR REPLACE TEMPORARY FUNCTION fold_text(value VARCHAR) RETURNS VARCHAR',
      'LANGUAGE JAVASCRIPT IMMUTABLE AS $$',
      `  return VALUE == null ? null : VALUE.${foldInJavaScript} || null;`,
      '$$;',
    ],
    lists: [
      'CREATE OR REPLACE TEMPORARY FUNCTION fold_texts(value ARRAY) RETURNS ARRAY',
      'LANGUAGE JAVASCRIPT IMMUTABLE AS $$',
      '  return (VALUE || []).filter((item) => item != null)',
      `    .map((item) => String(item).${foldInJavaScript})`,
      "    .filter((item) => item !== '');",
      '$$;',
    ],
  },
  contains: (value, text) => `CONTAINS(${value}, ${escapedText(text)})`,
  startsWith: (value, text) => `STARTSWITH(${value}, ${escapedText(text)})`,
  endsWith: (value, text) => `ENDSWITH(${value}, ${escapedText(text)})`,
  hasAny: (column, literals) =>
    `ARRAYS_OVERLAP(fold_texts(${column}), ARRAY_CONSTRUCT(${literals.join(', ')}))`,
  hasItems: (column) => `ARRAY_SIZE(fold_texts(${column})) > 0`,
  listMayBeNull: true,
  items: (column) => ({
    join: `CROSS JOIN LATERAL FLATTEN(INPUT => fold_texts(${column})) AS item`,
    value: 'item.value::VARCHAR',
  }),
  settings: null,
};
