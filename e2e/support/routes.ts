import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const app = join(import.meta.dirname, '..', '..', 'app');

/** Public ids that fit the form of an id and belong to nothing. */
const dummyIds: Record<string, string> = { number: '1', secret: 'inv_unknown', nextauth: 'session' };
const dummyIdOfNoun: Record<string, string> = {
  accounts: 'acc_zzzzz',
  segments: 'seg_zzzzz',
  imports: 'imp_zzzzz',
  plans: 'plan_zzzzz',
  users: 'user_zzzzz',
};

function filesNamed(name: string, folder = app): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesNamed(name, path);
    return entry.name === name ? [path] : [];
  });
}

/** `app/(app)/segments/[id]/page.tsx` → `/segments/seg_zzzzz`. */
function addressOf(file: string): string {
  const parts = relative(app, file).split(sep).slice(0, -1);
  const shown = parts.filter((part) => !/^\(.*\)$/.test(part));
  const filled = shown.map((part, at) => {
    const name = /^\[+(?:\.\.\.)?(\w+)\]+$/.exec(part)?.[1];
    if (!name) return part;
    return dummyIds[name] ?? dummyIdOfNoun[shown[at - 1] ?? ''] ?? 'x_zzzzz';
  });
  return `/${filled.join('/')}`;
}

/** The address of every page of the app folder, with ids that exist nowhere. */
export function allPages(): string[] {
  return filesNamed('page.tsx').map(addressOf).sort();
}

/** Every handler of the public API: method and address. */
export function allHandlers(): { method: string; path: string }[] {
  return filesNamed('route.ts', join(app, 'api', 'v1')).flatMap((file) => {
    const methods = readFileSync(file, 'utf8').matchAll(
      /^export (?:const|async function|function) ([A-Z]+)\b/gm,
    );
    return [...methods].map(([, method = '']) => ({ method, path: addressOf(file) }));
  });
}
