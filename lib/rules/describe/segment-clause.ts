import type { RootEntity, SegmentCondition } from '../ast.ts';
import type { Clause } from './clause.ts';
import type { DescribeContext } from './context.ts';
import { windowPhrase } from './dates.ts';
import type { Token } from './phrase.ts';
import { phrase, strong } from './phrase.ts';

function clauseFor(condition: SegmentCondition, name: Token, context: DescribeContext): Clause {
  if (condition.change) {
    const when = condition.window ? phrase(' ', windowPhrase(condition.window, 'instant', context)) : [];
    return { lead: 'that', body: phrase(`${condition.change} the segment `, name, when) };
  }
  if (condition.member) return { lead: 'in', body: phrase('the segment ', name) };
  return { lead: 'that', body: phrase('are not in the segment ', name) };
}

/** Membership, or a move, as what follows the noun; a segment of accounts is asked of a contact's account. */
export function segmentClause(
  condition: SegmentCondition,
  root: RootEntity,
  context: DescribeContext,
): Clause {
  const segment = context.catalog.segments.get(condition.segmentId);
  const clause = clauseFor(condition, strong(segment?.name ?? condition.segmentId), context);
  return root === 'contact' && segment?.entity === 'account' ? { lead: 'at', of: clause } : clause;
}
