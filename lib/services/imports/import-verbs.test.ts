import { describe, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { applyImportLater } from './apply.ts';
import { cancelImport } from './cancel.ts';
import { changeImportOptions } from './change-options.ts';
import { getImport } from './get.ts';
import { guessOptions } from './guess-options.ts';
import { listImports } from './list.ts';
import { getImportMapping, listImportMappings, saveImportMapping } from './mappings.ts';
import { problemRows } from './problem-rows.ts';
import { checkFile, importFile, useTempDataFolder, workUntilIdle } from './testing/import-reference.ts';
import { undoImport } from './undo.ts';

useTempDataFolder();
useTempStore();
const ctx = testContext();
const csv = (...lines: string[]) => ({ name: 'accounts 2026.csv', text: `${lines.join('\n')}\n` });
const file = csv('Account ID,Account Name,Employees', 'A1,Acme,tbd', ',,7', 'B2,"Bolt, Inc",70');
const conflict = expect.objectContaining({ code: 'conflict' });

describe('problem rows', () => {
  test('come as they stood in the file, with line, fate and sentences', async () => {
    const checked = await checkFile(ctx, file);
    expect(checked.rows).toMatchObject({ read: 3, created: 2, rejected: 1, withProblems: 2 });
    const table = await problemRows(ctx, checked.id);
    expect(table.name).toBe('accounts 2026-problems');
    expect(table.columns.map(({ header }) => header)).toEqual([
      'Line',
      'Row',
      'Problem',
      'Account ID',
      'Account Name',
      'Employees',
    ]);
    expect(table.rows).toEqual([
      ['2', 'kept', 'Employees: “tbd” cannot be read as a number.', 'A1', 'Acme', 'tbd'],
      ['3', 'rejected', 'This row has no id, domain or name of an account.', '', '', '7'],
    ]);
  });
});

describe('what can be done when', () => {
  test('only a checked file is applied, only a completed one undone, and neither twice', async () => {
    const { applied } = await importFile(ctx, file);
    await expect(applyImportLater(ctx, applied.id)).rejects.toEqual(conflict);
    await expect(cancelImport(ctx, applied.id)).rejects.toEqual(conflict);
    await expect(changeImportOptions(ctx, applied.id, { entity: 'account', mapping: {} })).rejects.toEqual(
      conflict,
    );
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    await expect(undoImport(ctx, applied.id)).rejects.toEqual(conflict);
    expect(getImport(ctx, applied.id).status).toBe('undone');
  });

  test('a mapping with faults is checked, explained and not applied', async () => {
    const checked = await checkFile(ctx, file);
    await changeImportOptions(ctx, checked.id, {
      entity: 'account',
      mapping: { Employees: { field: 'employees' } },
    });
    await workUntilIdle(ctx);
    const faulty = getImport(ctx, checked.id);
    expect(faulty).toMatchObject({ status: 'checked', report: { issues: [{ code: 'no_identity' }] } });
    await expect(applyImportLater(ctx, checked.id)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a cancelled check can be taken up again with other options', async () => {
    const checked = await checkFile(ctx, file);
    await cancelImport(ctx, checked.id);
    expect(getImport(ctx, checked.id).status).toBe('cancelled');
    await changeImportOptions(ctx, checked.id, await guessOptions(ctx, checked.id, 'contact'));
    await workUntilIdle(ctx);
    expect(getImport(ctx, checked.id)).toMatchObject({ status: 'checked', entity: 'contact' });
  });

  test('a rep may see, upload and undo nothing', async () => {
    const rep = testContext({ actor: { kind: 'user', role: 'rep', userId: 1 } });
    expect(() => listImports(rep)).toThrow(/does not allow/);
    expect(() => getImport(rep, 'imp_1')).toThrow(/does not allow/);
    await expect(undoImport(rep, 'imp_1')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a file that is no text is refused in a sentence', async () => {
    const checked = await checkFile(ctx, { name: 'book.xlsx', text: 'PK\u0003\u0004 and so on' });
    expect(checked).toMatchObject({
      status: 'failed',
      failureReason: expect.stringContaining('Save the sheet as CSV'),
    });
  });
});

describe('like names', () => {
  test('are hinted at, never joined', async () => {
    await importFile(ctx, csv('Account ID,Account Name', 'L1,Blue Lava Inc.'));
    const checked = await checkFile(ctx, csv('Account ID,Account Name', 'L2,Blue Lava LLC', 'L3,Red Lava'));
    expect(checked.rows.created).toBe(2);
    expect(checked.report?.likelyDuplicates).toEqual({
      rows: 1,
      samples: [{ name: 'Blue Lava LLC', other: 'Blue Lava Inc.' }],
    });
  });
});

describe('spellings', () => {
  test('are proposed again after the import that brought them was taken back', async () => {
    const misspelt = csv('Account ID,Account Name,Industry', 'T1,Tick,technolgy');
    const { applied } = await importFile(ctx, misspelt);
    const settled = await checkFile(ctx, misspelt);
    expect(settled.report?.spellings).toEqual([]);
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    const again = await checkFile(ctx, misspelt);
    expect(again.report?.spellings.map((entry) => entry.to)).toEqual(['Technology']);
  });
});

describe('saved mappings', () => {
  test('are offered for files with the same columns in any order, and replaced by name', async () => {
    const first = await checkFile(ctx, file);
    if (!first.options) throw new Error('no options');
    await saveImportMapping(ctx, { name: 'Weekly', options: first.options });
    const saved = await saveImportMapping(ctx, {
      name: 'Weekly',
      options: { ...first.options, onMatch: 'skip' },
    });
    expect(listImportMappings(ctx).items.map((entry) => entry.name)).toEqual(['Weekly']);
    expect(getImportMapping(ctx, saved.id).options.onMatch).toBe('skip');
    const same = await checkFile(ctx, csv('employees,ACCOUNT NAME,Account ID', '7,Cog,C3'));
    expect(same.savedMappings).toEqual([{ id: saved.id, name: 'Weekly' }]);
    const other = await checkFile(ctx, csv('Employees,Account Name', '7,Cog'));
    expect(other.savedMappings).toEqual([]);
  });

  test('the list pages from the newest', async () => {
    const first = listImports(ctx, { limit: 2 });
    expect(first.items).toHaveLength(2);
    const second = listImports(ctx, { limit: 2, cursor: first.nextCursor });
    expect(second.items[0]?.id).not.toBe(first.items[1]?.id);
  });
});
