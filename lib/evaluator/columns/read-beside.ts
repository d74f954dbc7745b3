import { availableParallelism } from 'node:os';
import type { Connection } from '#db/client.ts';
import { newClaims, type OtherReader } from '#db/index-loader/load-core.ts';
import { tablePlans } from '#db/index-loader/table-plan.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { fileVersion, lastRowIds } from '#db/queries/preview/data-version.ts';
import { type ReaderHost, startReader } from '#workers/column-reader/host.ts';
import type { Snapshot } from './snapshots.ts';

/** Fewer rows are read before a second thread is up. */
const MANY_ROWS = 4_000_000;
/** How often two threads are tried to be put into the same state of the data. */
const TRIES = 5;

/** A state of the data, and a second thread that stands in the same one. */
export type Beside = { snapshot: Snapshot; other: OtherReader; stop: () => void };

function hasManyRows(connection: Connection): boolean {
  const rows = Object.values(lastRowIds(connection)).reduce<number>((sum, id) => sum + (id ?? 0), 0);
  return rows >= MANY_ROWS;
}

async function standTogether(
  take: () => Snapshot,
  watcher: Connection,
  reader: ReaderHost,
  now: number,
): Promise<Beside | null> {
  for (let turn = 0; turn < TRIES; turn++) {
    const version = fileVersion(watcher);
    if (!(await reader.stand())) return null;
    const snapshot = take();
    if (fileVersion(watcher) === version) {
      const plans = tablePlans(loadCatalog(snapshot.connection));
      return { snapshot, other: reader.read({ plans, now, claims: newClaims(plans) }), stop: reader.stop };
    }
    snapshot.release();
  }
  return null;
}

/**
 * Puts a second thread into the same state of the data as a new snapshot; null where that is not worth it or cannot be
 * had. `now` is epoch ms.
 */
export async function standBeside(
  take: () => Snapshot,
  open: () => Connection,
  now: number,
  isWorthIt: (connection: Connection) => boolean = (connection) =>
    availableParallelism() > 1 && hasManyRows(connection),
): Promise<Beside | null> {
  // It stands in no transaction, and so it sees whether anybody wrote between one's beginning and the other's.
  const watcher = open();
  try {
    if (!isWorthIt(watcher)) return null;
    const reader = startReader(watcher.name);
    let beside: Beside | null = null;
    try {
      beside = await standTogether(take, watcher, reader, now);
    } finally {
      if (!beside) reader.stop();
    }
    return beside;
  } finally {
    watcher.close();
  }
}
