import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { OptimiseInput } from '#lib/shared/proposal-shapes.ts';

type Goals = OptimiseInput['goals'];

/** Ready-made weights of the goals, as a leader would say them. */
export const goalPresets: { value: string; label: string; goals: Goals }[] = [
  { value: 'usual', label: 'As usual', goals: { balance: 1, keep: 1, travel: 1 } },
  { value: 'balance', label: 'Balance first', goals: { balance: 4, keep: 0.5, travel: 0.5 } },
  { value: 'keep', label: 'Keep relationships', goals: { balance: 1, keep: 4, travel: 1 } },
  { value: 'travel', label: 'Short ways', goals: { balance: 1, keep: 1, travel: 4 } },
];

export const goalLabels: { key: keyof Goals; label: string; hint: string }[] = [
  { key: 'balance', label: 'Balance', hint: 'Even books of potential and workload, within the tolerance' },
  {
    key: 'keep',
    label: 'Keep relationships',
    hint: 'Accounts stay with whom they know, open deals above all',
  },
  {
    key: 'travel',
    label: 'Nearness',
    hint: 'Accounts close to where a rep lives, or to the middle of the book',
  },
];

export const weightOptions = [0, 0.5, 1, 2, 4].map((weight) => ({
  value: String(weight),
  label: weight === 0 ? 'Off' : weight === 0.5 ? '½' : String(weight),
  name: weight === 0 ? 'Off' : `${formatNumber(weight, { digits: 1 })} times as usual`,
}));

/** The preset that these weights are, or null. */
export function presetOf(goals: Goals): string | null {
  const same = goalPresets.find(
    (preset) =>
      preset.goals.balance === goals.balance &&
      preset.goals.keep === goals.keep &&
      preset.goals.travel === goals.travel,
  );
  return same?.value ?? null;
}

export const scopeOptions: { value: OptimiseInput['scope']['kind']; label: string }[] = [
  { value: 'whole', label: 'The whole plan' },
  { value: 'territories', label: 'Accounts of chosen territories' },
  { value: 'orphans', label: 'Only accounts that nobody holds' },
  { value: 'newReps', label: 'Only moves to chosen reps' },
];

export const withinOptions: { value: OptimiseInput['within']; label: string }[] = [
  { value: 'team', label: 'Reps of the same team' },
  { value: 'territory', label: 'Holders of the same territory' },
  { value: 'slot', label: 'Every rep of the slot' },
];

/** Amounts of a proposal: short, and never −0. */
export function moneyText(amount: number, currency: string): string {
  return formatMoney(Math.abs(amount) < 0.5 ? 0 : amount, currency, { compact: true });
}
