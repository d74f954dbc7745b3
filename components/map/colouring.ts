import { categoryColour } from '#components/ui/category-colour.ts';
import { mapFlags } from '#lib/shared/plan-map-shapes.ts';
import type { MapData } from './map-data.ts';
import type { Token } from './palette.ts';
import { type PatternKind, patternOf } from './patterns.ts';

export const colourings = ['territory', 'holder', 'potential', 'changes'] as const;
export type ColourBy = (typeof colourings)[number];

/** One entry of the legend: what a colour with its pattern means. */
export type Category = {
  /** Public id, or the name of a state of things. */
  key: string;
  label: string;
  colour: Token;
  pattern: PatternKind;
};

/**
 * Which category each account has. `ofAccount[i]` counts into `list` from 0. `ground` are categories that colour a region
 * only where nothing else lies: pools hold most accounts nearly everywhere, and a map of them alone says nothing.
 */
export type Colouring = {
  by: ColourBy;
  list: Category[];
  ofAccount: ArrayLike<number>;
  ground?: ReadonlySet<number>;
};

/** Public ids of pools and of territories that pools alone hold. */
const noPools: ReadonlySet<string> = new Set();

const colourOf = (id: string): Token => `cat-${categoryColour(id)}` as Token;

function named(
  list: readonly { id: string; name: string; colourId?: string | undefined }[],
  none: Category,
): Category[] {
  return [
    none,
    ...list.map(({ id, name, colourId = id }) => ({
      key: id,
      label: name,
      colour: colourOf(colourId),
      pattern: patternOf(colourId),
    })),
  ];
}

const unassigned: Category = { key: 'unassigned', label: 'Unassigned', colour: 'caution', pattern: 'dots' };

/** The category of every account. A loop: `Uint8Array.from` takes ten times as long for 100,000. */
function categories(accounts: number, categoryOf: (at: number) => number): Uint8Array {
  const found = new Uint8Array(accounts);
  for (let at = 0; at < accounts; at++) found[at] = categoryOf(at);
  return found;
}

/** What the colours of the map mean, and which one each account has. */
export function colouringOf(data: MapData, by: ColourBy, pools = noPools): Colouring {
  const groundOf = (list: readonly { key: string }[]) =>
    new Set(list.flatMap(({ key }, at) => (pools.has(key) ? [at] : [])));
  switch (by) {
    case 'territory': {
      const list = named(data.territories, unassigned);
      return { by, list, ofAccount: data.territoriesAfter, ground: groundOf(list) };
    }
    case 'holder': {
      const nobody: Category = { ...unassigned, key: 'nobody', label: 'Nobody' };
      const list = named(data.holders, nobody);
      return { by, list, ofAccount: data.holdersAfter, ground: groundOf(list).add(0) };
    }
    case 'changes':
      return {
        by,
        list: [
          { key: 'stays', label: 'Stays as published', colour: 'chart-fill', pattern: 'solid' },
          { key: 'changes', label: 'Changes hands', colour: 'cat-6', pattern: 'falling' },
          unassigned,
        ],
        ofAccount: categories(data.accounts, (at) =>
          data.territoriesAfter[at] === 0 ? 2 : (data.flags[at] ?? 0) & mapFlags.changes ? 1 : 0,
        ),
      };
    case 'potential':
      return {
        by,
        list: [
          { key: 'known', label: 'Potential recorded', colour: 'chart-ink', pattern: 'solid' },
          { key: 'unknown', label: 'Potential not recorded', colour: 'chart-fill', pattern: 'dots' },
        ],
        ofAccount: categories(data.accounts, (at) => (Number.isNaN(data.potentialAmounts[at]) ? 1 : 0)),
      };
  }
}
