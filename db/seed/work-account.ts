import type { AccountFacts } from './account-facts.ts';
import { type TierInterval, tierIntervals } from './account-tiers.ts';
import { type DemoActivity, drawActivities, drawCheckIns } from './activities.ts';
import { drawClassHistory } from './class-history.ts';
import { drawDeals } from './deals.ts';
import { requireHolder, successManagerOf } from './holders.ts';
import { journeyOf } from './journey.ts';
import { memberIntervals } from './member-intervals.ts';
import type { MembershipInput } from './membership.ts';
import type { DemoDeal } from './opportunities.ts';
import type { CustomerState } from './renewals.ts';
import type { Work } from './work-tools.ts';

function someDay({ chance, calendar }: Work, nearest: number, farthest: number): number {
  return Math.round(calendar.daysAgo(chance.between(nearest, farthest)));
}

/** Some targets crossed the score line within the year, and some that lie just below it fell under it. */
function membershipInput(
  facts: AccountFacts,
  deals: readonly DemoDeal[],
  touchAts: readonly number[],
  work: Work,
): MembershipInput {
  const { chance, plan, calendar, classChance, quarterStart } = work;
  const isTarget = work.isTarget(facts);
  const isNear = !isTarget && facts.account.score >= plan.targetScore - 5;
  return {
    facts,
    history: drawClassHistory(facts, classChance, calendar, quarterStart),
    plan,
    calendar,
    deals,
    touchAts,
    scoreRoseAt: isTarget && chance.chance(0.14) ? someDay(work, 12, 330) : null,
    scoreFellAt: isNear && chance.chance(0.12) ? someDay(work, 12, 330) : null,
  };
}

/** The tier that was set by hand on a few targets. */
function drawOwnTier(facts: AccountFacts, work: Work): { rank: number; at: number } | null {
  if (!work.isTarget(facts) || !work.chance.chance(0.02)) return null;
  return { rank: 1, at: Math.max(facts.account.createdAt, someDay(work, 20, 260)) };
}

function tiersOf(
  input: MembershipInput,
  own: { rank: number; at: number } | null,
  work: Work,
): TierInterval[] {
  const claims = work.published.flatMap((written) => {
    const rank = written.segment.tier;
    if (rank === null) return [];
    return [
      { rank, segmentId: written.id, intervals: memberIntervals(written.segment, written.times, input) },
    ];
  });
  return tierIntervals(claims, own);
}

type Done = {
  deals: readonly DemoDeal[];
  customer: CustomerState;
  rankNow: number | null;
  successManager: string | null;
};

function writeActivities(
  facts: AccountFacts,
  { deals, customer, rankNow, successManager }: Done,
  work: Work,
  touchAts: number[],
): void {
  const { plan, ids, calendar, activityChance: random } = work;
  const placement = plan.placements.get(facts.account.id);
  const emit = (accountId: number, activity: DemoActivity) => {
    work.sheets.activity(accountId, activity);
    if (activity.type === 'touch' && activity.occurredAt !== null) touchAts.push(activity.occurredAt);
  };
  drawActivities(facts, deals, {
    random,
    calendar,
    tierOf: () => rankNow,
    workers: () => ({
      sellerId: requireHolder(ids, placement?.ae ?? 'inside'),
      developerId: placement?.sdr ? requireHolder(ids, placement.sdr) : null,
      sinceAt: plan.formerCarveAt,
    }),
    emit,
  });
  if (successManager === null || customer.sinceOn === null) return;
  drawCheckIns(facts, requireHolder(ids, successManager), customer.sinceOn, { random, calendar, emit });
}

function crmOwnerOf(facts: AccountFacts, { plan, ids, chance, isTarget }: Work): number | null {
  const seller = plan.placements.get(facts.account.id)?.ae;
  if (!seller || !isTarget(facts)) return null;
  return requireHolder(ids, chance.chance(0.05) ? 'Rosa' : seller);
}

/** Draws and writes all that follows from the plan for one account, and the account itself. */
export function workAccount(facts: AccountFacts, work: Work): void {
  const { account } = facts;
  const { sheets, plan, calendar, chance } = work;
  const placement = plan.placements.get(account.id);
  const { deals, customer } = drawDeals(facts, work.deals, (signal) => sheets.signal(account.id, signal));
  Object.assign(account, journeyOf(facts, customer, deals, calendar, chance));
  for (const deal of deals) {
    sheets.deal(deal);
    work.quotas.note(deal);
  }
  const touchAts: number[] = [];
  const input = membershipInput(facts, deals, touchAts, work);
  const ownTier = drawOwnTier(facts, work);
  const tiers = tiersOf(input, ownTier, work);
  const last = tiers.at(-1);
  const rankNow = last?.toAt === null ? last.rank : null;
  const successManager = customer.state === 'customer' ? successManagerOf(facts, plan) : null;
  writeActivities(facts, { deals, customer, rankNow, successManager }, work, touchAts);
  for (const written of work.published) {
    const intervals = memberIntervals(written.segment, written.times, input);
    if (intervals.length > 0) sheets.member.add(written, account.id, intervals);
  }
  sheets.tier(account.id, tiers);
  sheets.class(account, input.history);
  sheets.source(facts, input.history);
  if (placement) sheets.assignment(facts, placement, successManager);
  sheets.account(account, {
    updatedAt: Math.max(account.createdAt, someDay(work, 0.5, 60)),
    crmOwnerId: crmOwnerOf(facts, work),
    ownTierId: ownTier === null ? null : (work.tierIds.get(ownTier.rank) ?? null),
  });
}
