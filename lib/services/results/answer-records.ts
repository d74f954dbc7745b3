import 'server-only';
import type { Connection } from '#db/client.ts';
import type { DealRow } from '#db/queries/results/deal-facts.ts';
import { dealTotals } from '#db/queries/results/record-totals.ts';
import { stageFacts } from '#db/queries/results/stage-facts.ts';
import type { TouchRow } from '#db/queries/results/touch-facts.ts';
import { dealsAtOrPast } from '#lib/metrics/funnel.ts';
import type { RecordFigure } from '#lib/metrics/results.ts';
import { type SelectedDeals, selectDeals } from '#lib/metrics/select-deals.ts';
import { loadFacts } from './load-facts.ts';
import type { RecordIds, RecordQuestion } from './question.ts';

const touchTests: Partial<Record<RecordFigure, (touch: TouchRow) => boolean>> = {
  touched: () => true,
  replied: (touch) => touch.hasReplied,
  repliedPositively: (touch) => touch.hasRepliedPositively,
  met: (touch) => touch.hasMet,
};

const dealPicks: Partial<Record<RecordFigure, (selected: SelectedDeals<DealRow>) => DealRow[]>> = {
  won: (selected) => selected.won,
  lost: (selected) => selected.lost,
  closed: (selected) => [...selected.won, ...selected.lost],
  open: (selected) => selected.open,
  created: (selected) => selected.created,
  all: (selected) => selected.inFunnel,
};

/** The records that a figure counted, from the same facts and formulas, latest first. */
export function answerRecords(connection: Connection, question: RecordQuestion): RecordIds {
  const { deals, touches } = loadFacts(connection, question);
  const isTouched = touchTests[question.figure];
  if (isTouched) {
    const counted = touches.filter(isTouched).sort((a, b) => b.firstTouchAt - a.firstTouchAt);
    return { entity: 'account', ids: counted.map((touch) => touch.accountId), totals: {} };
  }
  const selected = selectDeals(deals, question.period, question.views[0]?.by ?? 'closed');
  const picked =
    question.stage === null
      ? (dealPicks[question.figure]?.(selected) ?? [])
      : dealsAtOrPast(selected.inFunnel, stageFacts(connection), question.stage);
  const latest = (deal: DealRow) => deal.closedOn ?? deal.createdOn ?? Number.NEGATIVE_INFINITY;
  const ordered = [...picked].sort((a, b) => latest(b) - latest(a) || b.id - a.id);
  const ids = ordered.map((deal) => deal.id);
  return { entity: 'opportunity', ids, totals: dealTotals(connection, ids) };
}
