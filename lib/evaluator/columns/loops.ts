import { setFlagsFromString } from 'node:v8';

/**
 * Lets the loops over whole columns reach the compiler that makes them fast. V8's middle tier (Maglev) copies such a small
 * function into whoever calls it, and there its loop stays: the caller runs a few times a question, too seldom to be
 * compiled any better, and the loop takes four times as long for as long as the process lives. Holds for the process; to
 * be called before questions are answered.
 */
export function keepLoopsApart(): void {
  setFlagsFromString('--no-maglev-inlining');
}
