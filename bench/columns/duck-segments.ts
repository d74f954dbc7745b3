import { industriesOf } from '../segments.ts';

const DAY_MS = 86_400_000;

/** The start of the local day this many days before a moment, as the workspace (UTC in the bench) counts them. */
function daysBefore(now: number, days: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS - days * DAY_MS;
}

export type Codes = (field: string, ...labels: string[]) => string;

const has = (from: string) => `a.id IN (SELECT account_id FROM ${from})`;
const some = (from: string, count: number) =>
  `a.id IN (SELECT account_id FROM ${from} GROUP BY account_id HAVING count(*) >= ${count})`;

/**
 * The benchmark segments by hand as a person would write them for an analytical database, with the condition that a
 * round edits. `is` tests a negated condition, so that a missing value is outside of it.
 */
export function duckSegments(codes: Codes, now: number) {
  const among = (...names: string[]) => `a.industry IN (${codes('account.industry', ...names)})`;
  const industries = among('Manufacturing', 'Software', 'Logistics');
  const technology = (name: string) => has(`technologies WHERE name IN (${codes('technology.name', name)})`);
  const country = (...names: string[]) => `a.country IN (${codes('account.country', ...names)})`;
  const signals = (days: number, type: string, topic?: string) =>
    `signals WHERE type IN (${codes('signal.type', type)}) AND occurred_at BETWEEN ${daysBefore(now, days)} AND ${now}` +
    (topic === undefined ? '' : ` AND topic IN (${codes('signal.topic', topic)})`);
  const band = (r: number) => `a.employees BETWEEN ${500 + r} AND ${2000 + r}`;
  const people = `contacts WHERE seniority IN (${codes('contact.seniority', 'vp', 'c_level')}) AND job_function IN (${codes('contact.jobFunction', 'operations')}) AND reachable = 1`;
  return {
    S1: (r: number) => ({ edited: band(r), where: band(r) }),
    S2: (r: number) => {
      const edited = among(...industriesOf(r));
      return { edited, where: `${country('US')} AND ${edited} AND ${technology('SAP')}` };
    },
    S3: (r: number) => ({
      edited: band(r),
      where: [
        ...[country('US'), industries, technology('SAP'), band(r)],
        ...[has(signals(60, 'hiring', 'Engineering')), some(signals(30, 'intent'), 2)],
      ].join(' AND '),
    }),
    S4: (r: number) => {
      const edited = `a.revenue >= ${10_000_000 + r * 1000}`;
      const needs = has(`account_needs WHERE term_id IN (${codes('account.needs', 'Demand planning')})`);
      const branches = `a.sub_industry IN (${codes('account.subIndustry', 'Industrial equipment', 'Office equipment')})`;
      const barred = [
        country('BR', 'MX', 'IN'),
        technology('Oracle'),
        has(signals(90, 'competitor_mention')),
      ];
      return {
        edited,
        where: `(${industries} OR ${branches} OR ${needs}) AND (${edited} OR a.employees >= 250) AND NOT (${barred.map((one) => `coalesce(${one}, false)`).join(' OR ')})`,
      };
    },
    S5: (r: number) => ({
      edited: `a.employees >= ${20 + r}`,
      where: `${has(people)} AND NOT (${technology('Oracle')}) AND a.employees >= ${20 + r}`,
    }),
  };
}

/** The score by hand: every condition adds its weight. */
export function duckScore(codes: Codes, now: number, r: number): { edited: string; where: string } {
  const signals = (days: number, type: string) =>
    has(
      `signals WHERE type IN (${codes('signal.type', type)}) AND occurred_at BETWEEN ${daysBefore(now, days)} AND ${now}`,
    );
  const edited = `a.employees BETWEEN ${200 + r} AND ${5000 + r}`;
  const terms: [number, string][] = [
    [20, edited],
    [15, `a.country IN (${codes('account.country', 'US')})`],
    [15, `a.industry IN (${codes('account.industry', 'Manufacturing', 'Software', 'Logistics')})`],
    [10, 'a.revenue >= 50000000'],
    [10, 'a.growth_rate >= 0.1'],
    [10, has(`technologies WHERE name IN (${codes('technology.name', 'SAP')})`)],
    [-15, has(`technologies WHERE name IN (${codes('technology.name', 'Oracle')})`)],
    [
      10,
      has(`contacts WHERE job_function IN (${codes('contact.jobFunction', 'operations')}) AND reachable = 1`),
    ],
    [12, signals(30, 'intent')],
    [8, signals(90, 'hiring')],
  ];
  const sum = terms.map(([weight, term]) => `CASE WHEN ${term} THEN ${weight} ELSE 0 END`).join(' + ');
  return { edited, where: `(${sum}) >= 60` };
}
