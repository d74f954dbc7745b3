/**
 * `npm run demo`: a running product with invented data. The first run makes the secret, builds, migrates and seeds;
 * later ones start what is there. `--fresh` throws the demo database of the data folder away first.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { closeStore, store } from '#db/client.ts';
import { type DemoLogins, seedDemo } from '#db/seed/seed-demo.ts';
import { authSecret } from '#lib/auth/secret.ts';
import type { Env } from '#lib/env.ts';
import { runningServer } from '#lib/services/health/server-lock.ts';
import { prepareScriptStore } from '#lib/services/health/store-life.ts';
import { isSetUp } from '#lib/services/session/actor.ts';
import { isBuildStale } from './build-age.ts';
import { freePort, requireNode24, root, runNext } from './next-server.ts';
import { usableEnv } from './usable-env.ts';

requireNode24('npm run demo');
const env = usableEnv();
if (process.argv.includes('--fresh')) removeDatabase(env);

const port = String(await freePort(env.port));
const url = env.publicUrl.replace(`:${env.port}`, `:${port}`);
const isStale = isBuildStale(root);
if (isStale) console.log('Building the pages (this takes the longest; only on the first run) …');
const build = isStale ? runNext('build', [], { NODE_ENV: 'production' }, 'quiet') : Promise.resolve(0);
const logins = await prepareDemo();
if ((await build) !== 0) {
  console.error('The build failed; its output stands above.');
  process.exit(1);
}
const server = runNext('start', ['-p', port], {
  PORT: port,
  NODE_ENV: 'production',
  TESSERA_LOG_LEVEL: process.env.TESSERA_LOG_LEVEL || 'warn',
});
void waitUntilUp(url).then(() => console.log(greeting(logins)));
process.exit(await server);

/** Secret, database and data. An older demo is kept; a database with people of its own gets no invented data. */
async function prepareDemo(): Promise<DemoLogins> {
  authSecret();
  await prepareScriptStore();
  const loginsFile = `${env.databasePath}.demo-logins.json`;
  if (isSetUp()) {
    closeStore();
    return existsSync(loginsFile) ? (JSON.parse(readFileSync(loginsFile, 'utf8')) as DemoLogins) : [];
  }
  const made = await seedDemo(store(), {
    now: Date.now(),
    onProgress: (step) => console.log(`Inventing demo data: ${step.toLowerCase()} …`),
  });
  writeFileSync(loginsFile, JSON.stringify(made, null, 2));
  closeStore();
  return made;
}

function removeDatabase({ databasePath }: Env): void {
  const holder = runningServer(databasePath);
  if (holder) {
    console.error(`A server (process ${holder.pid}) uses ${databasePath}. Stop it first.`);
    process.exit(1);
  }
  for (const end of ['', '-wal', '-shm', '.server.json', '.demo-logins.json']) {
    rmSync(databasePath + end, { force: true });
  }
}

async function waitUntilUp(origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/api/v1/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function greeting(people: DemoLogins): string {
  const rows = people.map((one) => [one.role, one.name, one.email, one.password]);
  const head = ['Role', 'Name', 'E-mail', 'Password'];
  const widths = head.map((title, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0), title.length),
  );
  const line = (row: string[]) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')}`;
  const table = people.length > 0 ? [line(head), ...rows.map(line)] : ['  Sign in as you did before.'];
  return ['', `  Tessera is running: ${url}`, '', ...table, '', '  Stop it with Ctrl+C.', ''].join('\n');
}
