import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

/** Names of a table's first column that look like a variable of the environment. */
function variablesIn(page: string): string[] {
  const cells = read(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1] ?? '');
  return cells.flatMap((cell) => found(cell, /`([A-Z][A-Z_]+)`/g)).sort();
}

describe.each(pages)('%s', (page) => {
  it('links only to files that are there', () => {
    const links = found(read(page), /\]\(([^)#]+)[^)]*\)/g).filter((link) => !link.startsWith('http'));
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('names only files of the tree that are there', () => {
    const rooms = /`((?:app|bench|components|db|docs|e2e|lib|public|scripts|workers)\/[^`\s<]*)`/g;
    const paths = found(read(page), rooms);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names only commands that npm knows', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = found(read(page), /npm run (?:--silent )?([a-z][a-z:0-9]*)/g);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe('the environment', () => {
  const known = found(read('lib/env.ts'), /^ {2}([A-Z][A-Z_]+): z\b/gm)
    .filter((name) => name !== 'NODE_ENV')
    .sort();

  it.each(['README.md', 'docs/operations.md'])('stands whole in %s, and nothing else', (page) => {
    expect(known.length).toBeGreaterThan(5);
    expect(variablesIn(page)).toEqual(known);
  });
});

it('gives the logins that the end-to-end tests sign in with', () => {
  const logins = (path: string) => found(read(path), /([a-z]+@tessera\.example)/g).sort();
  expect(logins('README.md')).toEqual(logins('e2e/support/test.ts'));
});
