import type { DealFact } from './facts.ts';
import { isInPeriod, type Period } from './period.ts';

export type SelectedDeals<Deal extends DealFact> = {
  won: Deal[];
  lost: Deal[];
  open: Deal[];
  created: Deal[];
  inFunnel: Deal[];
};

/**
 * Which deals each figure is about. Won and lost: in the period by their close date (or creation). Open: all that
 * are open, whatever the period. Created: created in the period. The funnel holds won, lost and open deals, or by
 * creation the cohort created in the period.
 */
export function selectDeals<Deal extends DealFact>(
  deals: readonly Deal[],
  period: Period,
  by: 'closed' | 'created',
): SelectedDeals<Deal> {
  const closed = deals.filter(
    (deal) => deal.outcome !== 'open' && isInPeriod(by === 'closed' ? deal.closedOn : deal.createdOn, period),
  );
  const open = deals.filter((deal) => deal.outcome === 'open');
  const created = deals.filter((deal) => isInPeriod(deal.createdOn, period));
  return {
    won: closed.filter((deal) => deal.outcome === 'won'),
    lost: closed.filter((deal) => deal.outcome === 'lost'),
    open,
    created,
    inFunnel: by === 'closed' ? [...closed, ...open] : created,
  };
}

/** Closed deals that a bounded period leaves out because the date it goes by is not known. */
export function countUndated(deals: readonly DealFact[], period: Period, by: 'closed' | 'created'): number {
  if (period.from === null && period.to === null) return 0;
  const dateOf = (deal: DealFact) => (by === 'closed' ? deal.closedOn : deal.createdOn);
  return deals.filter((deal) => deal.outcome !== 'open' && dateOf(deal) === null).length;
}
