import { rmSync, statSync } from 'node:fs';
import type { Connection } from '#db/client.ts';
import type { ColumnIndex } from '#lib/evaluator/columns/index-keeper.ts';
import { openSavedIndex, saveIndex } from '#lib/evaluator/columns/saved-index.ts';
import { snapshotTaker } from '#lib/evaluator/columns/snapshots.ts';

async function ended<T>(steps: Generator<void | Promise<void>, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await step.value;
  }
}

/** Keeps columns in a file and reads them back, as the next start would. Seconds for each, and the size in bytes. */
export async function benchReopen(open: () => Connection, index: ColumnIndex, path: string) {
  const snapshot = snapshotTaker(open, Date.now)();
  const timed = async <T>(work: () => Promise<T>) => {
    const startedAt = performance.now();
    const value = await work();
    return { value, seconds: (performance.now() - startedAt) / 1000 };
  };
  const steps = saveIndex(path, { ...index, snapshot });
  if (!steps) throw new Error('No change says which state of the data this is.');
  try {
    const written = await timed(() => ended(steps));
    const read = await timed(() => ended(openSavedIndex(path, snapshot)));
    if (!read.value) throw new Error('The kept columns were not taken.');
    return { writeSeconds: written.seconds, readSeconds: read.seconds, bytes: statSync(path).size };
  } finally {
    snapshot.connection.close();
    rmSync(path, { force: true });
  }
}
