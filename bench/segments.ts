import type { Group, RelatedCondition, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { words } from './market/words.ts';

/** The benchmark segments. `round` changes one condition to a value not asked before: what an edit in the builder does. */
export type BenchSegment = { key: string; title: string; build: (round: number) => SegmentDefinition };

let nodes = 0;
const id = () => `n${++nodes}`;

export const all = (...rules: Rule[]): Group => ({ id: id(), kind: 'group', op: 'all', rules });
export const any = (...rules: Rule[]): Group => ({ id: id(), kind: 'group', op: 'any', rules });
export const none = (...rules: Rule[]): Group => ({ id: id(), kind: 'group', op: 'none', rules });
export const field = (name: string, operator: string, value?: unknown): Rule =>
  ({ id: id(), kind: 'field', field: name, operator, ...(value === undefined ? {} : { value }) }) as Rule;

export function related(
  entity: RelatedCondition['entity'],
  where: Record<string, unknown>,
  count: number,
  lastDays?: number,
): Rule {
  const conditions = Object.entries(where).map(([name, value]) =>
    value === true ? field(name, 'isTrue') : field(name, Array.isArray(value) ? 'in' : 'eq', value),
  );
  return {
    id: id(),
    kind: 'related',
    entity,
    where: { id: id(), kind: 'group', op: 'all', rules: conditions as [] },
    ...(lastDays === undefined ? {} : { window: { last: lastDays, unit: 'day' } }),
    measure: { fn: 'count' },
    operator: 'gte',
    value: count,
  };
}

export const account = (root: Group): SegmentDefinition => ({ version: 1, entity: 'account', root });
const industries = ['Manufacturing', 'Software', 'Logistics'];

/** Three industries, other ones each round; the first two are in every market. */
export function industriesOf(round: number): string[] {
  const [known, drawn] = [words['account.industry'].slice(0, 7), words['account.industry'].slice(7)];
  const step = 1 + (Math.floor(round / known.length) % 3);
  const pair = [known[round % known.length], known[(round + step) % known.length]];
  return [...pair, drawn[Math.floor(round / (3 * known.length)) % drawn.length]] as string[];
}

export const benchSegments: BenchSegment[] = [
  {
    key: 'S1',
    title: 'Size band',
    build: (r) => account(all(field('employees', 'between', [500 + r, 2000 + r]))),
  },
  {
    key: 'S2',
    title: 'Country, three industries, one technology',
    build: (r) =>
      account(
        all(
          field('country', 'eq', 'US'),
          field('industry', 'in', industriesOf(r)),
          related('technology', { name: 'SAP' }, 1),
        ),
      ),
  },
  {
    key: 'S3',
    title: 'S2 with size and two signal conditions',
    build: (r) =>
      account(
        all(
          field('country', 'eq', 'US'),
          field('industry', 'in', industries),
          related('technology', { name: 'SAP' }, 1),
          field('employees', 'between', [500 + r, 2000 + r]),
          related('signal', { type: 'hiring', topic: 'Engineering' }, 1, 60),
          related('signal', { type: 'intent' }, 2, 30),
        ),
      ),
  },
  {
    key: 'S4',
    title: 'Nested any and none, eight conditions',
    build: (r) =>
      account(
        all(
          any(
            field('industry', 'in', industries),
            field('subIndustry', 'contains', 'equipment'),
            field('needs', 'hasAny', ['Demand planning']),
          ),
          any(field('revenue', 'gte', 10_000_000 + r * 1000), field('employees', 'gte', 250)),
          none(
            field('country', 'in', ['BR', 'MX', 'IN']),
            related('technology', { name: 'Oracle' }, 1),
            related('signal', { type: 'competitor_mention' }, 1, 90),
          ),
        ),
      ),
  },
  {
    key: 'S5',
    title: 'Reachable senior contact, without a technology',
    build: (r) =>
      account(
        all(
          related('contact', { seniority: ['vp', 'c_level'], jobFunction: 'operations', reachable: true }, 1),
          none(related('technology', { name: 'Oracle' }, 1)),
          field('employees', 'gte', 20 + r),
        ),
      ),
  },
];
