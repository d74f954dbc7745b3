import { describe, expect, it } from 'vitest';
import type { Group, RootEntity } from '#lib/rules/ast.ts';
import { all, any, definition, has, inSegment, is, none, where } from '#lib/rules/testing/rule-makers.ts';
import { catalogWith, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { printSql, type SqlDialectName, sqlDialects } from './print-sql.ts';

const published = { seg_1: definition(all(is('employees', 'gt', 10))) };
const catalog = catalogWith(published);

function printed(
  dialect: SqlDialectName,
  root: Group,
  entity: RootEntity = 'account',
  name = 'Big ones',
): string {
  const resolved = resolveInWorkspace(definition(root, entity), { catalog, published });
  const heading = { name, sentence: 'Accounts that are big', timeZone: 'America/New_York' };
  return printSql(resolved, toRelational(resolved), { dialect, catalog, heading });
}

/** The one condition after WHERE. */
function condition(dialect: SqlDialectName, root: Group): string {
  const [, after = ''] = printed(dialect, root).split('\nWHERE ');
  return after.replace(/\n?(SETTINGS.*)?;\n$/, '');
}

const quotes = all(is('externalId', 'eq', "O'Neil \\ 1"));
const contains = all(is('name', 'contains', "O'N"));
const ends = all(is('name', 'endsWith', '😀X'));
const tags = all(is('needs', 'hasAny', ['Speed', 'Cost']));
const noTags = all(is('needs', 'empty'));
const days = all(is('renewalOn', 'between', ['2026-01-01', '2026-01-31']));
const since = all(is('createdAt', 'after', '2026-01-01'));

describe('what differs between databases', () => {
  it.each<[SqlDialectName, Group, string]>([
    ['sqlite', quotes, "a.external_id = 'O''Neil \\ 1'"],
    ['postgresql', quotes, "a.external_id = 'O''Neil \\ 1'"],
    ['snowflake', quotes, "a.external_id = 'O\\'Neil \\\\ 1'"],
    ['bigquery', quotes, "a.external_id = 'O\\'Neil \\\\ 1'"],
    ['clickhouse', quotes, "a.external_id = 'O\\'Neil \\\\ 1'"],
    ['sqlite', contains, "instr(a.name_folded, 'O''N') > 0"],
    ['postgresql', contains, "strpos(pg_temp.fold_text(a.name), 'O''N') > 0"],
    ['snowflake', contains, "CONTAINS(fold_text(a.name), 'O\\'N')"],
    ['bigquery', contains, "STRPOS(fold_text(a.name), 'O\\'N') > 0"],
    ['clickhouse', contains, "position(fold_text(a.name), 'O\\'N') > 0"],
    ['sqlite', ends, "substr(a.name_folded, -2) = '😀X'"],
    ['postgresql', ends, "right(pg_temp.fold_text(a.name), 2) = '😀X'"],
    ['snowflake', ends, "ENDSWITH(fold_text(a.name), '😀X')"],
    ['bigquery', ends, "ENDS_WITH(fold_text(a.name), '😀X')"],
    ['clickhouse', ends, "endsWith(fold_text(a.name), '😀X')"],
    ['snowflake', tags, "ARRAYS_OVERLAP(fold_texts(a.needs), ARRAY_CONSTRUCT('SPEED', 'COST'))"],
    [
      'bigquery',
      tags,
      "EXISTS (SELECT 1 FROM UNNEST(a.needs) AS item WHERE fold_text(item) IN ('SPEED', 'COST'))",
    ],
    ['clickhouse', tags, "arrayExists(item -> ifNull(fold_text(item), '') IN ('SPEED', 'COST'), a.needs)"],
    ['snowflake', noTags, 'NOT COALESCE(ARRAY_SIZE(fold_texts(a.needs)) > 0, FALSE)'],
    [
      'bigquery',
      noTags,
      'NOT EXISTS (SELECT 1 FROM UNNEST(a.needs) AS item WHERE fold_text(item) IS NOT NULL)',
    ],
    ['clickhouse', noTags, "NOT arrayExists(item -> ifNull(fold_text(item), '') != '', a.needs)"],
    ['sqlite', days, "a.renewal_on BETWEEN '2026-01-01' AND '2026-01-31'"],
    ['snowflake', days, "a.renewal_on BETWEEN DATE '2026-01-01' AND DATE '2026-01-31'"],
    ['bigquery', days, "a.renewal_on BETWEEN DATE '2026-01-01' AND DATE '2026-01-31'"],
    ['clickhouse', days, "a.renewal_on BETWEEN toDate32('2026-01-01') AND toDate32('2026-01-31')"],
    ['sqlite', since, "a.created_at >= '2026-01-02T05:00:00.000Z'"],
    ['postgresql', since, "a.created_at >= TIMESTAMPTZ '2026-01-02T05:00:00.000Z'"],
    ['snowflake', since, "a.created_at >= '2026-01-02T05:00:00.000Z'::TIMESTAMP_TZ"],
    ['bigquery', since, "a.created_at >= TIMESTAMP '2026-01-02T05:00:00.000Z'"],
    ['clickhouse', since, "a.created_at >= toDateTime64('2026-01-02 05:00:00.000', 3, 'UTC')"],
  ])('%s', (dialect, root, text) => {
    expect(condition(dialect, root)).toBe(text);
  });

  it('is what a contact without account joins to, in ClickHouse', () => {
    const text = printed('clickhouse', all(is('account.industry', 'ne', 'Retail')), 'contact');
    expect(text).toContain('LEFT JOIN accounts a ON a.id = c.account_id\n');
    expect(text).toMatch(/\nSETTINGS join_use_nulls = 1;\n$/);
  });

  it('is that functions of our own come first, and only where they are called', () => {
    expect(printed('bigquery', contains)).toContain('CREATE TEMP FUNCTION fold_text(value STRING)');
    expect(printed('snowflake', tags)).toContain('TEMPORARY FUNCTION fold_texts(value ARRAY)');
    for (const dialect of Object.keys(sqlDialects) as SqlDialectName[]) {
      expect(printed(dialect, all(is('employees', 'gt', 10)))).not.toContain('FUNCTION');
    }
  });
});

describe('printed SQL', () => {
  it('reads as a person would have laid it out', () => {
    const root = all(
      is('employees', 'between', [500, 2000]),
      is('country', 'ne', 'US'),
      any(is('externalId', 'in', ['a', 'b']), none(is('revenue', 'gt', 1e9), is('doNotContact', 'isTrue'))),
      has('signal', {
        where: where('any', is('strength', 'gte', 70), is('externalId', 'notEmpty')),
        window: { last: 30, unit: 'day' },
        value: 2,
      }),
      has('opportunity', { of: 'family', operator: 'eq', value: 0 }),
      inSegment('seg_1'),
    );
    expect(printed('sqlite', root)).toMatchInlineSnapshot(`
      "-- Big ones
      -- Accounts that are big.
      -- Dates are as of 2026-11-22T15:30:00.000Z, days in America/New_York. Tables are those of
      -- Tessera's logical schema.
      SELECT a.id, a.name
      FROM accounts a
      WHERE a.employees BETWEEN 500 AND 2000
        AND NOT COALESCE(a.country_folded = 'US', FALSE)
        AND (
          a.external_id IN ('a', 'b')
          OR NOT COALESCE((a.revenue > 1000000000 OR a.do_not_contact = TRUE), FALSE)
        )
        AND a.id IN (
          SELECT s.account_id
          FROM signals s
          WHERE s.account_id IS NOT NULL
            AND s.occurred_at >= '2026-10-23T04:00:00.000Z'
            AND s.occurred_at < '2026-11-22T15:30:00.001Z'
            AND (s.strength >= 70 OR s.external_id IS NOT NULL)
          GROUP BY s.account_id
          HAVING COUNT(*) >= 2
        )
        AND a.family_id NOT IN (
          SELECT f.family_id
          FROM opportunities o
          JOIN accounts f ON f.id = o.account_id
          WHERE f.family_id IS NOT NULL
        )
        AND a.employees > 10;
      "
    `);
  });

  it('keeps names and sentences inside of comments', () => {
    const text = printed('sqlite', all(), 'account', 'One\nSELECT 2;\u2028x');
    expect(text.split('\n')[0]).toBe('-- One SELECT 2; x');
    expect(text).toMatch(/WHERE TRUE;\n$/);
  });

  it('writes numbers so that no database takes them for something else', () => {
    const number = (value: number) => condition('bigquery', all(is('revenue', 'eq', value)));
    expect(number(1e20)).toBe('a.revenue = 1e+20');
    expect(number(-0)).toBe('a.revenue = 0');
    expect(number(0.1)).toBe('a.revenue = 0.1');
  });

  it('refuses a moment of the past, which the tables do not hold', () => {
    const resolved = resolveInWorkspace(definition(all()), { asOf: 0 });
    const heading = { name: null, sentence: 'All accounts', timeZone: 'UTC' };
    expect(() => printSql(resolved, toRelational(resolved), { dialect: 'sqlite', catalog, heading })).toThrow(
      /present/,
    );
  });
});
