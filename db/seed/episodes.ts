import type { DemoAccount } from './account-type.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { drawTopic } from './topics.ts';

/** A stretch of weeks in which an account looks for a solution: its research warms up, then runs hot. Instants in ms. */
export type Episode = {
  topic: string;
  secondTopic: string;
  startAt: number;
  hotAt: number;
  endAt: number;
  /** Seen because the account is watched closely; fewer of these become deals. */
  isWatched: boolean;
};

const DAY_MS = 86_400_000;
const YEARS = 1.5;

function episodeFrom(startAt: number, account: DemoAccount, random: Random, isWatched = false): Episode {
  const lengthDays = random.between(50, 105);
  return {
    topic: drawTopic(account.market, random),
    secondTopic: drawTopic(account.market, random),
    startAt,
    hotAt: startAt + random.between(0.3, 0.5) * lengthDays * DAY_MS,
    endAt: startAt + lengthDays * DAY_MS,
    isWatched,
  };
}

/** The buying episodes of the last 18 months. Better fits have more, large software companies
 * are always looking for something, and the best fits are watched: many are in one now. */
export function drawEpisodes(account: DemoAccount, random: Random, calendar: SeedCalendar): Episode[] {
  const { fitRate } = account;
  const isLargeSoftware = account.market.industry === 'Software' && account.trueEmployees >= 900;
  const yearly = 0.06 + 0.8 * fitRate * fitRate + (isLargeSoftware ? 3 : 0);
  const episodes: Episode[] = [];
  const count = random.poisson(yearly * YEARS);
  for (let n = 0; n < count; n++) {
    episodes.push(episodeFrom(calendar.daysAgo(random.between(0, YEARS * 365)), account, random));
  }
  if (fitRate > 0.72 && random.chance(0.34)) {
    episodes.push(episodeFrom(calendar.daysAgo(random.between(20, 60)), account, random, true));
  }
  return episodes;
}
