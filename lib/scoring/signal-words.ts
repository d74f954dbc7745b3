import type { EpochMs } from '#lib/shared/days.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { ReasonKind } from './why-now.ts';

/** One signal of an account. `type` as stored (`demo_request`), `person` the contact it came from. */
export type SignalFact = {
  type: string;
  topic: string | null;
  strength: number | null;
  quantity: number | null;
  amount: number | null;
  occurredAt: EpochMs;
  person: string | null;
};

/** The signals of one type, latest first, and the one that the line is about. */
export type SignalWords = {
  of: readonly SignalFact[];
  shown: SignalFact;
  type: string;
  byType: ReadonlyMap<string, readonly SignalFact[]>;
  currency: string;
};

type SignalRule = {
  kind: ReasonKind;
  /** Base weight, 0–100: how near to buying such news is. */
  weight: number;
  /** Days in which it should be acted on at once; 0 = never urgent. */
  urgentDays: number;
  text: (words: SignalWords) => string;
  detail?: (words: SignalWords) => string | null;
};

const ordinals = new Intl.PluralRules('en-US', { type: 'ordinal' });
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

function ordinal(count: number): string {
  return `${formatNumber(count)}${endings[ordinals.select(count)] ?? 'th'}`;
}

const times = (count: number) => (count === 1 ? 'once' : `${formatNumber(count)} times`);
const sum = (of: readonly SignalFact[]) => of.reduce((total, { quantity }) => total + (quantity ?? 1), 0);
const about = (words: SignalWords, lead: string, plain: string) =>
  words.shown.topic ? `${lead} ${words.shown.topic}` : plain;

function intentText({ of, shown }: SignalWords): string {
  const topics = new Set(of.flatMap((signal) => signal.topic ?? [])).size;
  const others = topics > 1 ? `, ${topics} topics` : '';
  return shown.topic ? `Intent: ${shown.topic}${others}` : 'Intent from research';
}

function fundingText({ shown, currency }: SignalWords): string {
  const round = shown.topic?.replace(
    /^series-(.+)$/,
    (_, letter: string) => `Series ${letter.toUpperCase()}`,
  );
  const amount = shown.amount === null ? '' : ` of ${formatMoney(shown.amount, currency, { compact: true })}`;
  return round ? `Funding: ${round}${amount}` : `Funding round${amount}`;
}

/** What each kind of signal is worth and how a sales person says it. `highIntent` is intent at or above the set strength. */
export const signalRules: Record<string, SignalRule> & { highIntent: SignalRule; other: SignalRule } = {
  demo_request: {
    kind: 'demo',
    weight: 90,
    urgentDays: 7,
    text: (words) => {
      const visits = words.byType.get('pricing_view')?.length ?? 0;
      const ask = about(words, 'Demo request:', 'Demo request');
      return visits > 1 ? `${ask}, ${ordinal(visits)} visit to pricing` : ask;
    },
    detail: ({ shown }) => shown.person,
  },
  trial_signup: {
    kind: 'demo',
    weight: 84,
    urgentDays: 7,
    text: (words) => about(words, 'Trial started:', 'Trial started'),
    detail: ({ shown }) => shown.person,
  },
  pricing_view: {
    kind: 'visit',
    weight: 74,
    urgentDays: 4,
    text: ({ of }) => `Pricing page read ${times(of.length)}`,
    detail: ({ shown }) => shown.person,
  },
  highIntent: {
    kind: 'intent',
    weight: 72,
    urgentDays: 4,
    text: intentText,
    detail: ({ shown }) => (shown.strength === null ? null : `strength ${formatNumber(shown.strength)}`),
  },
  intent: {
    kind: 'intent',
    weight: 42,
    urgentDays: 0,
    text: intentText,
    detail: ({ shown }) => (shown.strength === null ? null : `strength ${formatNumber(shown.strength)}`),
  },
  leadership_change: {
    kind: 'trigger',
    weight: 68,
    urgentDays: 10,
    text: (words) => about(words, 'New', 'Leadership change'),
  },
  competitor_mention: {
    kind: 'trigger',
    weight: 62,
    urgentDays: 5,
    text: (words) => about(words, 'Looks at', 'A competitor was mentioned'),
    detail: () => 'competitor',
  },
  funding_round: { kind: 'trigger', weight: 62, urgentDays: 7, text: fundingText },
  acquisition: {
    kind: 'trigger',
    weight: 58,
    urgentDays: 0,
    text: (words) => about(words, 'Acquisition:', 'Acquisition'),
  },
  expansion: {
    kind: 'trigger',
    weight: 56,
    urgentDays: 0,
    text: (words) => about(words, 'Expansion:', 'Expansion'),
  },
  technology_change: {
    kind: 'trigger',
    weight: 54,
    urgentDays: 0,
    text: (words) => about(words, 'Moves to', 'Technology change'),
  },
  hiring: {
    kind: 'trigger',
    weight: 48,
    urgentDays: 0,
    text: (words) => {
      const openings = words.shown.quantity;
      const count =
        openings === null ? '' : `, ${formatNumber(openings)} ${openings === 1 ? 'opening' : 'openings'}`;
      const { topic } = words.shown;
      const where = topic === null ? '' : ` in ${topic.length <= 2 ? topic.toUpperCase() : topic}`;
      return `Hiring${where}${count}`;
    },
  },
  product_usage: {
    kind: 'visit',
    weight: 50,
    urgentDays: 0,
    text: ({ shown }) =>
      shown.quantity === null ? 'Uses the product' : `${formatNumber(shown.quantity)} active users`,
  },
  event: {
    kind: 'visit',
    weight: 38,
    urgentDays: 0,
    text: (words) => about(words, 'Event:', 'Came to an event'),
    detail: ({ shown }) => shown.person,
  },
  webinar: {
    kind: 'mail',
    weight: 36,
    urgentDays: 0,
    text: (words) => about(words, 'Webinar:', 'Attended a webinar'),
    detail: ({ shown }) => shown.person,
  },
  content_download: {
    kind: 'visit',
    weight: 34,
    urgentDays: 0,
    text: (words) => about(words, 'Downloaded the', 'Downloaded content'),
    detail: ({ shown }) => shown.person,
  },
  website_visit: {
    kind: 'visit',
    weight: 28,
    urgentDays: 0,
    text: (words) => {
      const visits = words.of.length;
      const page = words.shown.topic ? `, last to ${words.shown.topic}` : '';
      return `${formatNumber(visits)} ${visits === 1 ? 'visit' : 'visits'}${page}`;
    },
    detail: ({ shown }) => shown.person,
  },
  email_engagement: {
    kind: 'mail',
    weight: 22,
    urgentDays: 0,
    text: ({ of }) => `Opened mails ${times(sum(of))}`,
    detail: ({ shown }) => shown.person,
  },
  other: {
    kind: 'trigger',
    weight: 30,
    urgentDays: 0,
    text: ({ type, shown }) => {
      const words = type.replaceAll('_', ' ');
      const label = words.charAt(0).toUpperCase() + words.slice(1);
      return shown.topic ? `${label}: ${shown.topic}` : label;
    },
  },
};
