import 'server-only';
import type { DealRow } from '#db/queries/results/deal-facts.ts';
import type { TouchRow } from '#db/queries/results/touch-facts.ts';
import type { KeyValue } from '#lib/metrics/group-facts.ts';
import { monthFinder, monthOfDay } from '#lib/metrics/months.ts';
import { isInPeriod } from '#lib/metrics/period.ts';
import type { LoadedFacts } from './load-facts.ts';
import type { ResultsQuestion, ResultsView } from './question.ts';

type GroupValues = {
  ofDeal: ((deal: DealRow) => KeyValue[])[];
  ofTouch: ((touch: TouchRow) => KeyValue[])[];
  /** Whether the deal counts in any figure of the view. */
  isRelevant: (deal: DealRow) => boolean;
};

/** Reads the values of the view's dimensions from facts: segments by their stays, months by the view's date. */
export function groupValues(facts: LoadedFacts, question: ResultsQuestion, view: ResultsView): GroupValues {
  const isMonthly = view.groupBy.includes('month');
  const { period } = question;
  const dateOf = (deal: DealRow) => (view.by === 'closed' ? deal.closedOn : deal.createdOn);
  const countsByDate = (deal: DealRow) =>
    view.by === 'created'
      ? isInPeriod(deal.createdOn, period)
      : deal.outcome !== 'open' && isInPeriod(deal.closedOn, period);
  const isRelevant = (deal: DealRow) =>
    countsByDate(deal) || (!isMonthly && (deal.outcome === 'open' || isInPeriod(deal.createdOn, period)));
  const monthOf = touchMonths(facts.touches, question.timeZone, isMonthly);
  const dimensionValues =
    (key: string) =>
    <Fact extends DealRow | TouchRow>(
      fact: Fact,
      at: number | null,
      month: () => string | null,
    ): KeyValue[] => {
      if (key === 'segment') return facts.segmentsOf(fact.accountId, at).values;
      if (key === 'compared') return isCompared(facts.segmentsOf(fact.accountId, at).values);
      if (key === 'month') return [month()];
      return fact.values[facts.dimensions.get(key)?.index ?? -1] ?? [null];
    };
  return {
    ofDeal: view.groupBy.map((key) => (deal) => {
      const date = dateOf(deal);
      return dimensionValues(key)(deal, deal.createdAt, () => (date === null ? null : monthOfDay(date)));
    }),
    ofTouch: view.groupBy.map(
      (key) => (touch) => dimensionValues(key)(touch, touch.firstTouchAt, () => monthOf(touch.firstTouchAt)),
    ),
    isRelevant,
  };
}

function isCompared(values: readonly KeyValue[]): KeyValue[] {
  return values.length === 0 ? [] : [values.includes(null) ? 0 : 1];
}

function touchMonths(touches: readonly TouchRow[], timeZone: string, isMonthly: boolean) {
  const [first] = touches;
  if (!isMonthly || !first) return () => null;
  let from = first.firstTouchAt;
  let to = from;
  for (const { firstTouchAt } of touches) {
    from = Math.min(from, firstTouchAt);
    to = Math.max(to, firstTouchAt);
  }
  return monthFinder(from, to, timeZone);
}
