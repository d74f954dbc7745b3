import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { permissionTable } from './table.ts';

it('is what docs/permissions.md shows', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'permissions.md'), 'utf8');
  expect(page).toContain(permissionTable());
});
