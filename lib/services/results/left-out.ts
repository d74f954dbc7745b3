import 'server-only';
import type { DealRow } from '#db/queries/results/deal-facts.ts';
import type { KeyValue } from '#lib/metrics/group-facts.ts';
import { isInPeriod } from '#lib/metrics/period.ts';
import type { LeftOut } from '#lib/metrics/results.ts';
import { countUndated } from '#lib/metrics/select-deals.ts';
import type { LoadedFacts } from './load-facts.ts';
import type { ResultsQuestion, ResultsView } from './question.ts';

/** What the groups of a view could not place, though it counts in the total. */
export function leftOutOf(facts: LoadedFacts, question: ResultsQuestion, view: ResultsView): LeftOut {
  const undated = countUndated(facts.deals, question.period, view.by);
  if (!view.groupBy.includes('segment')) return { undated, beforePublish: 0, withoutAccount: 0 };
  const counted = facts.deals.filter((deal) => countsSomewhere(deal, question, view));
  const withAccount = counted.filter((deal) => deal.accountId !== null);
  const isAtCreation = question.membership === 'atCreation';
  const uncreated = isAtCreation ? withAccount.filter((deal) => deal.createdAt === null).length : 0;
  return {
    undated: undated + uncreated,
    beforePublish: countBeforePublish(facts, question, view, null),
    withoutAccount: counted.length - withAccount.length,
  };
}

/**
 * By membership at creation: deals that are older than the first publish of this segment, so that nobody knows
 * whether the account was in it. For the rest of the market (null): older than that of any compared segment.
 */
export function countBeforePublish(
  facts: LoadedFacts,
  question: ResultsQuestion,
  view: ResultsView,
  segmentId: KeyValue,
): number {
  if (question.membership !== 'atCreation' || !view.groupBy.includes('segment')) return 0;
  const asked = facts.compared.filter(({ id }) => segmentId === null || id === segmentId);
  const knownFrom = Math.max(...asked.map((segment) => segment.knownFrom ?? Number.POSITIVE_INFINITY));
  return facts.deals.filter(
    (deal) =>
      deal.accountId !== null &&
      deal.createdAt !== null &&
      deal.createdAt < knownFrom &&
      countsSomewhere(deal, question, view),
  ).length;
}

function countsSomewhere(deal: DealRow, { period }: ResultsQuestion, view: ResultsView): boolean {
  if (deal.outcome === 'open') return true;
  if (isInPeriod(deal.createdOn, period)) return true;
  return view.by === 'closed' && isInPeriod(deal.closedOn, period);
}
