import { type Random, weightedPicker } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { demoProducts } from './stages.ts';

const sources = {
  inbound: 0.25,
  outbound: -0.28,
  partner: 0.3,
  referral: 0.55,
  event: 0,
  'product-led': 0.1,
} as const;

export type DealSource = keyof typeof sources;

/** How much a source moves the log odds of a win. */
export function sourceShift(source: DealSource): number {
  return sources[source];
}

const anySource = weightedPicker<readonly [DealSource, number]>(
  [
    ['inbound', 24],
    ['outbound', 44],
    ['partner', 12],
    ['referral', 9],
    ['event', 11],
  ],
  ([, weight]) => weight,
);

const warmSource = weightedPicker<readonly [DealSource, number]>(
  [
    ['inbound', 52],
    ['outbound', 26],
    ['partner', 9],
    ['referral', 6],
    ['event', 7],
  ],
  ([, weight]) => weight,
);

export function drawSource(random: Random, isWarm: boolean, employees: number): DealSource {
  if (employees < 100 && random.chance(0.45)) return 'product-led';
  return (isWarm ? warmSource : anySource)(random)[0];
}

export const drawLossReason = weightedPicker(
  [
    { reason: 'No decision', weight: 30 },
    { reason: 'Price', weight: 20 },
    { reason: 'Lost to competitor', weight: 17 },
    { reason: 'Timing', weight: 13 },
    { reason: 'Missing capability', weight: 10 },
    { reason: 'No budget', weight: 7 },
    { reason: 'Champion left', weight: 3 },
  ],
  ({ weight }) => weight,
);

/** Fewer deals start in summer and December. */
const monthWeights = [0.92, 1, 1.2, 1, 1, 1.15, 0.78, 0.76, 1.15, 1.2, 1, 0.72];

/** A day between `from` and `to` days ago, more often in the busy months. */
export function drawBusyDay(random: Random, calendar: SeedCalendar, from: number, to: number): number {
  for (;;) {
    const day = calendar.today - Math.floor(random.between(from, to));
    if (random.next() * 1.2 < (monthWeights[calendar.monthOf(day)] ?? 1)) return day;
  }
}

export type DemoProduct = (typeof demoProducts)[number];

const byBand = new Map<number, (random: Random) => DemoProduct>();
const bands = [40, 80, 100, 120, 300, 901, 1500];

export function drawProduct(random: Random, employees: number): DemoProduct {
  const band = bands.filter((edge) => employees >= edge).length;
  const known = byBand.get(band);
  if (known) return known(random);
  const fitting = demoProducts.filter(({ from, to }) => employees >= from && employees <= to);
  const pick = weightedPicker(fitting, ({ weight }) => weight);
  byBand.set(band, pick);
  return pick(random);
}

const amountFactors: Readonly<Record<string, number>> = {
  Automotive: 1.55,
  'Food production': 0.88,
  Machinery: 1.16,
  Hospitals: 1.2,
};

/** Annual contract value: grows with size and with how much of the product fits, log-normal around that. */
export function drawAnnualAmount(
  random: Random,
  employees: number,
  fitRate: number,
  subIndustry: string | null = null,
): number {
  const median =
    9_000 *
    (Math.max(8, employees) / 50) ** 0.7 *
    (0.55 + 0.6 * fitRate) *
    (amountFactors[subIndustry ?? ''] ?? 1);
  const amount = random.logNormal(median, 0.42);
  const unit = amount < 20_000 ? 100 : amount < 100_000 ? 500 : 1_000;
  return Math.max(1_200, Math.round(amount / unit) * unit);
}

const cycleFactors: Readonly<Record<string, number>> = {
  Automotive: 1.35,
  'Food production': 0.82,
  'Packaged food': 0.86,
  Machinery: 0.98,
  'Industrial equipment': 1.06,
  Hospitals: 1.3,
};

/** Days from creation to close if the deal runs its course. */
export function drawCycleDays(random: Random, employees: number, subIndustry: string): number {
  const median = 25 * (Math.max(10, employees) / 50) ** 0.38 * (cycleFactors[subIndustry] ?? 1);
  return Math.max(4, Math.round(random.logNormal(median, 0.42)));
}

export function campaignOf(
  day: number,
  source: DealSource,
  random: Random,
  calendar: SeedCalendar,
): string | null {
  if (source === 'referral' || random.chance(0.4)) return null;
  const quarter = Math.floor(calendar.monthOf(day) / 3) + 1;
  const theme = random.pick([
    'Planning under tariffs',
    'SAP refresh',
    'Forecast accuracy',
    'Plant of the future',
  ]);
  return `${calendar.yearOf(day)} Q${quarter} ${theme}`;
}
