import type { DemoAccount } from './account-type.ts';
import type { DemoContact } from './contacts.ts';
import type { Episode } from './episodes.ts';
import type { DemoSignal } from './signals.ts';
import type { SeedCalendar } from './seed-calendar.ts';

/** What later steps need to know about an account's rows once those are written. Instants in ms. */
export type AccountFacts = {
  account: DemoAccount;
  contacts: DemoContact[];
  episodes: Episode[];
  /** Intent of strength 70 and more. */
  hotIntentAts: number[];
  webinarAts: number[];
  recentSignals: number;
  recentIntent: number;
  /** Last time somebody there did something with us; 0 = never. */
  lastEngagedAt: number;
};

const engagementTypes = new Set([
  'website_visit',
  'content_download',
  'webinar',
  'event',
  'demo_request',
  'pricing_view',
  'trial_signup',
  'email_engagement',
]);

export function emptyFacts(account: DemoAccount, contacts: DemoContact[], episodes: Episode[]): AccountFacts {
  return {
    account,
    contacts,
    episodes,
    hotIntentAts: [],
    webinarAts: [],
    recentSignals: 0,
    recentIntent: 0,
    lastEngagedAt: 0,
  };
}

export function noteSignal(facts: AccountFacts, signal: DemoSignal, calendar: SeedCalendar): void {
  const isEngagement = engagementTypes.has(signal.type);
  if (isEngagement) facts.lastEngagedAt = Math.max(facts.lastEngagedAt, signal.occurredAt);
  if (signal.type === 'intent' && (signal.strength ?? 0) >= 70) facts.hotIntentAts.push(signal.occurredAt);
  if (signal.type === 'webinar') facts.webinarAts.push(signal.occurredAt);
  if (signal.occurredAt < calendar.daysAgo(60)) return;
  if (isEngagement) facts.recentSignals++;
  if (signal.type === 'intent') facts.recentIntent += (signal.strength ?? 0) / 100;
}

/** 0–100: fit 60, engagement of the last 60 days 20, intent of the last 60 days 20. */
export function scoreOf({ account, recentSignals, recentIntent }: AccountFacts): number {
  const engagement = 1 - Math.exp(-recentSignals / 3);
  const intent = 1 - Math.exp(-recentIntent / 2);
  return Math.max(1, Math.min(99, Math.round(61 * account.fitRate + 20 * engagement + 20 * intent)));
}
