import 'server-only';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const noteSchema = z.object({ pid: z.number().int(), url: z.string() });
type Note = z.output<typeof noteSchema>;

/**
 * A note beside the database of the process that serves it, so that a second one leaves the jobs to the first and
 * a restore refuses to pull the file away. A note of a process that is gone counts for nothing.
 */
export function claimServerLock(databasePath: string, url: string): boolean {
  const holder = runningServer(databasePath);
  if (holder && holder.pid !== process.pid) return false;
  writeFileSync(lockPath(databasePath), JSON.stringify({ pid: process.pid, url }));
  return true;
}

/** The server that now serves this database, or null. */
export function runningServer(databasePath: string): Note | null {
  try {
    const note = noteSchema.parse(JSON.parse(readFileSync(lockPath(databasePath), 'utf8')));
    process.kill(note.pid, 0);
    return note;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return code === 'EPERM' ? { pid: 0, url: 'another user’s server' } : null;
  }
}

export function dropServerLock(databasePath: string): void {
  if (runningServer(databasePath)?.pid === process.pid) rmSync(lockPath(databasePath), { force: true });
}

function lockPath(databasePath: string): string {
  return `${databasePath}.server.json`;
}
