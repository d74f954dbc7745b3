import { acv } from './acv.ts';
import { type CycleDays, cycleDays } from './cycle-days.ts';
import type { DealFact, StageFact, TouchFact } from './facts.ts';
import { type FunnelStage, funnel } from './funnel.ts';
import { meetingRate } from './meeting-rate.ts';
import { type MoneySum, moneySum } from './money-sum.ts';
import { type Period } from './period.ts';
import { positiveReplyRate } from './positive-reply-rate.ts';
import type { Rate } from './rate.ts';
import { replyRate } from './reply-rate.ts';
import { selectDeals } from './select-deals.ts';
import { type Spread, spreadOf } from './spread.ts';
import { velocityPerDay } from './velocity.ts';
import { weightedPipeline } from './weighted-pipeline.ts';
import { winRate } from './win-rate.ts';

/** The figures of a result, each null where it has no meaning. Rates 0–1, days, money in the workspace currency. */
export type Figures = {
  won: number;
  lost: number;
  /** Open at `asOf`, whatever the period. */
  open: number | null;
  /** Deals created in the period, whatever became of them. */
  created: number | null;
  winRate: Rate | null;
  wonAmount: MoneySum;
  openAmount: MoneySum | null;
  openWeightedAmount: MoneySum | null;
  createdAmount: MoneySum | null;
  /** Of won deals. */
  amount: Spread;
  acvAmount: Spread;
  cycleDays: CycleDays;
  velocityPerDay: number | null;
  touched: number | null;
  replyRate: Rate | null;
  positiveReplyRate: Rate | null;
  meetingRate: Rate | null;
  funnel: FunnelStage[] | null;
};

/** Which figures mean something for the way deals are grouped. */
export type GroupMeaning = {
  open: boolean;
  created: boolean;
  /** Won against lost: not within one stage. */
  rates: boolean;
  /** Velocity and funnel, which join the open deals to the closed ones. */
  flow: boolean;
  touches: boolean;
};

export const allFigures: GroupMeaning = { open: true, created: true, rates: true, flow: true, touches: true };

export type FigureOptions = {
  period: Period;
  /** Which date puts a closed deal into the period. */
  by: 'closed' | 'created';
  /** Whose days a cycle is made of. */
  cycle: 'won' | 'closed';
  stages: readonly StageFact[];
};

/** All figures of one set of deals and touched accounts. Facts bring no rates; every rate is made here. */
export function figuresOf(
  deals: readonly DealFact[],
  touches: readonly TouchFact[],
  options: FigureOptions,
  meaning: GroupMeaning = allFigures,
): Figures {
  const { won, lost, open, created, inFunnel } = selectDeals(deals, options.period, options.by);
  const amount = spreadOf(won.map((deal) => deal.amount));
  const wins = winRate(won.length, lost.length);
  const wonCycle = cycleDays(won);
  const touched = touches.length;
  const count = (test: (touch: TouchFact) => boolean) => touches.filter(test).length;
  const has =
    (isMeant: boolean) =>
    <T>(value: T) =>
      isMeant ? value : null;
  const rates = has(meaning.rates);
  const ofOpen = has(meaning.open);
  const ofTouches = has(meaning.touches);
  return {
    won: won.length,
    lost: lost.length,
    open: ofOpen(open.length),
    created: has(meaning.created)(created.length),
    winRate: rates(wins),
    wonAmount: moneySum(won.map((deal) => deal.amount)),
    openAmount: ofOpen(moneySum(open.map((deal) => deal.amount))),
    openWeightedAmount: ofOpen(weightedPipeline(withProbability(open, options.stages))),
    createdAmount: has(meaning.created)(moneySum(created.map((deal) => deal.amount))),
    amount,
    acvAmount: spreadOf(won.map(acv)),
    cycleDays: options.cycle === 'closed' ? cycleDays([...won, ...lost]) : wonCycle,
    velocityPerDay: meaning.flow
      ? velocityPerDay({
          open: open.length,
          winRate: wins.value,
          meanWonAmount: amount.mean,
          meanCycleDays: wonCycle.mean,
        })
      : null,
    touched: ofTouches(touched),
    replyRate: ofTouches(
      replyRate(
        count((touch) => touch.hasReplied),
        touched,
      ),
    ),
    positiveReplyRate: ofTouches(
      positiveReplyRate(
        count((touch) => touch.hasRepliedPositively),
        touched,
      ),
    ),
    meetingRate: ofTouches(
      meetingRate(
        count((touch) => touch.hasMet),
        touched,
      ),
    ),
    funnel: meaning.flow ? funnel(inFunnel, options.stages) : null,
  };
}

function withProbability(deals: readonly DealFact[], stages: readonly StageFact[]) {
  const rates = new Map(stages.map((stage) => [stage.id, stage.probabilityRate]));
  return deals.map((deal) => ({
    amount: deal.amount,
    probabilityRate: deal.stageId === null ? null : (rates.get(deal.stageId) ?? null),
  }));
}
