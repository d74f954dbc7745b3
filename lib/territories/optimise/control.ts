/** How the search is watched and stopped from outside. Polled every few thousand evaluations. */
export type Stage = 'bound' | 'start' | 'improve';

export type Control = {
  isCancelled: () => boolean;
  /** `upper` and `lower` are money once known; `share` is 0–1 of the stage. */
  report: (progress: { stage: Stage; share: number; upper: number | null; lower: number | null }) => void;
};

export const uncontrolled: Control = { isCancelled: () => false, report: () => undefined };
