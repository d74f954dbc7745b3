import { formatQuery, type RuleGroupType } from '@react-querybuilder/core';
import type { Connection } from '#db/client.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { account, all, any, field, none } from '../segments.ts';
import type { Outputs } from './outputs.ts';

export type FlatSegment = {
  key: string;
  title: string;
  build: (round: number) => SegmentDefinition;
  query: (round: number) => RuleGroupType;
};

const industries = ['Manufacturing', 'Software', 'Logistics'];

/** What a query builder over one table can say: no related rows. The second is the firmographic part of S4. */
export const flatSegments: FlatSegment[] = [
  {
    key: 'S1',
    title: 'Size band',
    build: (r) => account(all(field('employees', 'between', [500 + r, 2000 + r]))),
    query: (r) => ({
      combinator: 'and',
      rules: [{ field: 'employees', operator: 'between', value: [500 + r, 2000 + r] }],
    }),
  },
  {
    key: 'S4, own fields',
    title: 'Nested any and none, six conditions',
    build: (r) =>
      account(
        all(
          any(field('industry', 'in', industries), field('subIndustry', 'contains', 'equipment')),
          any(field('revenue', 'gte', 10_000_000 + r * 1000), field('employees', 'gte', 250)),
          none(field('country', 'in', ['BR', 'MX', 'IN'])),
        ),
      ),
    query: (r) => ({
      combinator: 'and',
      rules: [
        {
          combinator: 'or',
          rules: [
            { field: 'industry', operator: 'in', value: industries.map((one) => one.toUpperCase()) },
            { field: 'sub_industry', operator: 'contains', value: 'EQUIPMENT' },
          ],
        },
        {
          combinator: 'or',
          rules: [
            { field: 'revenue', operator: '>=', value: 10_000_000 + r * 1000 },
            { field: 'employees', operator: '>=', value: 250 },
          ],
        },
        {
          combinator: 'or',
          rules: [
            { field: 'country', operator: 'notIn', value: ['BR', 'MX', 'IN'] },
            { field: 'country', operator: 'null', value: null },
          ],
        },
      ],
    }),
  },
];

/** One row an account with its categories in words, as such a builder is usually put over. */
export function makeFlatView(connection: Connection): void {
  const text = (column: string) => `(SELECT folded FROM terms WHERE id = ${column}) AS ${column}`;
  connection.exec(
    `CREATE TEMP VIEW flat AS SELECT id, employees, revenue, industry AS industry_code, country AS country_code,
       ${text('industry')}, ${text('sub_industry')}, ${text('country')} FROM accounts`,
  );
}

/** All outputs of a preview by the builder's statement, one query each. */
export function queryBuilderOutputs(
  connection: Connection,
  query: RuleGroupType,
  edges: readonly number[],
): Outputs {
  const { sql: where, params } = formatQuery(query, { format: 'parameterized', preset: 'sqlite' });
  const rows = (sql: string) =>
    connection
      .prepare<unknown[], (number | null)[]>(sql)
      .raw()
      .all(...params)
      .map((row) => row.map((value) => value ?? 0)) as unknown as number[][];
  const counts = (by: string) =>
    new Map(
      rows(`SELECT ${by}, count(*) FROM flat WHERE ${where} GROUP BY 1`).map(([code, count]) => [
        code ?? 0,
        count ?? 0,
      ]),
    );
  const bins = edges.slice(1, -1).map((edge, index) => `WHEN employees < ${edge} THEN ${index}`);
  return {
    count: rows(`SELECT count(*) FROM flat WHERE ${where}`)[0]?.[0] ?? 0,
    page: rows(`SELECT id FROM flat WHERE ${where} ORDER BY revenue DESC NULLS LAST, id LIMIT 50`).map(
      ([id]) => id ?? 0,
    ),
    industry: counts('industry_code'),
    country: counts('country_code'),
    bins: counts(`CASE WHEN employees IS NULL THEN -1 ${bins.join(' ')} ELSE ${edges.length - 2} END`),
  };
}
