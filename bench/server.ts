import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { saveWorkspace } from '#db/queries/settings/save-workspace.ts';
import { insertUser } from '#db/queries/users/save-user.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { workspaceSettingsSchema } from '#lib/shared/workspace-settings.ts';
import { writeMarket } from './market/write-market.ts';

export const root = join(import.meta.dirname, '..');

export type BenchServer = {
  url: string;
  token: string;
  headers: Record<string, string>;
  accounts: number;
  pid: number;
  stop: () => Promise<void>;
};

const person = 'dara@tessera.example';
/** From so many accounts on the demo generator takes too long: a market without people, segments and plans is drawn. */
const DRAWN_FROM = 300_000;

/** After a start the server reads ahead for some seconds what people ask first. */
const SETTLE_MS = 5_000;

/** Whether a market of this size is drawn straight into SQLite, as the evaluator's suite does. */
export function isDrawn(accounts: number): boolean {
  return accounts >= DRAWN_FROM;
}

async function seed(path: string, accounts: number, now: number): Promise<void> {
  if (isDrawn(accounts)) await writeMarket(path, accounts, now);
  else await migrateDatabase(path);
  const store = openStore(path);
  if (isDrawn(accounts)) {
    const settings = workspaceSettingsSchema.parse({ timeZone: 'America/Chicago' });
    saveWorkspace(store.connection, { name: 'Drawn market', settings }, now);
    const access = { role: 'admin', leaderSees: 'all', repId: null, passwordHash: null } as const;
    insertUser(store.connection, { email: person, name: 'Dara', ...access }, now);
  } else {
    await seedDemo(store, { now, accounts });
    store.connection.exec('ANALYZE');
  }
  store.connection.close();
}

/** A production server over seeded data of this size, in a data folder of its own that later runs use again. */
export async function startServer(accounts: number, port: number): Promise<BenchServer> {
  const folder = join(root, 'data', `bench-${accounts}`);
  const databasePath = join(folder, 'tessera.db');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(databasePath)) {
    // Under its own name only when it is whole: the next run would take half of one for all of it.
    const draft = `${databasePath}.draft`;
    rmSync(draft, { force: true });
    await seed(draft, accounts, Date.now());
    renameSync(draft, databasePath);
  }
  const env = {
    ...process.env,
    TESSERA_DATA: folder,
    PORT: String(port),
    NODE_ENV: 'production' as const,
    TESSERA_LOG_LEVEL: 'error',
  };
  const token = await output(
    ['--conditions=react-server', 'scripts/token.ts', '--email', person, '--name', 'bench', '--days', '1'],
    env,
  );
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/start.ts'], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  await untilReady(`${url}/api/v1/health`);
  return {
    url,
    token,
    accounts,
    pid: child.pid ?? 0,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function output(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (piece) => {
      said += String(piece);
    });
    child.once('exit', (code) =>
      code === 0 ? resolve(said.trim()) : reject(new Error(`${args[1]} ended with ${code}`)),
    );
  });
}

/** The previews of the first moments after a start are answered by statements; they are not what is measured. */
async function untilReady(url: string): Promise<void> {
  const startedAt = performance.now();
  let answered = Number.NaN;
  while (performance.now() - startedAt < 180_000) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) {
      if (Number.isNaN(answered)) answered = performance.now() - startedAt;
      const { engine } = (await answer.json()) as { engine: { isReady: boolean } };
      if (engine.isReady) {
        const seconds = [answered, performance.now() - startedAt].map((ms) => (ms / 1000).toFixed(1));
        console.log(`  the server answered after ${seconds[0]} s, with all columns after ${seconds[1]} s`);
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
        return;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not say that it is ready. Is there a build (npm run build)?`);
}
