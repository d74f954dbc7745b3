import type { AccountFacts } from './account-facts.ts';
import type { DemoDeal } from './opportunities.ts';
import { type Random, weightedPicker } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';

export type DemoActivity = {
  type: 'touch' | 'reply' | 'meeting';
  channel: string;
  outcome: string | null;
  campaign: string | null;
  contactId: number | null;
  ownerId: number;
  occurredAt: number | null;
  scheduledAt: number | null;
};

export type ActivityContext = {
  random: Random;
  calendar: SeedCalendar;
  /** 1–3, or null for accounts that no tier asks touches for. */
  tierOf: (accountId: number) => number | null;
  /** Who works it: seller, developer (null = none), and since when. */
  workers: (facts: AccountFacts) => { sellerId: number; developerId: number | null; sinceAt: number };
  emit: (accountId: number, activity: DemoActivity) => void;
};

const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = 1_800_000;

type Share = readonly [string, number];
const share = ([, weight]: Share) => weight;
/** Channels by tier; 0 is the pools' mail sequences. The same mixes stand on the tiers. */
export const channelMixes: Readonly<Record<number, readonly Share[]>> = {
  0: [
    ['email', 0.82],
    ['call', 0.12],
    ['social', 0.06],
  ],
  1: [
    ['email', 0.35],
    ['call', 0.3],
    ['social', 0.15],
    ['in_person', 0.2],
  ],
  2: [
    ['email', 0.45],
    ['call', 0.35],
    ['social', 0.15],
    ['in_person', 0.05],
  ],
  3: [
    ['email', 0.7],
    ['call', 0.2],
    ['social', 0.1],
  ],
};
const pickChannel = new Map(
  Object.entries(channelMixes).map(([tier, mix]) => [Number(tier), weightedPicker(mix, share)]),
);

const outcomeOf = new Map<string, (random: Random) => Share>([
  [
    'email',
    weightedPicker<Share>(
      [
        ['', 0.91],
        ['out_of_office', 0.06],
        ['bounced', 0.03],
      ],
      share,
    ),
  ],
  [
    'call',
    weightedPicker<Share>(
      [
        ['no_answer', 0.54],
        ['left_voicemail', 0.22],
        ['connected', 0.24],
      ],
      share,
    ),
  ],
  ['social', weightedPicker<Share>([['', 1]], share)],
  ['in_person', weightedPicker<Share>([['connected', 1]], share)],
]);

/** Touches made so far this month against a steady pace: there is something left to do. */
const BEHIND_RATE = 0.55;
/** Touches a month that the tiers ask for: the middle of their ranges. */
const tierTouches: Readonly<Record<number, number>> = { 1: 10, 2: 5, 3: 2 };

export function channelFor(random: Random, tier: number | null): string {
  return (pickChannel.get(tier ?? 0) ?? pickChannel.get(0))?.(random)[0] ?? 'email';
}

export function touchOutcome(random: Random, channel: string): string | null {
  return outcomeOf.get(channel)?.(random)[0] || null;
}

/** Whether people at the account ever answer, by market and research. */
function answers(facts: AccountFacts, isTarget: boolean, random: Random): boolean {
  const { market } = facts.account;
  const warmth = (isTarget ? 1.35 : 0.95) * (facts.hotIntentAts.length > 0 ? 1.3 : 0.95);
  return random.chance(Math.min(0.8, market.replyRate * warmth));
}

function someContact(facts: AccountFacts, random: Random): number | null {
  if (facts.contacts.length === 0 || random.chance(0.04)) return null;
  const first = random.pick(facts.contacts);
  return (first.reachable ? first : random.pick(facts.contacts)).id;
}

/** A touch and, from an account that answers, perhaps a reply and a meeting after it. */
function touch(
  facts: AccountFacts,
  at: number,
  how: { channel: string; ownerId: number; replyRate: number; campaign: string | null },
  context: ActivityContext,
): void {
  const { random, calendar, emit } = context;
  const { id } = facts.account;
  const contactId = someContact(facts, random);
  const base = {
    channel: how.channel,
    campaign: how.campaign,
    contactId,
    ownerId: how.ownerId,
    scheduledAt: null,
  };
  emit(id, { ...base, type: 'touch', outcome: touchOutcome(random, how.channel), occurredAt: at });
  if (!random.chance(how.replyRate)) return;
  const repliedAt = at + Math.round(random.between(1, 70) * HOUR_MS);
  if (repliedAt > calendar.now) return;
  const roll = random.next();
  const outcome = roll < 0.5 ? 'positive_reply' : roll < 0.9 ? 'negative_reply' : 'out_of_office';
  emit(id, {
    ...base,
    type: 'reply',
    channel: how.channel === 'call' ? 'call' : 'email',
    outcome,
    occurredAt: repliedAt,
  });
  if (outcome !== 'positive_reply' || !random.chance(0.62)) return;
  let day = calendar.dayOf(repliedAt) + random.int(2, 11);
  while (calendar.isWeekend(day)) day++;
  const metAt = calendar.dayStart(day) + random.int(16, 33) * HALF_HOUR_MS;
  const isAhead = metAt > calendar.now;
  const held = random.chance(0.1) ? 'no_show' : 'meeting_held';
  emit(id, {
    ...base,
    type: 'meeting',
    channel: 'call',
    outcome: isAhead ? 'meeting_booked' : held,
    occurredAt: isAhead ? null : metAt,
    scheduledAt: isAhead ? metAt : null,
  });
}

/** Month by month what the tier asks for, the present month as far as it has gone. */
function workTarget(facts: AccountFacts, tier: number, context: ActivityContext): void {
  const { random, calendar } = context;
  const { sellerId, developerId, sinceAt } = context.workers(facts);
  const replyRate = answers(facts, true, random) ? 0.11 : 0;
  const first = Math.max(calendar.today - 364, calendar.dayOf(Math.max(facts.account.createdAt, sinceAt)));
  const diligence = random.between(0.72, 1.08);
  for (let start = calendar.monthStart(calendar.today); start + 31 > first; ) {
    const end = Math.min(calendar.today, start + 30);
    const isThisMonth = end === calendar.today;
    const portion = Math.min(1, (end - Math.max(start, first) + 1) / 30) * (isThisMonth ? BEHIND_RATE : 1);
    const count = random.poisson((tierTouches[tier] ?? 2) * diligence * portion);
    for (let n = 0; n < count; n++) {
      const at = calendar.officeTime(random, random.int(Math.max(start, first), end));
      const ownerId = developerId !== null && random.chance(0.66) ? developerId : sellerId;
      touch(facts, at, { channel: channelFor(random, tier), ownerId, replyRate, campaign: null }, context);
    }
    start = calendar.monthStart(start - 1);
  }
}

/** A mail sequence of the pools: four to seven touches within about three weeks. */
function runSequences(facts: AccountFacts, context: ActivityContext): void {
  const { random, calendar } = context;
  const sequences = random.poisson(0.46 + 0.35 * facts.account.fitRate);
  if (sequences === 0) return;
  const { sellerId, developerId } = context.workers(facts);
  const replyRate = answers(facts, false, random) ? 0.3 : 0;
  const firstDay = Math.max(calendar.today - 364, calendar.dayOf(facts.account.createdAt) + 1);
  for (let n = 0; n < sequences; n++) {
    const start = firstDay + Math.floor(random.next() * Math.max(1, calendar.today - firstDay));
    const campaign = `${calendar.yearOf(start)} ${random.pick(['Spreadsheet exit', 'Forecast check', 'Plant benchmark'])}`;
    const steps = random.int(4, 7);
    for (let step = 0; step < steps; step++) {
      const day = start + step * 4 + random.int(0, 2);
      if (day > calendar.today) break;
      const ownerId = random.chance(0.25) && developerId !== null ? developerId : sellerId;
      touch(
        facts,
        calendar.officeTime(random, day),
        { channel: channelFor(random, 0), ownerId, replyRate, campaign },
        context,
      );
    }
  }
}

/** One new deal in three is logged well, few renewals are: the answer that began it, then its meetings, all by the deal's owner. */
function meetAlong(facts: AccountFacts, deal: DemoDeal, context: ActivityContext): void {
  const { random, calendar, emit } = context;
  if (!random.chance(deal.type === 'renewal' ? 0.1 : 0.33)) return;
  const end = deal.closedOn ?? calendar.today;
  const base = {
    campaign: null,
    contactId: someContact(facts, random),
    ownerId: deal.ownerId,
    scheduledAt: null,
  };
  const log = (day: number, activity: Pick<DemoActivity, 'type' | 'channel' | 'outcome'>) => {
    if (day < calendar.today - 364) return;
    emit(facts.account.id, { ...base, ...activity, occurredAt: calendar.officeTime(random, day) });
  };
  if (deal.type !== 'renewal') {
    log(deal.createdOn - random.int(0, 6), { type: 'reply', channel: 'email', outcome: 'positive_reply' });
  }
  const count = random.poisson(1.5);
  for (let n = 0; n < count; n++) {
    log(deal.createdOn + Math.floor(random.next() * Math.max(1, end - deal.createdOn)), {
      type: 'meeting',
      channel: random.chance(0.2) ? 'in_person' : 'call',
      outcome: random.chance(0.06) ? 'no_show' : 'meeting_held',
    });
  }
}

/** What a customer success manager does: a check-in about every six weeks. */
export function drawCheckIns(
  facts: AccountFacts,
  ownerId: number,
  sinceOn: number,
  { random, calendar, emit }: Pick<ActivityContext, 'random' | 'calendar' | 'emit'>,
): void {
  const first = Math.max(calendar.today - 364, sinceOn + 10);
  for (let day = first + random.int(0, 30); day <= calendar.today; day += random.int(28, 60)) {
    const isMeeting = random.chance(0.08);
    emit(facts.account.id, {
      type: isMeeting ? 'meeting' : 'touch',
      channel: isMeeting || random.chance(0.4) ? 'call' : 'email',
      outcome: isMeeting ? 'meeting_held' : null,
      campaign: null,
      contactId: someContact(facts, random),
      ownerId,
      occurredAt: calendar.officeTime(random, day),
      scheduledAt: null,
    });
  }
}

/** Twelve months of touches, replies and meetings of one account. */
export function drawActivities(
  facts: AccountFacts,
  deals: readonly DemoDeal[],
  context: ActivityContext,
): void {
  const tier = context.tierOf(facts.account.id);
  const isIdle = facts.account.doNotContact;
  if (!isIdle && tier !== null) workTarget(facts, tier, context);
  else if (!isIdle) runSequences(facts, context);
  for (const deal of deals) meetAlong(facts, deal, context);
}
