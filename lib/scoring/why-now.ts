import { dayOfInstant, type EpochDay, type EpochMs } from '#lib/shared/days.ts';
import { signalRules, type SignalFact, type SignalWords } from './signal-words.ts';

export type { SignalFact } from './signal-words.ts';

export type ReasonKind =
  | 'reply'
  | 'meeting'
  | 'step'
  | 'renewal'
  | 'intent'
  | 'trigger'
  | 'visit'
  | 'mail'
  | 'demo';

/** One reason to call now, in plain words. `at` is when it was seen, `on` the day that it points to. */
export type Reason = {
  kind: ReasonKind;
  text: string;
  detail: string | null;
  at: EpochMs | null;
  on: EpochDay | null;
  weight: number;
  /** It loses its worth within days. */
  isUrgent: boolean;
};

/** What is known of an account's last weeks. `reply` is one that nobody answered yet. */
export type AccountNews = {
  signals: readonly SignalFact[];
  reply: { occurredAt: EpochMs; outcome: string | null; person: string | null; title: string | null } | null;
  meeting: { scheduledAt: EpochMs; person: string | null } | null;
  step: { dueOn: EpochDay; text: string } | null;
  renewalOn: EpochDay | null;
};

export type WhyNowSettings = {
  now: EpochMs;
  timeZone: string;
  /** What counts as high intent: an intent signal at least this strong (0–100). */
  highIntentStrength: number;
  currency: string;
};

const DAY_MS = 86_400_000;
/** A reason loses this much weight with every day of age, so that fresh small news passes stale big news. */
const WEIGHT_PER_DAY = 1.5;
export const SIGNAL_DAYS = 30;
const RENEWAL_DAYS = 90;
const RENEWAL_URGENT_DAYS = 45;
const MEETING_DAYS = 7;

/**
 * Why an account deserves a touch now, best reason first. Rule based: each kind of news has a base weight (see
 * `signalRules`), less 1.5 a day of age; signals older than 30 days say nothing.
 */
export function whyNow(news: AccountNews, settings: WhyNowSettings): Reason[] {
  const today = dayOfInstant(settings.now, settings.timeZone);
  const reasons = [
    ...replyReason(news, settings),
    ...meetingReason(news, settings),
    ...stepReason(news, today),
    ...renewalReason(news, today),
    ...signalReasons(news.signals, settings),
  ];
  return reasons.sort((a, b) => b.weight - a.weight || (b.at ?? 0) - (a.at ?? 0));
}

function replyReason({ reply }: AccountNews, { now }: WhyNowSettings): Reason[] {
  if (!reply) return [];
  const isPositive = reply.outcome === 'positive_reply';
  const who = reply.title ?? reply.person;
  return [
    {
      kind: 'reply',
      text: `${isPositive ? 'Positive reply' : 'Reply'}${who ? ` from ${reply.title ? `the ${who}` : who}` : ''}`,
      detail: reply.title && reply.person ? reply.person : null,
      at: reply.occurredAt,
      on: null,
      weight: (isPositive ? 110 : 96) - (ageDays(reply.occurredAt, now) * WEIGHT_PER_DAY) / 3,
      isUrgent: true,
    },
  ];
}

function meetingReason({ meeting }: AccountNews, { now, timeZone }: WhyNowSettings): Reason[] {
  if (!meeting) return [];
  const today = dayOfInstant(now, timeZone);
  const day = dayOfInstant(meeting.scheduledAt, timeZone);
  const inDays = day - today;
  if (inDays < 0 || inDays > MEETING_DAYS) return [];
  const when = inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : `in ${inDays} days`;
  return [
    {
      kind: 'meeting',
      text: `Meeting ${when}${meeting.person ? ` with ${meeting.person}` : ''}`,
      detail: null,
      at: meeting.scheduledAt,
      on: day,
      weight: 98 - inDays * 4,
      isUrgent: inDays <= 1,
    },
  ];
}

function stepReason({ step }: AccountNews, today: EpochDay): Reason[] {
  if (!step || step.dueOn > today + MEETING_DAYS) return [];
  const inDays = step.dueOn - today;
  const weight = inDays < 0 ? 94 : inDays === 0 ? 92 : 60 - inDays * 2;
  return [
    {
      kind: 'step',
      text: step.text,
      detail: 'Next step',
      at: null,
      on: step.dueOn,
      weight,
      isUrgent: inDays <= 0,
    },
  ];
}

function renewalReason({ renewalOn }: AccountNews, today: EpochDay): Reason[] {
  if (renewalOn === null) return [];
  const inDays = renewalOn - today;
  if (inDays < 0 || inDays > RENEWAL_DAYS) return [];
  return [
    {
      kind: 'renewal',
      text: inDays === 0 ? 'Renewal today' : `Renewal in ${inDays} ${inDays === 1 ? 'day' : 'days'}`,
      detail: null,
      at: null,
      on: renewalOn,
      weight: inDays <= RENEWAL_URGENT_DAYS ? 78 - inDays / 5 : 55 - inDays / 5,
      isUrgent: inDays <= RENEWAL_URGENT_DAYS,
    },
  ];
}

function signalReasons(signals: readonly SignalFact[], settings: WhyNowSettings): Reason[] {
  const { now, highIntentStrength } = settings;
  const byType = new Map<string, SignalFact[]>();
  for (const signal of signals) {
    if (signal.occurredAt > now || signal.occurredAt < now - SIGNAL_DAYS * DAY_MS) continue;
    byType.set(signal.type, [...(byType.get(signal.type) ?? []), signal]);
  }
  return [...byType].map(([type, found]) => {
    const latestFirst = found.sort((a, b) => b.occurredAt - a.occurredAt);
    // Of several intent topics the strong one is worth the line.
    const strong = latestFirst.find((signal) => (signal.strength ?? 0) >= highIntentStrength);
    const isHighIntent = type === 'intent' && strong !== undefined;
    const shown = isHighIntent ? strong : (latestFirst[0] as SignalFact);
    const rule = isHighIntent ? signalRules.highIntent : (signalRules[type] ?? signalRules.other);
    const words: SignalWords = { ...settings, of: latestFirst, shown, type, byType };
    const age = ageDays(shown.occurredAt, now);
    return {
      kind: rule.kind,
      text: rule.text(words),
      detail: rule.detail?.(words) ?? null,
      at: shown.occurredAt,
      on: null,
      weight: rule.weight - age * WEIGHT_PER_DAY,
      isUrgent: rule.urgentDays > 0 && age <= rule.urgentDays,
    };
  });
}

function ageDays(at: EpochMs, now: EpochMs): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS));
}
