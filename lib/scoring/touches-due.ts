/**
 * Touches still due in a calendar month: the tier's lower bound less what was done, never below 0 (fields.md, "touch
 * due"). A bound that is not whole asks for the next whole touch; without a tier nothing is due.
 */
export function touchesDue(lowerBound: number | null, done: number): number {
  return lowerBound === null ? 0 : Math.max(0, Math.ceil(lowerBound) - done);
}

/** How many of today's touches took something off what was due this morning. */
export function countedToday(lowerBound: number | null, done: number, doneToday: number): number {
  return touchesDue(lowerBound, done - doneToday) - touchesDue(lowerBound, done);
}

/**
 * Whether an account is more than one whole touch behind the pace that spreads the lower bound evenly over the
 * month's working days. `elapsedRate` is the share of them that has passed, 0–1.
 */
export function isBehindPace(lowerBound: number | null, done: number, elapsedRate: number): boolean {
  return lowerBound !== null && done < lowerBound * elapsedRate - 1;
}
