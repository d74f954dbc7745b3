import type { AccountFacts } from './account-facts.ts';
import { channelFor, type DemoActivity, touchOutcome } from './activities.ts';
import type { DemoContact } from './contacts.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';

export type NextStep = { accountId: number; contactId: number | null; dueOn: number; text: string };
export type Snooze = { accountId: number; untilOn: number };
export type Showcase = { nextSteps: NextStep[]; snoozes: Snooze[] };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const steps = [
  'Send the benchmark for plants of their size',
  'Call back about the SAP roll-out date',
  'Ask who owns the planning budget',
  'Share the case of the pump maker',
  'Propose two times for a demo',
  'Introduce Orla to the plant manager',
  'Follow up on the pricing question',
];

function reachable(facts: AccountFacts): DemoContact | undefined {
  return (
    facts.contacts.find((contact) => contact.reachable && contact.persona !== null) ??
    facts.contacts.find((contact) => contact.reachable)
  );
}

/**
 * A believable today for a holder of a demo login: a few touches already made, fresh positive replies, meetings of the
 * coming days, next steps with dates and some accounts snoozed.
 */
export function drawShowcase(
  book: readonly AccountFacts[],
  ownerId: number,
  context: {
    random: Random;
    calendar: SeedCalendar;
    emit: (accountId: number, activity: DemoActivity) => void;
  },
): Showcase {
  const { random, calendar, emit } = context;
  const ranked = book
    .filter((facts) => facts.account.type === 'prospect' && !facts.account.doNotContact && reachable(facts))
    .sort((a, b) => b.account.score - a.account.score || a.account.id - b.account.id);
  const at = (place: number) => ranked[place % Math.max(1, ranked.length)];
  const base = (facts: AccountFacts, channel: string) => ({
    channel,
    campaign: null,
    contactId: reachable(facts)?.id ?? null,
    ownerId,
    scheduledAt: null,
  });
  const elapsed = calendar.now - calendar.dayStart(calendar.today);
  for (const [n, place] of [7, 3, 12, 18].entries()) {
    const facts = at(place);
    if (!facts) continue;
    const channel = channelFor(random, 2);
    const occurredAt =
      calendar.now - Math.min(elapsed * 0.9, (n + random.between(0.6, 1.3)) * 34 * MINUTE_MS);
    emit(facts.account.id, {
      ...base(facts, channel),
      type: 'touch',
      outcome: touchOutcome(random, channel),
      occurredAt: Math.round(occurredAt),
    });
  }
  for (const [place, hoursAgo] of [
    [0, 2.2],
    [5, 19],
  ] as const) {
    const facts = at(place);
    if (!facts) continue;
    const repliedAt = Math.round(calendar.now - hoursAgo * random.between(0.6, 1.2) * HOUR_MS);
    const sentAt = repliedAt - 6 * HOUR_MS;
    emit(facts.account.id, {
      ...base(facts, 'email'),
      type: 'touch',
      outcome: null,
      occurredAt: Math.round(sentAt),
    });
    emit(facts.account.id, {
      ...base(facts, 'email'),
      type: 'reply',
      outcome: 'positive_reply',
      occurredAt: repliedAt,
    });
  }
  for (const [place, daysAhead, hour] of [
    [1, 1, 13],
    [4, 2, 9.5],
    [9, 4, 15],
  ] as const) {
    const facts = at(place);
    if (!facts) continue;
    let day = calendar.today + daysAhead;
    while (calendar.isWeekend(day)) day++;
    const scheduledAt = calendar.dayStart(day) + hour * HOUR_MS;
    emit(facts.account.id, {
      ...base(facts, 'call'),
      type: 'meeting',
      outcome: 'meeting_booked',
      occurredAt: null,
      scheduledAt,
    });
  }
  return {
    nextSteps: steps.flatMap((text, n) => {
      const facts = at(n * 3 + 2);
      return facts
        ? [
            {
              accountId: facts.account.id,
              contactId: reachable(facts)?.id ?? null,
              dueOn: calendar.today + n - 1,
              text,
            },
          ]
        : [];
    }),
    snoozes: [ranked.length - 2, ranked.length - 5, ranked.length - 9].flatMap((place, n) => {
      const facts = ranked[place];
      return facts ? [{ accountId: facts.account.id, untilOn: calendar.today + 6 + n * 5 }] : [];
    }),
  };
}

const noteTexts = [
  'Plans in spreadsheets beside SAP; the night run is their schedule.',
  'New plant manager wants fewer expedites before the peak season.',
  'Budget is decided in March. CFO asked for a reference of the same size.',
  'They compared us with Planwright last year and stayed with what they had.',
  'IT has no capacity before the ERP upgrade is through.',
  'Met at the planning summit; wants to see the what-if board.',
  'Two planners leave this year, that is why it hurts now.',
  'Procurement wants a pilot with one line before anything else.',
];

export type DemoNote = { accountId: number; text: string; createdAt: number };

/** What people wrote down about some of the targets. */
export function drawNotes(
  targets: readonly AccountFacts[],
  random: Random,
  calendar: SeedCalendar,
): DemoNote[] {
  return targets
    .filter(() => random.chance(0.2))
    .map(({ account }) => ({
      accountId: account.id,
      text: random.pick(noteTexts),
      createdAt: Math.max(account.createdAt, Math.round(calendar.now - random.between(1, 280) * DAY_MS)),
    }));
}
