import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import type { Question } from './contract.ts';

/** Asks the thread that holds the columns, from a thread without; null while they are not there. */
export type Relay = (question: Question) => Promise<Int32Array | null>;

const AGAIN_MS = 250;
/** After a bulk change the columns are read anew; past this a statement is no slower. */
const PATIENCE_MS = 15_000;

function state(): { relay: Relay | null; missingSince: number | null } {
  return processSingleton('evaluator-relay', () => ({ relay: null, missingSince: null }));
}

/** Says how this thread reaches the columns. */
export function useRelay(relay: Relay): void {
  state().relay = relay;
}

/** Members from the columns of another thread, waiting a while for columns that are being read; null without them. */
export async function relayed(question: Question): Promise<Int32Array | null> {
  const known = state();
  if (!known.relay) return null;
  for (;;) {
    const found = await known.relay(question);
    if (found) {
      known.missingSince = null;
      return found;
    }
    known.missingSince ??= performance.now();
    if (performance.now() - known.missingSince > PATIENCE_MS) return null;
    await sleep(AGAIN_MS);
  }
}
