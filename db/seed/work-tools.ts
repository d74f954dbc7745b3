import { fiscalPeriod } from '#lib/shared/days.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Market, SeedContext } from './draw-market.ts';
import { dealOwners, type HolderIds } from './holders.ts';
import type { DealContext } from './opportunities.ts';
import { type DemoPlan, isTargetPlacement } from './plan.ts';
import type { quotaBook } from './quotas.ts';
import { createRandom } from './random.ts';
import type { SegmentKey } from './segment-plan.ts';
import { accountSheet } from './write-accounts.ts';
import { assignmentSheet } from './write-assignments.ts';
import { classSheet } from './write-classes.ts';
import { dealSheet } from './write-deals.ts';
import { activitySheet, signalSheet } from './write-events.ts';
import type { WrittenPlan } from './write-plan.ts';
import { memberSheet, type WrittenSegment } from './write-segments.ts';
import { sourceSheet } from './write-sources.ts';
import { tierSheet } from './write-tiers.ts';

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

function openSheets(context: WorkContext) {
  const { connection, term, importId, seed, calendar, plan, writtenPlan, ids, userIds, tierIds } = context;
  const random = (subject: string) => createRandom(seed, subject);
  const leaderId = userIds.get('Lena') ?? null;
  const editorId = userIds.get('Dara') ?? null;
  return {
    account: accountSheet(connection, term, importId),
    deal: dealSheet(connection, term, importId, { random: random('deal times'), calendar }),
    activity: activitySheet(connection, term, importId),
    signal: signalSheet(connection, term, importId),
    assignment: assignmentSheet(connection, { plan, written: writtenPlan, ids, userId: leaderId }),
    member: memberSheet(connection),
    tier: tierSheet(connection, tierIds),
    class: classSheet(connection, term),
    source: sourceSheet(connection, { random: random('sources'), calendar, importId, userId: editorId }),
  };
}

/** What working through the accounts needs again and again: chance by subject, sheets, and who is whose. */
export function openWork(context: WorkContext) {
  const { seed, calendar, plan, ids, segments } = context;
  const isTarget = ({ account }: AccountFacts) => isTargetPlacement(plan.placements.get(account.id));
  const deals: DealContext = {
    random: createRandom(seed, 'deals'),
    calendar,
    ownerOn: dealOwners(plan, ids, calendar),
    isTarget,
  };
  return {
    ...context,
    isTarget,
    deals,
    sheets: openSheets(context),
    classChance: createRandom(seed, 'classes'),
    activityChance: createRandom(seed, 'activities'),
    chance: createRandom(seed, 'history'),
    quarterStart: fiscalPeriod(calendar.today, 'quarter', 0, 1).from,
    published: [...segments.values()].filter(({ segment }) => segment.status !== 'draft'),
  };
}

export type Work = ReturnType<typeof openWork>;
