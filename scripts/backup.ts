/** `npm run backup`: copies the database into <data>/backups while the server runs, and prints the copy's path. */
import { backUp } from '#lib/services/backup/backup.ts';
import { requireNode24 } from './next-server.ts';

requireNode24('npm run backup');
try {
  console.log(await backUp(Date.now()));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
