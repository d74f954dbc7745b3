/**
 * Makes an API token on the server: `npm run token -- --email ada@example.com --name "nightly export" [--days 90]`.
 * Prints the token alone on stdout, so that a script can take it; what goes wrong goes to stderr.
 */
import { parseArgs } from 'node:util';
import { newContext } from '#lib/auth/new-context.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import { prepareScriptStore } from '#lib/services/health/store-life.ts';
import { createTokenFor } from '#lib/services/tokens/create.ts';
import { requireNode24 } from './next-server.ts';

requireNode24('npm run token');
const usage = 'Usage: npm run token -- --email <user> --name <what for> [--days 90]';

try {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' }, days: { type: 'string', default: '90' } },
  });
  const days = Number(values.days);
  if (!values.email || !values.name || !Number.isInteger(days) || days < 1 || days > 366)
    throw new Error(usage);
  await prepareScriptStore();
  const { token } = await createTokenFor(newContext(systemActor), {
    email: values.email,
    name: values.name,
    expiresInDays: days,
  });
  console.log(token);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
