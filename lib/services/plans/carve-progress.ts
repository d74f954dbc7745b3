import type { JobControl } from '#lib/jobs/control.ts';
import type { CarveRep } from '#lib/territories/optimise/input.ts';
import type { Progress } from '#workers/optimise/protocol.ts';

/** Where each stage begins and how much of a part's work it is. */
const stages: Record<Progress['stage'], { from: number; share: number; words: string }> = {
  bound: { from: 0, share: 0.4, words: 'Working out how good a plan can be' },
  start: { from: 0.4, share: 0.05, words: 'Placing accounts' },
  improve: { from: 0.45, share: 0.55, words: 'Improving the plan' },
};

/** Tells a job how far the search is, out of 100: the parts of a plan together, never backwards. */
export function carveProgress(control: JobControl, reps: readonly CarveRep[]): (progress: Progress) => void {
  const expected = new Set(reps.map((rep) => rep.group)).size;
  const parts = new Map<number, number>();
  let shown = 0;
  return ({ part, stage, share }) => {
    const { from, share: width, words } = stages[stage];
    parts.set(part, Math.max(parts.get(part) ?? 0, from + width * share));
    const sum = [...parts.values()].reduce((total, value) => total + value, 0);
    shown = Math.max(shown, Math.round((85 * sum) / Math.max(expected, parts.size)) + 3);
    control.progress(Math.min(shown, 88), 100, words);
  };
}
