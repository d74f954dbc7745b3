import { formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { demoTerritories, draftMove, formerHolders } from './territory-table.ts';

export const namedTerritory = 'Enterprise named';
export const smbTerritory = 'SMB';
export const nurtureTerritory = 'Nurture';

export type DemoPlacement = {
  territory: string | null;
  step: 'lock' | 'named' | 'rule' | 'geography';
  /** Keys of reps or pools. */
  ae: string | null;
  sdr: string | null;
  /** Who was AE before the carve, when somebody else was. */
  formerAe: string | null;
  isLocked: boolean;
  /** Placed by hand: why. */
  reason: string | null;
};

export type DemoPlan = {
  placements: Map<number, DemoPlacement>;
  /** Accounts below it are nurtured by the inside pool. */
  targetScore: number;
  /** Enterprises from it on are strategic. */
  strategicScore: number;
  /** When the present carve took effect, and the one before. */
  carveAt: number;
  formerCarveAt: number;
};

const nowhere: DemoPlacement = {
  territory: null,
  step: 'rule',
  ae: null,
  sdr: null,
  formerAe: null,
  isLocked: false,
  reason: null,
};

const territoryOfPlace = new Map(
  demoTerritories.flatMap((territory) => territory.places.map((place) => [place, territory] as const)),
);

/** The geographic territory that an account's state or country lies in. */
export function geographyOf({ account }: AccountFacts) {
  const byState = account.state === null ? undefined : territoryOfPlace.get(account.state);
  return byState ?? (account.country === null ? undefined : territoryOfPlace.get(account.country));
}

const isCovered = ({ account }: AccountFacts) => account.region === 'NA' || account.region === 'EMEA';
const isSmall = ({ account }: AccountFacts) => account.employees !== null && account.employees < 100;

/** The lowest whole score that leaves at most `wanted` of these accounts at or above it. */
function scoreFor(wanted: number, facts: readonly AccountFacts[]): number {
  const counts = new Array<number>(101).fill(0);
  for (const { account } of facts) counts[account.score] = (counts[account.score] ?? 0) + 1;
  let above = 0;
  for (let score = 100; score > 0; score--) {
    above += counts[score] ?? 0;
    if (above > wanted) return score + 1;
  }
  return 1;
}

/** 1 January of this year, or of the last one when that is too fresh to have a history. */
function carveDay(calendar: SeedCalendar): number {
  const year = calendar.yearOf(calendar.today);
  const thisYear = parseIsoDay(`${year}-01-01`) ?? calendar.today;
  return calendar.today - thisYear >= 45 ? thisYear : (parseIsoDay(`${year - 1}-01-01`) ?? thisYear);
}

function geographic(facts: AccountFacts): DemoPlacement {
  const territory = geographyOf(facts);
  if (!territory) return nowhere;
  const { state, country } = facts.account;
  const former = formerHolders[state ?? ''] ?? formerHolders[country ?? ''] ?? null;
  return {
    ...nowhere,
    territory: territory.name,
    step: 'geography',
    ae: territory.ae,
    sdr: territory.sdr,
    formerAe: former === territory.ae ? null : former,
  };
}

/**
 * The published plan: named enterprises first, then two rules that give small and badly fitting accounts to pools,
 * then geography. Latin America, Asia and accounts without a country stay unassigned.
 */
export function drawPlan(facts: readonly AccountFacts[], random: Random, calendar: SeedCalendar): DemoPlan {
  const covered = facts.filter((item) => isCovered(item) && !isSmall(item));
  const scale = facts.length;
  const targetScore = scoreFor(Math.min(620, Math.ceil(scale * 0.2)), covered);
  const large = covered.filter(({ account }) => (account.employees ?? 0) >= 1000);
  const strategicScore = Math.max(targetScore, scoreFor(Math.min(110, Math.ceil(scale * 0.05)), large));
  const strategic = large
    .filter(({ account }) => account.score >= strategicScore && account.country === 'US')
    .sort((a, b) => (b.account.revenue ?? 0) - (a.account.revenue ?? 0) || a.account.id - b.account.id);
  const named = new Set(
    strategic.slice(0, Math.min(38, Math.ceil(scale * 0.01))).map(({ account }) => account.id),
  );
  const placements = new Map<number, DemoPlacement>();
  let namedCount = 0;
  for (const item of facts) {
    const { account } = item;
    if (named.has(account.id)) {
      const ae = namedCount++ % 2 === 0 ? 'Naomi' : 'Viktor';
      placements.set(account.id, {
        ...nowhere,
        territory: namedTerritory,
        step: 'named',
        ae,
        sdr: 'Bea',
        reason: 'Strategic enterprise',
      });
    } else if (isCovered(item) && isSmall(item)) {
      placements.set(account.id, { ...nowhere, territory: smbTerritory, ae: 'smb' });
    } else if (isCovered(item) && account.score < targetScore) {
      placements.set(account.id, { ...nowhere, territory: nurtureTerritory, ae: 'inside' });
    } else {
      placements.set(account.id, geographic(item));
    }
  }
  lockAndMove(facts, placements, random);
  const carve = carveDay(calendar);
  const before = parseIsoDay(`${Number(formatIsoDay(carve).slice(0, 4)) - 1}-01-01`) ?? carve - 365;
  return {
    placements,
    targetScore,
    strategicScore,
    carveAt: calendar.dayStart(carve),
    formerCarveAt: calendar.dayStart(before),
  };
}

const lockReasons = [
  'Renewal in progress',
  'Executive relationship',
  'Open evaluation, holder stays',
  'Joint project with the partner',
];

/** About one target in twenty-five is locked where it is; one in fifty was moved to a neighbour by hand. */
function lockAndMove(
  facts: readonly AccountFacts[],
  placements: Map<number, DemoPlacement>,
  random: Random,
): void {
  for (const { account } of facts) {
    const placement = placements.get(account.id);
    if (placement?.step !== 'geography' || account.state === draftMove.place) continue;
    const roll = random.next();
    if (roll < 0.04) {
      placements.set(account.id, {
        ...placement,
        step: 'lock',
        isLocked: true,
        reason: random.pick(lockReasons),
      });
    } else if (roll < 0.06 && account.country === 'US' && placement.territory !== 'Great Lakes') {
      const other = random.pick(demoTerritories.slice(0, 8));
      placements.set(account.id, {
        ...placement,
        territory: other.name,
        step: 'named',
        ae: other.ae,
        sdr: other.sdr,
        formerAe: null,
        reason: `Kept with ${other.ae}: relationship from an earlier deal`,
      });
    }
  }
}

export function isTargetPlacement(placement: DemoPlacement | undefined): boolean {
  return placement?.step === 'geography' || placement?.step === 'named' || placement?.step === 'lock';
}
