import 'server-only';
import { type Logger, pino } from 'pino';
import { readEnv } from '#lib/env.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';

/** Structured log on stdout, one JSON object a line. Never give it names, addresses, queries or bodies. */
export function log(): Logger {
  return processSingleton('log', () => {
    const env = readEnv();
    const isQuietTest = env.nodeEnv === 'test' && env.logLevel === 'info';
    return pino({ base: null, level: isQuietTest ? 'silent' : env.logLevel });
  });
}

/** A path without the ids in it: `/api/v1/accounts/acc_1k` → `/api/v1/accounts/:id`. */
export function routeOfPath(pathname: string): string {
  return pathname.replace(/\/[a-z]{3}_[0-9a-z]+(?=\/|$)/g, '/:id');
}
