import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** Whoever answers people gets nine times as much of a processor that both want, and has it back at once. */
const LATER = 10;
const LAST = 19;

/**
 * Lets the threads that people wait for have the processor before this one. Linux alone gives each thread a priority of
 * its own; elsewhere all of them stay equal.
 */
export function workBehindOthers(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, Math.min(LAST, getPriority() + LATER));
  } catch {
    // Then everything takes its turn, as it would without.
  }
}
