import { getPriority, setPriority } from 'node:os';

/** Nice enough that a person's request comes first, not so nice that work in the background stands still. */
const STEPS = 5;
const LAST = 19;

/**
 * Lets the threads that people wait for have the processor before this one. Linux alone gives each thread a priority
 * of its own; elsewhere it would be the whole process's, which stays as it is.
 */
export function workBehindOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.min(LAST, getPriority() + STEPS));
  } catch {
    // Then everything takes its turn, as it would without.
  }
}
