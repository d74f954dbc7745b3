import { beforeEach, describe, expect, test } from 'vitest';
import { store } from '#db/client.ts';
import { openTempStore, testContext } from '#db/testing/temp-store.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';
import { applyImportLater } from './apply.ts';
import { getImport } from './get.ts';
import { problemRows } from './problem-rows.ts';
import { firstProblems, MAX_STORED_PROBLEMS, problemWriter } from './stored-problems.ts';
import { checkFile, importFile, useTempDataFolder, workUntilIdle } from './testing/import-reference.ts';

const ctx = testContext();
useTempDataFolder();
let drop = () => {};
beforeEach(async () => {
  drop();
  ({ drop } = await openTempStore());
});

const problem = (line: number, value = ''): RowProblem => ({
  ...{ line, column: 'Strength', value, code: 'not_a_number', message: 'Not a number.', rowRejected: false },
});
/** Lines 2…101, the even ones backwards first, two problems in each. */
const backwards = Array.from({ length: 100 }, (_, at) => (at < 50 ? 100 - 2 * at : 2 * (at - 50) + 3));
const wanted = ['2a', '2b', '3a', '3b', '4a', '4b', '5a'];

test('the first problems of the file are kept in whatever order its rows come', () => {
  const first = firstProblems(7);
  for (const line of backwards) for (const value of ['a', 'b']) first.add(problem(line, value));
  expect(first.all().map(({ line, value }) => `${line}${value}`)).toEqual(wanted);
});

test('the store keeps the first ones too, and goes on behind a killed process', async () => {
  const { id } = await checkFile(ctx, { name: 'a.csv', text: 'Name\nA\n' });
  const rowId = Number.parseInt(id.slice(4), 36);
  const { connection } = store();
  let writer = problemWriter(connection, rowId, 7);
  for (const [at, line] of backwards.entries()) {
    for (const value of ['a', 'b']) writer.add(problem(line, value));
    if (at % 9 === 0) writer.flush();
    if (at === 54) writer = problemWriter(connection, rowId, 7);
  }
  writer.flush(true);
  const stored = connection
    .prepare('SELECT line || value FROM import_problems WHERE import_id = ? ORDER BY line, id')
    .pluck()
    .all(rowId);
  expect(stored).toEqual(wanted);
});

describe('a file with more problems than are kept', () => {
  const rows = MAX_STORED_PROBLEMS + 2_000;
  const accounts = Array.from({ length: 40 }, (_, at) => `A${at},Company ${at}`);
  const options: ImportOptionsInput = {
    entity: 'signal',
    account: { column: 'Account', match: ['externalId'] },
    mapping: { Type: { field: 'type' }, Strength: { field: 'strength' }, At: { field: 'occurredAt' } },
  };

  test('lists the first of the file and counts all, checked and applied', async () => {
    await importFile(ctx, { name: 'accounts.csv', text: ['Id,Name', ...accounts].join('\n') }, () => ({
      entity: 'account',
      mapping: { Id: { field: 'externalId' }, Name: { field: 'name' } },
    }));
    const lines = Array.from({ length: rows }, (_, at) => `A${(at * 17) % 40},intent,much,2026-01-05`);
    const text = ['Account,Type,Strength,At', ...lines].join('\n');
    const checked = await checkFile(ctx, { name: 'signals.csv', text }, options);
    await expectFirst(checked.id);
    await applyImportLater(ctx, checked.id);
    await workUntilIdle(ctx);
    await expectFirst(checked.id);
  }, 60_000);

  async function expectFirst(id: string) {
    expect(getImport(ctx, id).problemCounts).toEqual({ all: rows, stored: MAX_STORED_PROBLEMS });
    const table = await problemRows(ctx, id);
    expect(table.name).toBe('signals-first-50000-problems');
    expect(table.rows).toHaveLength(MAX_STORED_PROBLEMS);
    expect(table.rows.at(-1)?.[0]).toBe(String(MAX_STORED_PROBLEMS + 1));
  }
});
