import { escapedText, type SqlDialect } from './dialect.ts';

const fold = (value: string) => `fold_text(${value})`;

export const bigquery: SqlDialect = {
  quote: (name) => `\`${name}\``,
  text: escapedText,
  day: (day) => `DATE '${day}'`,
  instant: (instant) => `TIMESTAMP '${instant}'`,
  fold,
  setUp: {
    fold: [
      'CREATE TEMP FUNCTION fold_text(value STRING) RETURNS STRING LANGUAGE js AS r"""',
      '  return value === null',
      '    ? null',
      "    : value.normalize('NFKC').trim().replace(/\\s+/gu, ' ').toUpperCase().normalize('NFKC') || null;",
      '""";',
    ],
    lists: [],
  },
  contains: (value, text) => `STRPOS(${value}, ${escapedText(text)}) > 0`,
  startsWith: (value, text) => `STARTS_WITH(${value}, ${escapedText(text)})`,
  endsWith: (value, text) => `ENDS_WITH(${value}, ${escapedText(text)})`,
  hasAny: (column, literals) =>
    `EXISTS (SELECT 1 FROM UNNEST(${column}) AS item WHERE ${fold('item')} IN (${literals.join(', ')}))`,
  hasItems: (column) => `EXISTS (SELECT 1 FROM UNNEST(${column}) AS item WHERE ${fold('item')} IS NOT NULL)`,
  listMayBeNull: false,
  items: (column) => ({ join: `CROSS JOIN UNNEST(${column}) AS item`, value: fold('item') }),
  settings: null,
};
