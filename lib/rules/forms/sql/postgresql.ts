import { lengthOf, type SqlDialect, standardText } from './dialect.ts';

const fold = (value: string) => `pg_temp.fold_text(${value})`;

/** Needs a UTF-8 database and ICU, which the usual builds have; the function lasts as long as the session. */
export const postgresql: SqlDialect = {
  quote: (name) => `"${name}"`,
  text: standardText,
  day: (day) => `DATE ${standardText(day)}`,
  instant: (instant) => `TIMESTAMPTZ ${standardText(instant)}`,
  fold,
  setUp: {
    fold: [
      'CREATE OR REPLACE FUNCTION pg_temp.fold_text(value text) RETURNS text',
      'LANGUAGE sql IMMUTABLE AS $$',
      '  SELECT nullif(normalize(upper(btrim(regexp_replace(',
      "    normalize(value, NFKC), '[\\s\\u1680\\u2028\\u2029\\ufeff]+', ' ', 'g'",
      '  )) COLLATE "und-x-icu"), NFKC), \'\')',
      '$$;',
    ],
    lists: [],
  },
  contains: (value, text) => `strpos(${value}, ${standardText(text)}) > 0`,
  startsWith: (value, text) => `starts_with(${value}, ${standardText(text)})`,
  endsWith: (value, text) => `right(${value}, ${lengthOf(text)}) = ${standardText(text)}`,
  hasAny: (column, literals) =>
    `EXISTS (SELECT 1 FROM unnest(${column}) AS item WHERE ${fold('item')} IN (${literals.join(', ')}))`,
  hasItems: (column) => `EXISTS (SELECT 1 FROM unnest(${column}) AS item WHERE ${fold('item')} IS NOT NULL)`,
  listMayBeNull: false,
  items: (column) => ({ join: `CROSS JOIN LATERAL unnest(${column}) AS item`, value: fold('item') }),
  settings: null,
};
