import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import type { TaskInput, TaskOutput } from './sqlite/tasks.ts';

/** What a thread without columns asks the one that holds them. */
export type RelayedName = 'membersInColumns' | 'passesInColumns';

/** Asks the thread that holds the columns, from a thread without; null while they are not there. */
export type Relay = <Name extends RelayedName>(
  name: Name,
  input: TaskInput<Name>,
) => Promise<TaskOutput<Name> | null>;

const AGAIN_MS = 250;
/** After a bulk change the columns are read anew; past this a statement is no slower. */
const PATIENCE_MS = 15_000;

function state(): { relay: Relay | null; missingSince: number | null } {
  return processSingleton('evaluator-relay', () => ({ relay: null, missingSince: null }));
}

/** Says how this thread reaches the columns. */
export function useRelay(relay: Relay | null): void {
  state().relay = relay;
}

/** The answer of another thread's columns, waiting a while for those that are being read; null without them. */
export async function relayed<Name extends RelayedName>(
  name: Name,
  input: TaskInput<Name>,
): Promise<TaskOutput<Name> | null> {
  const known = state();
  if (!known.relay) return null;
  for (;;) {
    const found = await known.relay(name, input);
    if (found) {
      known.missingSince = null;
      return found;
    }
    known.missingSince ??= performance.now();
    if (performance.now() - known.missingSince > PATIENCE_MS) return null;
    await sleep(AGAIN_MS);
  }
}
