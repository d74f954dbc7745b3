import { and, type Bits } from '#lib/engine/bitset.ts';
import { formBits } from '#lib/engine/form-bits.ts';
import { weightedAtLeast } from '#lib/engine/weighted-sum.ts';
import type { PreviewQuestion } from '#lib/evaluator/contract.ts';
import { leafBits } from '#lib/evaluator/sqlite/leaf.ts';
import { resolveQuestion } from '#lib/evaluator/sqlite/question.ts';
import { recordsIn, type Session } from '#lib/evaluator/sqlite/session.ts';
import type { Rule } from '#lib/rules/ast.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { account, all, field, related } from '../segments.ts';

const THRESHOLD = 60;

/** Ten weighted conditions, the first of which a round edits. */
function scoreTerms(r: number): [number, Rule][] {
  return [
    [20, field('employees', 'between', [200 + r, 5000 + r])],
    [15, field('country', 'eq', 'US')],
    [15, field('industry', 'in', ['Manufacturing', 'Software', 'Logistics'])],
    [10, field('revenue', 'gte', 50_000_000)],
    [10, field('growthRate', 'gte', 0.1)],
    [10, related('technology', { name: 'SAP' }, 1)],
    [-15, related('technology', { name: 'Oracle' }, 1)],
    [10, related('contact', { jobFunction: 'operations', reachable: true }, 1)],
    [12, related('signal', { type: 'intent' }, 1, 30)],
    [8, related('signal', { type: 'hiring' }, 1, 90)],
  ];
}

/** The accounts whose score reaches the threshold. */
export function scoredBits(
  session: Session,
  r: number,
  question: Pick<PreviewQuestion, 'asOf' | 'now'>,
): Bits {
  const { size, all: everyone } = recordsIn(session, 'account');
  const parts = scoreTerms(r).map(([weight, rule]) => {
    const resolved = resolveQuestion(session, { ...question, definition: account(all(rule)) });
    const bits = formBits(toRelational(resolved), size, (atom) =>
      leafBits(session, atom, 'account', resolved),
    );
    return { weight, bits };
  });
  return and(weightedAtLeast(parts, THRESHOLD, size), everyone);
}
