import { setPriority } from 'node:os';

/** Nice enough that a person's request comes first, not so nice that work in the background stands still. */
const NICENESS = 5;

/**
 * Lets this thread step behind those that answer people. Linux has a priority for each thread; elsewhere it would be
 * the whole process's, which stays as it is.
 */
export function stepBehind(): void {
  if (process.platform === 'linux') setPriority(NICENESS);
}
