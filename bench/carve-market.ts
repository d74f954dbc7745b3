import type { CarveAccount, CarveInput, CarveRep } from '#lib/territories/optimise/input.ts';
import { usualRates } from '#lib/territories/optimise/input.ts';
import { seededRandom } from '#lib/territories/optimise/random.ts';

const regions = 6;
const metros = 60;
const tiers = { enterprise: 'Tier 1', 'mid-market': 'Tier 2', smb: 'Tier 3' } as const;
type Segment = keyof typeof tiers;
const touches: Record<Segment, [number, number]> = { enterprise: [6, 12], 'mid-market': [3, 6], smb: [1, 2] };
const repShare: [Segment, number][] = [
  ['enterprise', 0.3],
  ['mid-market', 0.5],
  ['smb', 0.2],
];
const caps: Record<Segment, number | null> = { enterprise: 20, 'mid-market': 50, smb: null };
/** How much of the capped slots there are accounts for; what is left of the market is SMB. */
const slotFill = 0.75;

/**
 * A drawn sales team: potential by a power law (exponent 1.6, $4k to $5M), 60 cities in 6 regions, reps of one segment
 * and one to three regions each, 15 % of them ramping at half, 12 % of accounts with open pipeline, uneven books as
 * they grow by hand, 6 % of accounts without a holder, 3 % locked, 12 % in families of two to four.
 */
export function drawMarket(accountCount: number, repCount: number, seed: number): CarveInput {
  const random = seededRandom(seed * 7919 + accountCount);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const cities = Array.from({ length: metros }, (_, index) => {
    const region = index % regions;
    return {
      region,
      latitude: 25 + Math.floor(region / 3) * 12 + random() * 12,
      longitude: -122 + (region % 3) * 17 + random() * 17,
      weight: 1 / (1 + Math.floor(index / regions)),
    };
  });
  const cityWeight = cities.reduce((sum, city) => sum + city.weight, 0);
  const drawCity = () => {
    let rest = random() * cityWeight;
    return cities.find((city) => (rest -= city.weight) <= 0) ?? cities[0]!;
  };
  const near = (city: (typeof cities)[number]) => ({
    latitude: city.latitude + (random() - 0.5) * 0.6,
    longitude: city.longitude + (random() - 0.5) * 0.6,
  });

  const counts = countsOf();
  const reps = drawReps();
  const able = new Map<string, number[]>();
  reps.forEach((rep, index) => {
    for (const region of rep.takes.region ?? []) {
      const key = `${rep.group}/${region}`;
      able.set(key, [...(able.get(key) ?? []), index]);
    }
  });

  const values = Array.from({ length: accountCount }, () => powerLaw(random)).sort((a, b) => b - a);
  const enterprise = counts.enterprise;
  const midMarket = enterprise + counts['mid-market'];
  const accounts: CarveAccount[] = [];
  /** How readily books took accounts over the years. */
  const pull = reps.map((rep) => rep.rampRate * (0.85 + random() * 0.3));
  for (let index = 0; index < accountCount; index++) {
    const segment: Segment = index < enterprise ? 'enterprise' : index < midMarket ? 'mid-market' : 'smb';
    const city = drawCity();
    const potentialAmount = Math.round(values[index]!);
    const [low, high] = touches[segment];
    const isChild = index > 0 && random() < 0.12;
    const parent = isChild ? accounts[Math.max(0, index - int(1, 4))]! : null;
    const headIndex = parent ? parent.familyId - 1 : index;
    const { traits } = accounts[headIndex] ?? { traits: { segment, region: `R${city.region}` } };
    const candidates = able.get(`${traits.segment}/${traits.region}`) ?? [];
    const repId = random() < 0.06 || candidates.length === 0 ? null : reps[drawHolder(candidates, city)]!.id;
    accounts.push({
      id: index + 1,
      name: `Account ${index + 1}`,
      familyId: headIndex + 1,
      potentialAmount,
      workloadTouches: int(low, high),
      pipelineAmount: random() < 0.12 ? Math.round(potentialAmount * (0.1 + random() * 0.5)) : 0,
      tier: tiers[segment],
      traits,
      place: near(city),
      territoryId: null,
      repId,
      lockedRepId: repId !== null && headIndex === index && random() < 0.03 ? repId : null,
    });
  }
  return {
    accounts,
    reps,
    rates: {
      ...usualRates,
      moveAmountByTier: { 'Tier 1': 5000, 'Tier 2': 1500, 'Tier 3': 200 },
      balanceTouchAmount: 1000,
    },
    scope: { kind: 'whole' },
    refusals: [],
    screen: null,
    seed,
    effort: 'normal',
  };

  /** Most accounts are with somebody near by. */
  function drawHolder(candidates: readonly number[], city: (typeof cities)[number]): number {
    const weightOf = (rep: number) => {
      const home = reps[rep]!.home!;
      const degrees = Math.hypot(home.latitude - city.latitude, home.longitude - city.longitude);
      return pull[rep]! / (1 + degrees / 6);
    };
    const total = candidates.reduce((sum, rep) => sum + weightOf(rep), 0);
    let rest = random() * total;
    return candidates.find((rep) => (rest -= weightOf(rep)) <= 0) ?? candidates[0]!;
  }

  function countsOf(): Record<Segment, number> {
    const slots = repShare.map(
      ([segment, share]) => Math.max(1, Math.round(repCount * share)) * (caps[segment] ?? 0),
    );
    const [enterprise, midMarket] = slots.map((count) => Math.round(count * slotFill)) as [number, number];
    return { enterprise, 'mid-market': midMarket, smb: accountCount - enterprise - midMarket };
  }

  function drawReps(): CarveRep[] {
    const made: CarveRep[] = [];
    for (const [segment, share] of repShare) {
      const count = Math.max(1, Math.round(repCount * share));
      for (let index = 0; index < count; index++) {
        const own = new Set([index % regions]);
        const wanted = int(1, 3);
        for (let step = 1; own.size < wanted; step++) own.add((index + step) % regions);
        // So few reps must cover every region between them.
        for (let region = index; count < regions && region < regions; region += count) own.add(region);
        const local = cities.filter((city) => city.region === index % regions);
        const home = local[int(0, local.length - 1)]!;
        made.push({
          id: made.length + 1,
          name: `Rep ${made.length + 1}`,
          group: segment,
          shareRate: 1,
          rampRate: random() < 0.15 ? 0.5 : 1,
          capAccounts: caps[segment],
          capTouches: null,
          home: near(home),
          takes: { segment: [segment], region: [...own].map((region) => `R${region}`) },
          excludedAccountIds: [],
        });
      }
    }
    return withCapacity(made);
  }

  /** Enough touches for the books that the segment will have, and a third more; ramping reps have less. */
  function withCapacity(made: readonly CarveRep[]): CarveRep[] {
    const expected: Record<Segment, number> = {
      enterprise: counts.enterprise * 9,
      'mid-market': counts['mid-market'] * 4.5,
      smb: counts.smb * 1.5,
    };
    return made.map((rep) => {
      const weight = made
        .filter((other) => other.group === rep.group)
        .reduce((sum, other) => sum + other.rampRate, 0);
      const share = (expected[rep.group as Segment] * rep.rampRate) / weight;
      return { ...rep, capTouches: Math.round(share * 1.35) };
    });
  }
}

function powerLaw(random: () => number): number {
  const tail = 0.6;
  const low = 4000 ** -tail;
  const high = 5_000_000 ** -tail;
  return (low - random() * (low - high)) ** (-1 / tail);
}
