import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const nextBin = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

/** Ends with a plain sentence when a script was started by the machine's own, older Node. */
export function requireNode24(command: string): void {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  console.error(`Run this as "${command}": npm puts the Node that Tessera brings along in front.`);
  process.exit(1);
}

/** The first free port from `wanted` on; says so when it is another one. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port++) {
    if (await isFree(port)) {
      if (port !== wanted) console.log(`Port ${wanted} is taken, so this is port ${port}.`);
      return port;
    }
  }
  console.error(`No port from ${wanted} on is free. Set PORT to another one.`);
  process.exit(1);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/**
 * The columns and the sets made from them lie outside of the heap. Without this, every 64 MB of such sets start a
 * collection of everything, about once a second while people edit rules; with it, the size of the whole decides.
 */
const LARGE_ARRAYS = '--external-memory-accounted-in-global-limit';

export type NextCommand = 'dev' | 'build' | 'start';

/** Runs Next with this same Node, hands signals on to it, and tells its exit code. */
export function runNext(
  command: NextCommand,
  args: string[],
  env: Record<string, string>,
  output: 'inherit' | 'quiet' = 'inherit',
): Promise<number> {
  const options = command === 'start' ? [LARGE_ARRAYS] : [];
  const child = spawn(process.execPath, [...options, nextBin, command, ...args], {
    cwd: root,
    stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  let said = '';
  child.stdout?.on('data', (piece) => (said += piece));
  child.stderr?.on('data', (piece) => (said += piece));
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (code !== 0 && said) console.error(said);
      resolve(code ?? (signal ? 0 : 1));
    });
  });
}
