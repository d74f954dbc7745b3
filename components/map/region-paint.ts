import { formatMoney } from '#lib/shared/format.ts';
import type { Colouring } from './colouring.ts';
import type { Palette } from './palette.ts';
import { patternFill } from './patterns.ts';
import type { RegionTally } from './region-tally.ts';

/** How one region is filled. */
export type RegionFill = {
  fill: string | CanvasPattern;
  alpha: number;
  hatch: string | CanvasPattern | null;
};

const STEPS = 5;

/** Rounded bounds that part amounts into five classes of about as many regions each. */
export function potentialSteps(amounts: readonly number[]): number[] {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  const steps: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const value = sorted[Math.floor((sorted.length * step) / STEPS)];
    if (value === undefined) continue;
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
    const rounded = Math.round(value / unit) * unit;
    if (rounded > (steps.at(-1) ?? 0)) steps.push(rounded);
  }
  return steps;
}

export function stepOf(amount: number, steps: readonly number[]): number {
  return steps.filter((bound) => amount >= bound).length;
}

/** How dark a class of potential is drawn, from 0 to 1. */
export function stepAlpha(step: number, steps: readonly number[]): number {
  return 0.14 + (0.78 * step) / Math.max(1, steps.length);
}

/** What a class of potential means, in words. */
export function stepLabel(step: number, steps: readonly number[], currency: string): string {
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  const [from, to] = [steps[step - 1], steps[step]];
  if (from === undefined) return to === undefined ? 'all' : `under ${money(to)}`;
  return to === undefined ? `${money(from)} and more` : `${money(from)} – ${money(to)}`;
}

/** Whether lines over a region say that most of its accounts change hands. */
export function isHatched({ changes, accounts }: RegionTally, { by }: Colouring): boolean {
  return (by === 'territory' || by === 'holder') && changes > accounts / 2;
}

/** The fill of every region that has accounts: its main category with pattern, paler the more mixed it is. */
export function regionFills(
  context: CanvasRenderingContext2D,
  tallies: readonly RegionTally[],
  colouring: Colouring,
  palette: Palette,
): Map<string, RegionFill> {
  const fills = new Map<number, string | CanvasPattern>();
  const fillOf = (category: number) => {
    const known = fills.get(category);
    if (known !== undefined) return known;
    const one = colouring.list[category];
    const made = one
      ? patternFill(context, one.pattern, palette[one.colour], palette['map-line'])
      : palette['map-none'];
    fills.set(category, made);
    return made;
  };
  const hatch = hatchFill(context, palette);
  const steps = potentialSteps(tallies.map(({ potentialAmount }) => potentialAmount));
  return new Map(
    tallies.map((tally) => {
      if (colouring.by === 'potential') {
        const alpha = stepAlpha(stepOf(tally.potentialAmount, steps), steps);
        return [tally.code, { fill: palette['cat-1'], alpha, hatch: null }];
      }
      const isMoving = isHatched(tally, colouring);
      return [
        tally.code,
        { fill: fillOf(tally.main), alpha: 0.18 + 0.5 * tally.mainRate ** 2, hatch: isMoving ? hatch : null },
      ];
    }),
  );
}

/** Lines over a region where most accounts change hands. */
function hatchFill(context: CanvasRenderingContext2D, palette: Palette): string | CanvasPattern {
  return patternFill(context, 'falling', 'rgb(0 0 0 / 0)', palette['map-line']);
}
