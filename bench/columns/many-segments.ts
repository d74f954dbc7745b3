import type { Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { account, all, any, field, none, related } from '../segments.ts';
import { drawsFrom, skewed } from '../market/draws.ts';
import { words } from '../market/words.ts';

/** Published segments as a workspace may have them: two to four conditions each, many of them shared. */
export function manySegments(count: number): SegmentDefinition[] {
  const draw = drawsFrom(7);
  const one = <T>(values: readonly T[]): T => values[skewed(draw, values.length)] as T;
  const conditions: (() => Rule)[] = [
    () =>
      field(
        'employees',
        'between',
        one([
          [50, 200],
          [200, 1000],
          [500, 2000],
          [1000, 5000],
          [5000, 20_000],
        ]),
      ),
    () => field('revenue', 'gte', one([1e6, 5e6, 1e7, 5e7, 1e8])),
    () => field('industry', 'in', [one(words['account.industry']), one(words['account.industry'])]),
    () => field('country', 'eq', one(words['account.country'])),
    () => related('technology', { name: one(words['technology.name']) }, 1),
    () => none(related('technology', { name: one(words['technology.name'].slice(0, 12)) }, 1)),
    () => related('signal', { type: one(words['signal.type']) }, one([1, 2, 3]), one([30, 60, 90])),
    () => related('contact', { jobFunction: one(words['contact.jobFunction']), reachable: true }, 1),
    () =>
      any(field('needs', 'hasAny', ['Demand planning']), field('growthRate', 'gte', one([0.1, 0.2, 0.3]))),
  ];
  const pick = () => conditions[Math.floor(draw() * conditions.length)] as () => Rule;
  return Array.from({ length: count }, () =>
    account(all(...Array.from({ length: 2 + Math.floor(draw() * 3) }, () => pick()()))),
  );
}
