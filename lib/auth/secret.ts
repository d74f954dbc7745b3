import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '#lib/env.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';

/**
 * The key that session cookies are encrypted with: NEXTAUTH_SECRET, or one made on first start and kept in the
 * data folder, readable by its owner alone. Removing the file signs everybody out.
 */
export function authSecret(): string {
  return processSingleton('auth-secret', () => {
    const env = readEnv();
    return env.authSecret ?? keptSecret(env.dataFolder);
  });
}

function keptSecret(folder: string): string {
  const path = join(/* turbopackIgnore: true */ folder, 'auth-secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && (error as { code?: unknown }).code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
