import { beforeAll, describe, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import { all as allOf, definition, is } from '#lib/rules/testing/rule-makers.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { hasReference, importMaven, useTempDataFolder } from './testing/import-reference.ts';

describe.skipIf(!hasReference('maven-crm'))('maven-crm through the import', () => {
  useTempDataFolder();
  const db = useTempStore();
  const ctx = testContext();
  let done: Awaited<ReturnType<typeof importMaven>>;
  beforeAll(async () => {
    done = await importMaven(ctx);
  });
  const all = <T>(sql: string): T[] => db.current.connection.prepare(sql).all() as T[];

  test('counts: every row of every file is a record', () => {
    const counts = (detail: ImportDetail) => [
      detail.status,
      detail.rows.read,
      detail.rows.created,
      detail.rows.rejected,
    ];
    expect(counts(done.accounts)).toEqual(['completed', 85, 85, 0]);
    expect(counts(done.products)).toEqual(['completed', 7, 7, 0]);
    expect(counts(done.teams)).toEqual(['completed', 35, 35, 0]);
    expect(counts(done.deals)).toEqual(['completed', 8800, 8800, 0]);
    expect(all('SELECT count(*) AS n FROM accounts')).toEqual([{ n: 85 }]);
    expect(all('SELECT count(*) AS n FROM opportunities')).toEqual([{ n: 8800 }]);
  });

  test('managers come along as reps with that role', () => {
    expect(done.teams.report?.alsoCreated).toEqual({ rep: 6 });
    const sql = `SELECT count(*) AS n FROM reps r LEFT JOIN terms t ON t.id = r.role WHERE t.label IS NOT 'manager'`;
    expect(all(sql)).toEqual([{ n: 35 }]);
  });

  test('stage_counts', () => {
    const sql = `SELECT s.name, s.outcome, count(*) AS n, sum(o.amount) AS value FROM opportunities o
      JOIN stages s ON s.id = o.stage_id GROUP BY 1, 2 ORDER BY 1`;
    expect(all(sql)).toEqual([
      { name: 'Engaging', outcome: 'open', n: 1589, value: null },
      { name: 'Lost', outcome: 'lost', n: 2473, value: 0 },
      { name: 'Prospecting', outcome: 'open', n: 500, value: null },
      { name: 'Won', outcome: 'won', n: 4238, value: 10_005_534 },
    ]);
    expect(all('SELECT name FROM stages ORDER BY position')).toEqual([
      { name: 'Prospecting' },
      { name: 'Engaging' },
      { name: 'Won' },
      { name: 'Lost' },
    ]);
  });

  test('deals without an account are kept, and the report says how many', () => {
    expect(done.deals.report?.rowsWithoutAccount).toBe(1425);
    expect(all('SELECT count(*) AS n FROM opportunities WHERE account_id IS NULL')).toEqual([{ n: 1425 }]);
  });

  test('unmatched_products are reported, with the spelling that is meant', () => {
    expect(done.deals.report?.unknownProducts).toEqual([{ value: 'GTXPro', rows: 1480 }]);
    expect(done.deals.report?.spellings).toContainEqual(
      expect.objectContaining({ from: 'GTXPro', to: 'GTX Pro', rows: 1480 }),
    );
  });

  test('misspellings are proposed, not applied', () => {
    const found = done.accounts.report?.spellings.filter((entry) => entry.reason !== 'wording');
    expect(found?.map((entry) => [entry.from, entry.to])).toEqual([
      ['technolgy', 'Technology'],
      ['Philipines', 'Philippines'],
    ]);
    expect(
      all(
        "SELECT count(*) AS n FROM accounts a JOIN terms t ON t.id = a.industry WHERE t.label = 'technolgy'",
      ),
    ).toEqual([{ n: 12 }]);
  });

  test('revenue is read in millions, dates month first, parents and families are linked', () => {
    expect(
      all("SELECT revenue, founded_year AS founded FROM accounts WHERE name = 'Acme Corporation'"),
    ).toEqual([{ revenue: 1_100_040_000, founded: 1996 }]);
    expect(
      all(
        "SELECT created_on AS created, closed_on AS closed FROM opportunities WHERE external_id = '1C1I7A6R'",
      ),
    ).toEqual([{ created: Date.UTC(2016, 9, 20) / 86_400_000, closed: Date.UTC(2017, 2, 1) / 86_400_000 }]);
    expect(all('SELECT count(*) AS n FROM accounts WHERE parent_id IS NOT NULL')).toEqual([{ n: 15 }]);
    expect(
      all(
        `SELECT count(*) AS n FROM accounts a JOIN accounts r ON r.id = a.family_id WHERE r.name = 'Acme Corporation'`,
      ),
    ).toEqual([{ n: 5 }]);
  });

  test('every deal has its rep, every rep a region and a manager', () => {
    expect(all('SELECT count(*) AS n FROM opportunities WHERE owner_id IS NULL')).toEqual([{ n: 0 }]);
    expect(all('SELECT count(*) AS n FROM reps WHERE manager_id IS NULL')).toEqual([{ n: 6 }]);
    expect(done.deals.problems).toEqual([]);
  });

  const membersOf = (...conditions: Parameters<typeof allOf>) =>
    evaluator().count({
      definition: definition(allOf(...conditions)),
      asOf: ctx.now,
      now: ctx.now,
      scope: { all: true },
    });

  test('seg_emp_sector: 1,000 to 5,000 employees in technolgy or software', async () => {
    const count = await membersOf(
      is('employees', 'between', [1000, 5000]),
      is('industry', 'in', ['technolgy', 'software']),
    );
    expect(count).toBe(10);
  });

  test('seg_not_us: negatives count the misspelt country too', async () => {
    expect(await membersOf(is('country', 'ne', 'US'))).toBe(14);
  });
});
