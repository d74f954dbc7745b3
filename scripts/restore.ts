/** `npm run restore -- <file>`: puts a backup in the place of the database. The server must be stopped. */
import { resolve } from 'node:path';
import { restore } from '#lib/services/backup/restore.ts';
import { requireNode24 } from './next-server.ts';

requireNode24('npm run restore');
const file = process.argv[2];
if (!file) {
  console.error('Usage: npm run restore -- <backup file>');
  process.exit(1);
}
try {
  const { databasePath, keptPath } = restore(resolve(file), Date.now());
  console.log(`Restored ${databasePath} from ${file}.`);
  if (keptPath) console.log(`What was there before is kept as ${keptPath}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
