import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { builtInFields } from '#lib/rules/built-in-fields.ts';
import { columnName, isAssigned, relatedTables, rootTables } from './logical-schema.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/logical-schema.md'), 'utf8');

/** Column names that the page lists for a table. */
function columnsOf(table: string): string[] {
  const [, after = ''] = page.split(`\n\`${table}\` (`);
  const rows = after.split('\n\n')[1] ?? '';
  const lines = rows.split('\n').filter((line) => line.startsWith('| '));
  return lines.flatMap((line) => [...line.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name ?? ''));
}

it.each(Object.entries({ ...rootTables, ...relatedTables }))(
  'the page about the logical schema lists each column of the %s table',
  (entity, { table }) => {
    const fields = builtInFields.filter((field) => field.entity === entity && !isAssigned(field));
    expect(fields.length).toBeGreaterThan(0);
    expect(columnsOf(table).sort()).toEqual(fields.map(columnName).sort());
  },
);
