import { mapFlags } from '#lib/shared/plan-map-shapes.ts';
import type { Colouring } from './colouring.ts';
import type { MapData } from './map-data.ts';
import type { MapView } from './boundaries.ts';

/** Which region each account lies in: an index into `codes`, −1 = none that this view has. */
export type Grouping = { codes: string[]; ofAccount: Int16Array };

/** What a view calls the region of an account: its state within the United States, its country in the world. */
export function regionInView(code: string, view: MapView): string | null {
  if (view === 'world') return code.slice(0, 2);
  return code.startsWith('US-') ? code : null;
}

/** Groups accounts by the states or countries of a view, by what is recorded rather than by their point. */
export function groupByRegion(data: MapData, view: MapView): Grouping {
  const codes: string[] = [];
  const known = new Map<string, number>();
  const ofRegion = data.regionCodes.map((code) => {
    const region = regionInView(code, view);
    if (region === null) return -1;
    const found = known.get(region);
    if (found !== undefined) return found;
    known.set(region, codes.push(region) - 1);
    return codes.length - 1;
  });
  const ofAccount = new Int16Array(data.accounts).fill(-1);
  for (let at = 0; at < data.accounts; at++) ofAccount[at] = ofRegion[(data.regions[at] ?? 0) - 1] ?? -1;
  return { codes, ofAccount };
}

export type RegionTally = {
  code: string;
  accounts: number;
  potentialAmount: number;
  changes: number;
  selected: number;
  /** Accounts of each category of the colouring. */
  byCategory: Uint32Array;
  /** The largest category that is not ground; of all, where everything is. */
  main: number;
  /** Its share of what is not ground, 0–1; of all, where everything is. */
  mainRate: number;
  /** Accounts of other categories that are ground. */
  ground: number;
};

/** What lies in each region among the shown accounts, and how much of it is chosen. */
export function tallyRegions(
  data: MapData,
  { codes, ofAccount }: Grouping,
  { list, ofAccount: categoryOf, ground = new Set() }: Colouring,
  shown: Uint8Array,
  chosen: Uint8Array,
): RegionTally[] {
  const tallies = codes.map(
    (code): RegionTally => ({
      code,
      accounts: 0,
      potentialAmount: 0,
      changes: 0,
      selected: 0,
      byCategory: new Uint32Array(list.length),
      main: 0,
      mainRate: 0,
      ground: 0,
    }),
  );
  for (let at = 0; at < data.accounts; at++) {
    const tally = shown[at] === 1 ? tallies[ofAccount[at] as number] : undefined;
    if (!tally) continue;
    const amount = data.potentialAmounts[at] as number;
    const category = categoryOf[at] as number;
    tally.accounts += 1;
    if (!Number.isNaN(amount)) tally.potentialAmount += amount;
    if ((data.flags[at] as number) & mapFlags.changes) tally.changes += 1;
    if (chosen[at] === 1) tally.selected += 1;
    tally.byCategory[category] = (tally.byCategory[category] ?? 0) + 1;
  }
  for (const tally of tallies) {
    const behind = tally.byCategory.reduce((sum, count, at) => sum + (ground.has(at) ? count : 0), 0);
    const isAllGround = behind === tally.accounts;
    const weight = (at: number) => (ground.has(at) && !isAllGround ? -1 : (tally.byCategory[at] ?? 0));
    for (let at = 0; at < list.length; at++) if (weight(at) > weight(tally.main)) tally.main = at;
    tally.ground = isAllGround ? 0 : behind;
    tally.mainRate = weight(tally.main) / Math.max(1, tally.accounts - tally.ground);
  }
  return tallies.filter(({ accounts }) => accounts > 0);
}

/** Indexes of the accounts of one region. */
export function accountsOfRegion({ codes, ofAccount }: Grouping, code: string): number[] {
  const region = codes.indexOf(code);
  const found: number[] = [];
  if (region < 0) return found;
  for (let at = 0; at < ofAccount.length; at++) if (ofAccount[at] === region) found.push(at);
  return found;
}
