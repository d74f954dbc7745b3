import type { Connection } from '#db/client.ts';
import { lastChange } from '#db/queries/preview/data-version.ts';

/**
 * One state of the data: a connection that stands in a read transaction for as long as somebody holds it. Others write
 * meanwhile, and nothing of that is seen here.
 */
export type Snapshot = {
  connection: Connection;
  /** Epoch ms. */
  takenAt: number;
  /** Sequence number of the last change that this state knows. */
  change: number;
  hold: () => Snapshot;
  release: () => void;
};

/** Takes snapshots over connections of its own, of which a few are kept for the next ones. `clock` gives epoch ms. */
export function snapshotTaker(open: () => Connection, clock: () => number): () => Snapshot {
  const idle: Connection[] = [];
  return () => {
    const connection = idle.pop() ?? open();
    connection.exec('BEGIN');
    let holders = 1;
    const snapshot: Snapshot = {
      connection,
      takenAt: clock(),
      // A transaction sees the state that its first statement finds.
      change: lastChange(connection),
      hold() {
        holders += 1;
        return snapshot;
      },
      release() {
        holders -= 1;
        if (holders > 0) return;
        connection.exec('COMMIT');
        idle.push(connection);
      },
    };
    return snapshot;
  };
}
