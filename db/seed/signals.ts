import type { DemoAccount } from './account-type.ts';
import type { DemoContact } from './contacts.ts';
import type { Episode } from './episodes.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import {
  competitors,
  drawContent,
  drawExpansion,
  drawHiringTopic,
  drawLeader,
  drawPage,
  drawSoftwareHiringTopic,
  drawTopic,
  drawWebinar,
} from './topics.ts';

export type DemoSignal = {
  type: string;
  topic: string | null;
  source: string;
  strength?: number;
  quantity?: number;
  amount?: number;
  url?: string;
  contactId?: number;
  occurredAt: number;
};

const DAY_MS = 86_400_000;
const site = 'https://www.northwind-industrial.example';

type Draw = {
  account: DemoAccount;
  contacts: readonly DemoContact[];
  random: Random;
  calendar: SeedCalendar;
};

function somebody({ contacts, random }: Draw, rate: number): { contactId?: number } {
  return contacts.length > 0 && random.chance(rate) ? { contactId: random.pick(contacts).id } : {};
}

const news = (random: Random) => `https://news.example/${random.int(100_000, 999_999)}`;

const makers = {
  website_visit: (draw: Draw) => ({
    topic: drawPage(draw.random),
    source: 'website',
    quantity: draw.random.int(1, 9),
    ...somebody(draw, 0.3),
  }),
  pricing_view: (draw: Draw) => ({
    topic: 'pricing',
    source: 'website',
    quantity: draw.random.int(1, 4),
    url: `${site}/pricing`,
    ...somebody(draw, 0.4),
  }),
  content_download: (draw: Draw) => ({
    topic: drawContent(draw.random),
    source: 'website',
    ...somebody(draw, 0.9),
  }),
  webinar: (draw: Draw) => ({
    topic: drawWebinar(draw.random),
    source: 'webinar platform',
    ...somebody(draw, 0.95),
  }),
  event: (draw: Draw) => ({ topic: 'planning summit', source: 'events team', ...somebody(draw, 0.9) }),
  demo_request: (draw: Draw) => ({
    topic: draw.random.pick(['planning', 'scheduling', 'forecasting']),
    source: 'website',
    url: `${site}/demo`,
    ...somebody(draw, 0.95),
  }),
  trial_signup: (draw: Draw) => ({ topic: 'starter', source: 'product', ...somebody(draw, 0.9) }),
  email_engagement: (draw: Draw) => ({
    topic: draw.random.pick(['newsletter', 'sequence', 'product news']),
    source: 'marketing automation',
    quantity: draw.random.int(1, 5),
    ...somebody(draw, 0.95),
  }),
  hiring: ({ account, random }: Draw) => ({
    topic: account.market.industry === 'Software' ? drawSoftwareHiringTopic(random) : drawHiringTopic(random),
    source: 'job boards',
    quantity: 1 + random.poisson(Math.min(6, account.trueEmployees / 400)),
  }),
  leadership_change: ({ random }: Draw) => ({ topic: drawLeader(random), source: 'news', url: news(random) }),
  expansion: ({ random }: Draw) => ({ topic: drawExpansion(random), source: 'news', url: news(random) }),
  acquisition: ({ account, random }: Draw) => ({
    topic: 'acquired a competitor',
    source: 'news',
    amount: Math.round(account.trueRevenue * random.between(0.05, 0.4)),
    url: news(random),
  }),
  funding_round: ({ account, random }: Draw) => ({
    topic: account.fundingStage ?? 'venture',
    source: 'news',
    amount: Math.round(random.logNormal(account.trueEmployees * 90_000, 0.7) / 100_000) * 100_000,
    url: news(random),
  }),
  technology_change: ({ random }: Draw) => ({
    topic: random.pick(['SAP', 'Snowflake', 'Salesforce', 'Microsoft Azure', 'Workday', 'Oracle NetSuite']),
    source: 'technographics',
  }),
  competitor_mention: ({ random }: Draw) => ({
    topic: random.pick(competitors),
    source: 'review sites',
    strength: random.int(30, 90),
  }),
  intent: ({ account, random }: Draw) => ({
    topic: drawTopic(account.market, random),
    source: 'intent network',
    strength: random.int(18, 66),
  }),
};

type Kind = keyof typeof makers;

/** Expected signals a year of an account that is not in the market, by kind. */
function backgroundRates({ account }: Draw): readonly (readonly [Kind, number])[] {
  const warmth = 0.35 + account.fitRate * 1.5;
  const size = Math.min(3, Math.max(0.15, account.trueEmployees / 500));
  const isVenture = /^(pre-seed|seed|series|venture)/.test(account.fundingStage ?? '');
  return [
    ['website_visit', 1.25 * warmth],
    ['email_engagement', 0.75 * warmth],
    ['intent', 0.9 * warmth],
    ['content_download', 0.3 * warmth],
    ['webinar', 0.16 * warmth],
    ['event', 0.05 * warmth],
    ['pricing_view', 0.1 * warmth],
    ['trial_signup', account.trueEmployees < 100 ? 0.16 : 0.01],
    ['hiring', 0.75 * size],
    ['leadership_change', 0.06 + 0.05 * size],
    ['expansion', 0.04 + 0.05 * size],
    ['technology_change', 0.08],
    ['acquisition', 0.012 * size],
    ['funding_round', isVenture ? 0.3 : 0],
    ['competitor_mention', 0.06 * warmth],
  ];
}

function drawBackground(draw: Draw, emit: (signal: DemoSignal) => void): void {
  const { random, calendar } = draw;
  for (const [type, rate] of backgroundRates(draw)) {
    const count = rate > 0 ? random.poisson(rate) : 0;
    for (let n = 0; n < count; n++) {
      emit({ type, ...makers[type](draw), occurredAt: Math.round(calendar.daysAgo(random.between(0, 365))) });
    }
  }
}

/** Each kind in an episode: how many, and in which part of it (0 = start, 1 = end). */
const episodePlan: readonly (readonly [Kind, number, number, number])[] = [
  ['website_visit', 4.2, 0, 1],
  ['email_engagement', 1.6, 0, 1],
  ['content_download', 1.2, 0.05, 0.7],
  ['webinar', 0.45, 0.1, 0.8],
  ['pricing_view', 0.9, 0.35, 1],
  ['demo_request', 0.42, 0.45, 1],
  ['hiring', 1.1, 0, 0.95],
  ['competitor_mention', 0.35, 0.3, 1],
  ['leadership_change', 0.1, 0, 0.3],
];

function drawEpisodeSignals(draw: Draw, episode: Episode, emit: (signal: DemoSignal) => void): void {
  const { random, calendar } = draw;
  const oldest = calendar.daysAgo(365);
  const length = episode.endAt - episode.startAt;
  const place = (signal: Omit<DemoSignal, 'occurredAt'>, at: number) => {
    if (at > oldest && at <= calendar.now) emit({ ...signal, occurredAt: Math.round(at) });
  };
  for (let at = episode.startAt; at < episode.endAt; at += random.between(5, 13) * DAY_MS) {
    const isHot = at >= episode.hotAt;
    const strength = isHot ? random.int(68, 97) : random.int(38, 70);
    const topic = random.chance(0.72) ? episode.topic : episode.secondTopic;
    place({ type: 'intent', topic, source: 'intent network', strength }, at);
  }
  for (const [type, mean, from, to] of episodePlan) {
    const count = random.poisson(mean);
    for (let n = 0; n < count; n++) {
      place({ type, ...makers[type](draw) }, episode.startAt + random.between(from, to) * length);
    }
  }
}

/** Twelve months of signals of one account, in no order. */
export function drawSignals(
  draw: Draw,
  episodes: readonly Episode[],
  emit: (signal: DemoSignal) => void,
): void {
  drawBackground(draw, emit);
  for (const episode of episodes) drawEpisodeSignals(draw, episode, emit);
}
