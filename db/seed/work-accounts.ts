import { fiscalPeriod } from '#lib/shared/days.ts';
import type { AccountFacts } from './account-facts.ts';
import { tierIntervals } from './account-tiers.ts';
import { drawActivities } from './activities.ts';
import { type ClassHistory, drawClassHistory } from './class-history.ts';
import { drawDeals, drawOrphanDeals } from './deals.ts';
import type { Market, SeedContext } from './draw-market.ts';
import { dealOwners, type HolderIds, requireHolder, successManagerOf } from './holders.ts';
import { journeyOf } from './journey.ts';
import { memberIntervals } from './member-intervals.ts';
import type { MembershipInput } from './membership.ts';
import { type DemoPlan, isTargetPlacement } from './plan.ts';
import type { quotaBook } from './quotas.ts';
import { createRandom } from './random.ts';
import type { SegmentKey } from './segment-plan.ts';
import { drawNotes, drawShowcase } from './showcase.ts';
import { accountSheet } from './write-accounts.ts';
import { assignmentSheet } from './write-assignments.ts';
import { classSheet } from './write-classes.ts';
import { dealSheet } from './write-deals.ts';
import { activitySheet, signalSheet } from './write-events.ts';
import type { WrittenPlan } from './write-plan.ts';
import { memberSheet, type WrittenSegment } from './write-segments.ts';
import { sourceSheet } from './write-sources.ts';
import { tierSheet } from './write-tiers.ts';
import { writeNotes, writeShowcase } from './write-work.ts';

export type WorkContext = SeedContext & {
  market: Market;
  plan: DemoPlan;
  writtenPlan: WrittenPlan;
  segments: ReadonlyMap<SegmentKey, WrittenSegment>;
  tierIds: ReadonlyMap<number, number>;
  ids: HolderIds;
  userIds: ReadonlyMap<string, number>;
  quotas: ReturnType<typeof quotaBook>;
};

/** Draws and writes what follows from the plan, account by account: deals, activities, membership, tiers, holders, and the accounts. */
export function workAccounts(context: WorkContext): void {
  const { connection, term, importId, seed, calendar, market, plan, writtenPlan, ids, userIds } = context;
  const random = (subject: string) => createRandom(seed, subject);
  const chance = {
    class: random('classes'),
    deals: random('deals'),
    activities: random('activities'),
    history: random('history'),
    sources: random('sources'),
  };
  const sheets = {
    account: accountSheet(connection, term, importId),
    deal: dealSheet(connection, term, importId, { random: random('deal times'), calendar }),
    activity: activitySheet(connection, term, importId),
    signal: signalSheet(connection, term, importId),
    assignment: assignmentSheet(connection, {
      plan,
      written: writtenPlan,
      ids,
      userId: userIds.get('Lena') ?? null,
    }),
    member: memberSheet(connection),
    tier: tierSheet(connection, context.tierIds),
    class: classSheet(connection, term),
    source: sourceSheet(connection, {
      random: chance.sources,
      calendar,
      importId,
      userId: userIds.get('Dara') ?? null,
    }),
  };
  const quarterStart = fiscalPeriod(calendar.today, 'quarter', 0, 1).from;
  const ownerOn = dealOwners(plan, ids, calendar);
  const isTarget = ({ account }: AccountFacts) => isTargetPlacement(plan.placements.get(account.id));
  const dealContext = { random: chance.deals, calendar, ownerOn, isTarget };
  const books = new Map<string, AccountFacts[]>([
    ['Ansel', []],
    ['Orla', []],
  ]);
  const segments = [...context.segments.values()].filter(({ segment }) => segment.status !== 'draft');
  const touchAts: number[] = [];
  let tierNow: number | null = null;
  const workers = ({ account }: AccountFacts) => {
    const placement = plan.placements.get(account.id);
    const sellerId = requireHolder(ids, placement?.ae ?? 'inside');
    const developerId = placement?.sdr ? requireHolder(ids, placement.sdr) : null;
    return { sellerId, developerId, sinceAt: plan.formerCarveAt };
  };
  for (const facts of market.facts) {
    const { account } = facts;
    const placement = plan.placements.get(account.id);
    const { deals, customer } = drawDeals(facts, dealContext, (signal) => sheets.signal(account.id, signal));
    for (const deal of deals) {
      sheets.deal(deal);
      context.quotas.note(deal);
    }
    const history: ClassHistory = drawClassHistory(facts, chance.class, calendar, quarterStart);
    const crossing =
      isTarget(facts) && chance.history.chance(0.14)
        ? calendar.daysAgo(chance.history.between(12, 330))
        : null;
    const fell =
      !isTarget(facts) && account.score >= plan.targetScore - 5 && chance.history.chance(0.12)
        ? calendar.daysAgo(chance.history.between(12, 330))
        : null;
    const input: MembershipInput = {
      facts,
      history,
      plan,
      calendar,
      deals,
      touchAts,
      scoreRoseAt: crossing === null ? null : Math.round(crossing),
      scoreFellAt: fell === null ? null : Math.round(fell),
    };
    const claims = segments.flatMap((written) => {
      const rank = written.segment.tier;
      return rank === null
        ? []
        : [
            {
              rank,
              segmentId: written.id,
              intervals: memberIntervals(written.segment, written.times, input),
            },
          ];
    });
    const ownTier =
      isTarget(facts) && chance.history.chance(0.02)
        ? {
            rank: 1,
            at: Math.max(account.createdAt, Math.round(calendar.daysAgo(chance.history.between(20, 260)))),
          }
        : null;
    const tiers = tierIntervals(claims, ownTier);
    tierNow = tiers.at(-1)?.toAt === null ? (tiers.at(-1)?.rank ?? null) : null;
    touchAts.length = 0;
    drawActivities(facts, deals, {
      random: chance.activities,
      calendar,
      tierOf: () => tierNow,
      workers,
      emit: (accountId, activity) => {
        sheets.activity(accountId, activity);
        if (activity.type === 'touch' && activity.occurredAt !== null) touchAts.push(activity.occurredAt);
      },
    });
    for (const written of segments) {
      const intervals = memberIntervals(written.segment, written.times, input);
      if (intervals.length > 0) sheets.member.add(written, account.id, intervals);
    }
    sheets.tier(account.id, tiers);
    sheets.class(account, history);
    sheets.source(facts, history);
    Object.assign(account, journeyOf(facts, customer, deals, calendar, chance.history));
    if (placement)
      sheets.assignment(
        facts,
        placement,
        customer.state === 'customer' ? successManagerOf(facts, plan) : null,
      );
    const crmOwnerId =
      placement?.ae && isTarget(facts)
        ? requireHolder(ids, chance.history.chance(0.05) ? 'Rosa' : placement.ae)
        : null;
    const updatedAt = Math.max(
      account.createdAt,
      Math.round(calendar.daysAgo(chance.history.between(0.5, 60))),
    );
    sheets.account(account, {
      updatedAt,
      crmOwnerId,
      ownTierId: ownTier === null ? null : (context.tierIds.get(1) ?? null),
    });
    for (const [key, book] of books) if (placement?.ae === key || placement?.sdr === key) book.push(facts);
  }
  for (const deal of drawOrphanDeals(
    Math.ceil(market.facts.length * 0.006),
    dealContext,
    requireHolder(ids, 'inside'),
  ))
    sheets.deal(deal);
  sheets.member.finish();
  for (const [key, book] of books) {
    const ownerId = requireHolder(ids, key);
    const showcase = drawShowcase(book, ownerId, {
      random: random(`showcase ${key}`),
      calendar,
      emit: (accountId, activity) => sheets.activity(accountId, activity),
    });
    writeShowcase(connection, ownerId, showcase, Math.round(calendar.daysAgo(2)));
  }
  const noteWriters = ['Orla', 'Ansel', 'Dara'].flatMap((key) => userIds.get(key) ?? []);
  writeNotes(connection, drawNotes(market.facts.filter(isTarget), random('notes'), calendar), noteWriters);
}
