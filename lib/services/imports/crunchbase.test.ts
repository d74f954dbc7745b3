import { beforeAll, describe, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { all as allOf, definition, has, is, where } from '#lib/rules/testing/rule-makers.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import {
  hasReference,
  importCrunchbase,
  referenceAnswer,
  useTempDataFolder,
} from './testing/import-reference.ts';

describe.skipIf(!hasReference('crunchbase-2013-10'))('crunchbase through the import', () => {
  useTempDataFolder();
  const db = useTempStore();
  let done: Awaited<ReturnType<typeof importCrunchbase>>;
  beforeAll(async () => {
    done = await importCrunchbase(testContext());
  }, 120_000);
  const all = <T>(sql: string): T[] => db.current.connection.prepare(sql).all() as T[];

  test('counts: 17,727 companies and 31,679 rounds, duplicates of the file kept', () => {
    expect(done.companies.rows).toMatchObject({ read: 17_727, created: 17_727, rejected: 0 });
    expect(done.rounds.rows).toMatchObject({ read: 31_679, created: 31_679, rejected: 0 });
    expect(all('SELECT count(*) AS n FROM signals WHERE account_id IS NULL')).toEqual([{ n: 0 }]);
  });

  test('the evidence of the file: Mac Roman, CR', () => {
    expect(done.companies.sniffed?.encoding).toMatchObject({ label: 'Mac Roman' });
    expect(done.companies.sniffed?.layout.lineEnd).toBe('cr');
  });

  test('a name that a spreadsheet broke is a problem, the company is kept', () => {
    expect(done.companies.problems).toEqual([
      expect.objectContaining({
        line: 3,
        column: 'name',
        value: '#NAME?',
        code: 'spreadsheet_error',
        rowRejected: false,
      }),
    ]);
    expect(all("SELECT name FROM accounts WHERE external_id = '/company/n-plusn'")).toEqual([
      { name: '/company/n-plusn' },
    ]);
  });

  test('status', () => {
    const sql = `SELECT t.label AS status, count(*) AS n FROM accounts a LEFT JOIN terms t ON t.id = a.status GROUP BY 1 ORDER BY 2 DESC, 1`;
    expect(all(sql)).toEqual([
      { status: 'operating', n: 15_157 },
      { status: 'acquired', n: 1673 },
      { status: 'closed', n: 553 },
      { status: 'ipo', n: 344 },
    ]);
  });

  test('category: 42 values and 399 blanks, none merged with another', () => {
    const rows = all<{ category: string | null; n: number }>(
      'SELECT t.label AS category, count(*) AS n FROM accounts a LEFT JOIN terms t ON t.id = a.industry GROUP BY 1 ORDER BY 2 DESC, 1',
    );
    expect(rows).toHaveLength(43);
    expect(rows.slice(0, 3)).toEqual([
      { category: 'software', n: 2688 },
      { category: 'biotech', n: 2060 },
      { category: 'web', n: 1662 },
    ]);
    expect(rows.find((row) => row.category === null)?.n).toBe(399);
    expect(rows.at(-1)).toEqual({ category: 'government', n: 6 });
    const asText = (list: readonly Record<string, unknown>[]) =>
      list.map((row) => Object.values(row).join(' ')).sort();
    expect(asText(rows)).toEqual(asText(referenceAnswer('crunchbase-2013-10', 'category')));
  });

  test('states are full codes, the country comes in one spelling', () => {
    const sql = `SELECT t.label AS state, count(*) AS n FROM accounts a JOIN terms t ON t.id = a.state GROUP BY 1 ORDER BY 2 DESC LIMIT 2`;
    expect(all(sql)).toEqual([
      { state: 'US-CA', n: 6658 },
      { state: 'US-NY', n: 1837 },
    ]);
    expect(
      all('SELECT DISTINCT t.label AS country FROM accounts a JOIN terms t ON t.id = a.country'),
    ).toEqual([{ country: 'US' }]);
  });

  const asOf = Date.UTC(2013, 9, 1) - 1;
  const membersOf = (...conditions: Parameters<typeof allOf>) =>
    evaluator().count({
      definition: definition(allOf(...conditions)),
      asOf,
      now: asOf,
      scope: { all: true },
    });

  test('sfbay_software_2008_180d: a round in the 180 days before 1 October 2013', async () => {
    const round = has('signal', {
      where: where('all', is('type', 'eq', 'funding_round')),
      window: { from: '2013-04-04', to: '2013-09-30' },
    });
    const count = await membersOf(
      is('metro', 'eq', 'SF Bay'),
      is('industry', 'eq', 'software'),
      is('foundedYear', 'gte', 2008),
      round,
    );
    expect(count).toBe(65);
  });

  test('seg_not_in_null: not in (software, web) includes the companies without a category', async () => {
    expect(await membersOf(is('industry', 'notIn', ['software', 'web']))).toBe(13_377);
    expect(await membersOf(is('industry', 'notIn', ['software', 'web']), is('industry', 'notEmpty'))).toBe(
      12_978,
    );
  });
});
