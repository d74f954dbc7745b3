import 'server-only';
import type { Connection } from '#db/client.ts';

/** Paths, below the data folder, of the files that imports still name. */
export function keptFilePaths(connection: Connection): Set<string> {
  const rows = connection
    .prepare<[], string>('SELECT file_path FROM imports WHERE file_path IS NOT NULL')
    .pluck()
    .all();
  return new Set(rows);
}

/** Lets go of the files of imports that ended before this moment. */
export function forgetOldFiles(connection: Connection, before: number): void {
  connection.prepare('UPDATE imports SET file_path = NULL WHERE finished_at < ?').run(before);
}
