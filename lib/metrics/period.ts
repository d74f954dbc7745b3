import type { EpochDay } from '#lib/shared/days.ts';

/** Days from–to, both included; null = no bound on that side. */
export type Period = { from: EpochDay | null; to: EpochDay | null };

/** Whether a day lies in the period. An unknown day lies in the unbounded period only. */
export function isInPeriod(day: EpochDay | null, { from, to }: Period): boolean {
  if (day === null) return from === null && to === null;
  return (from === null || day >= from) && (to === null || day <= to);
}
