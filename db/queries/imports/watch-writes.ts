import 'server-only';
import type { Connection } from '#db/client.ts';

/** Tells whether anybody wrote since the last mark: other connections by SQLite's data version, this one by its changes. */
export function watchWrites(connection: Connection): { mark: () => void; isStill: () => boolean } {
  const version = connection.prepare<[], number>('PRAGMA data_version').pluck();
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  let seen: readonly [number | undefined, number | undefined] | null = null;
  return {
    mark: () => {
      seen = [version.get(), changes.get()];
    },
    isStill: () => seen !== null && seen[0] === version.get() && seen[1] === changes.get(),
  };
}
