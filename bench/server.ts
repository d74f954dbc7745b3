import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';

export const root = join(import.meta.dirname, '..');

export type BenchServer = {
  url: string;
  token: string;
  headers: Record<string, string>;
  accounts: number;
  pid: number;
  stop: () => Promise<void>;
};

/** A production server over seeded data of this size, in a data folder of its own that later runs use again. */
export async function startServer(accounts: number, port: number): Promise<BenchServer> {
  const folder = join(root, 'data', `bench-${accounts}`);
  const databasePath = join(folder, 'tessera.db');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(databasePath)) {
    await migrateDatabase(databasePath);
    const store = openStore(databasePath);
    await seedDemo(store, { now: Date.now(), accounts });
    store.connection.exec('ANALYZE');
    store.connection.close();
  }
  const env = {
    ...process.env,
    TESSERA_DATA: folder,
    PORT: String(port),
    NODE_ENV: 'production' as const,
    TESSERA_LOG_LEVEL: 'error',
  };
  const token = await output(
    [
      '--conditions=react-server',
      'scripts/token.ts',
      '--email',
      'dara@tessera.example',
      '--name',
      'bench',
      '--days',
      '1',
    ],
    env,
  );
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/start.ts'], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  await waitFor(`${url}/api/v1/health`);
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

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within 30 s. Is there a build (npm run build)?`);
}
