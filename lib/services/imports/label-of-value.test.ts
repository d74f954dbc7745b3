import { describe, expect, test } from 'vitest';
import { store } from '#db/client.ts';
import { workUntilIdle } from './testing/import-reference.ts';
import { all, csv, ctx, load, useTwoAccounts } from './testing/two-accounts.ts';
import { undoImport } from './undo.ts';

useTwoAccounts();

describe('the label of a value', () => {
  const accounts = (from: number, count: number, industry: string) =>
    csv(
      'Account ID,Account Name,Industry',
      ...Array.from({ length: count }, (_, at) => `N${from + at},Maker ${from + at},${industry}`),
    );
  const label = () =>
    all<{ label: string }>("SELECT label FROM terms WHERE field = 'account.industry' AND folded = 'FORGING'");

  test('stays what most records call it, and comes back with an import that is taken back', async () => {
    const { connection } = store();
    connection.exec(`
      INSERT INTO terms (field, label, folded) VALUES ('account.industry', 'Forging', 'FORGING');
      UPDATE accounts SET industry = (SELECT id FROM terms WHERE folded = 'FORGING');
    `);
    await load(accounts(1, 1, 'forging'));
    expect(label()).toEqual([{ label: 'Forging' }]);
    const many = await load(accounts(10, 5, 'FORGING'));
    expect(label()).toEqual([{ label: 'FORGING' }]);
    await undoImport(ctx, many.id);
    await workUntilIdle(ctx);
    expect(label()).toEqual([{ label: 'Forging' }]);
  });
});
