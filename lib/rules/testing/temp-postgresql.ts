import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server refuses to run as root: then it runs as the user `postgres` that its package makes. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const ids = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  const [uid, gid] = ids;
  return uid && gid ? { uid, gid } : null;
}

/** Whether PostgreSQL is installed here and can be started by this user. */
export function hasPostgresql(): boolean {
  const isThere = ['initdb', 'pg_ctl', 'psql'].every(
    (program) => spawnSync(program, ['--version']).status === 0,
  );
  return isThere && (process.getuid?.() !== 0 || serverUser() !== null);
}

/** A server of one's own in a temporary folder, reached through a socket there. `run` answers what psql writes. */
export function startPostgresql(): { run: (script: string) => string; stop: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const options = { encoding: 'utf8', cwd: folder, stdio: 'pipe', ...user } as const;
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off`;
  execFileSync(
    'initdb',
    ['-D', data, '-U', 'tester', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  execFileSync('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', path.join(folder, 'log'), 'start'], {
    ...options,
    stdio: 'ignore',
  });
  const flags = [
    '-h',
    folder,
    '-U',
    'tester',
    '-d',
    'postgres',
    '-X',
    '-q',
    '-A',
    '-t',
    '-v',
    'ON_ERROR_STOP=1',
  ];
  return {
    run: (script) => execFileSync('psql', flags, { ...options, input: script, maxBuffer: 1 << 28 }),
    stop: () => {
      spawnSync('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'], options);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
