import { authSecret } from '#lib/auth/secret.ts';
import { readEnv } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { startJobs, stopJobs } from '#lib/jobs/start.ts';
import { prepareStore, releaseStore } from '#lib/services/health/store-life.ts';
import { warmUpServer } from '#lib/services/health/warm-up.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';

/** What must stand before the first request: environment, secret, a migrated database. Jobs start afterwards. */
export async function startServer(): Promise<void> {
  let runsJobs = false;
  try {
    const env = readEnv();
    process.env.NEXTAUTH_URL ??= env.publicUrl;
    authSecret();
    ({ runsJobs } = await prepareStore());
    log().info({ database: env.databasePath }, 'database ready');
  } catch (error) {
    process.stderr.write(`\nTessera cannot start. ${whyNot(error)}\n\n`);
    process.exit(1);
  }
  processSingleton('shutdown', () => attachShutdown());
  setImmediate(() => void warmUpServer());
  if (runsJobs) setImmediate(() => startJobs());
  else log().warn('Another server already serves this database: the jobs are left to it.');
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as { code?: unknown }).code !== 'SQLITE_NOTADB') return error.message;
  return `The file ${readEnv().databasePath} is not a database of Tessera. Restore a backup, or move the file away.`;
}

const SHUTDOWN_MS = 10_000;

/**
 * Next itself stops accepting and finishes the open requests on SIGTERM and SIGINT. Beside it the jobs stop taking
 * new work, and the database closes last. What hangs longer than ten seconds is cut off.
 */
function attachShutdown(): true {
  const stop = (signal: string) => {
    log().info({ signal }, 'stopping');
    stopJobs();
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('exit', releaseStore);
  return true;
}
