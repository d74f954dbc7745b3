import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { checkFile, useTempDataFolder } from './testing/import-reference.ts';

useTempDataFolder();
const db = useTempStore();
const ctx = testContext();

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '=cmd|calc',
    '#REF!',
    '1e999',
    '-0',
    '"',
    '""',
    'NaN',
    '31/02/2026',
    '9'.repeat(400),
    '\u0000',
    '\ufeff',
    'é',
    '<script>',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const header = fc.array(
  fc.constantFrom(
    'Account ID',
    'Name',
    'name',
    'Email',
    'Deal Stage',
    'Close Date',
    'Revenue',
    'Employees',
    'State',
    'Country',
    '',
    '"',
    'Amount',
    'Domain',
  ),
  { minLength: 1, maxLength: 7 },
);

/** Whatever a file holds, its check ends with counts that add up or with a sentence; an unexpected error would throw here. */
test('hostile files end checked or refused, never half done', async () => {
  await fc.assert(
    fc.asyncProperty(
      header,
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (columns, rows, delimiter, lineEnd) => {
        const text = [columns, ...rows].map((cells) => cells.join(delimiter)).join(lineEnd);
        if (text === '') return;
        const checked = await checkFile(ctx, { name: 'hostile.csv', text });
        expect(['checked', 'failed']).toContain(checked.status);
        if (checked.status === 'failed') expect(checked.failureReason).toMatch(/\.$/);
        const { read, created, updated, unchanged, rejected } = checked.rows;
        expect(created + updated + unchanged + rejected).toBe(read);
      },
    ),
    { seed: 20261122, numRuns: 40 },
  );
  expect(db.current.connection.prepare('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: 0 });
}, 120_000);
