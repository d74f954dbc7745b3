import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['app', 'components', 'lib', 'db', 'workers', 'public'];
const files = [
  'next.config.js',
  'package-lock.json',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-node.ts',
];

/** Whether there is no build, or one that is older than what it was made of. Tests and seeds do not count. */
export function isBuildStale(root: string): boolean {
  const stamp = join(root, '.next', 'BUILD_ID');
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  if (files.some((name) => statSync(join(root, name)).mtimeMs > builtAt)) return true;
  return sources.some((folder) => existsSync(join(root, folder)) && hasNewer(join(root, folder), builtAt));
}

function hasNewer(folder: string, builtAt: number): boolean {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'seed' && entry.name !== 'testing' && hasNewer(path, builtAt)) return true;
    } else if (!/\.test\.tsx?$/.test(entry.name) && statSync(path).mtimeMs > builtAt) return true;
  }
  return false;
}
