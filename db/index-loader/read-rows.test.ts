import { expect, it } from 'vitest';
import { loadCatalog } from '../queries/catalog/load-catalog.ts';
import { useTempStore } from '../testing/temp-store.ts';
import { rowBlocks } from './read-rows.ts';
import { tablePlans } from './table-plan.ts';

const store = useTempStore();

const asked: Record<string, string> = {
  'account.revenue': 'revenue',
  'account.growthRate': 'growth_rate',
  'account.state': 'state',
  'account.renewalOn': 'renewal_on',
  'account.doNotContact': 'do_not_contact',
};

it('reads every row once and as it is: over gaps, archived ones, and columns that have a value late or never', () => {
  const { connection } = store.current;
  const insert = connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, created_at, updated_at, revenue, growth_rate, state, renewal_on, archived_at)
     VALUES (?, 'A', 'A', 0, 0, ?, ?, ?, ?, ?)`,
  );
  connection.exec('BEGIN');
  for (let row = 0; row < 9_000; row++) {
    const id = 3 + row + (row >= 4_000 ? 20_000 : 0) + Math.floor(row / 1_500);
    insert.run(
      id,
      row % 7 === 0 ? null : row * 1_000_000_007,
      row / 3 - 100,
      row > 6_000 && row % 500 === 0 ? row : null,
      row >= 8_000 ? -row : null,
      row === 5_000 ? 1 : null,
    );
  }
  connection.exec('COMMIT');
  const plan = tablePlans(loadCatalog(connection)).find(({ name }) => name === 'account');
  if (!plan) throw new Error('Accounts are not read.');
  const planned = Object.keys(asked).map(
    (key) => plan.columns.find((column) => column.key === key) ?? expect.fail(key),
  );
  const found: (number | null)[][] = [];
  for (const { ids, live, accounts, columns } of rowBlocks(connection, plan, planned, true)) {
    ids.forEach((id, index) => {
      const values = columns.map((column) => Number(column?.[index] ?? Number.NaN));
      const numbers = values.map((value) => (Number.isNaN(value) ? null : value));
      found.push([id, live[index] ?? null, accounts[index] ?? null, ...numbers]);
    });
  }
  const rows = connection
    .prepare(
      `SELECT id, archived_at IS NULL, id, ${Object.values(asked).join(', ')} FROM accounts ORDER BY id`,
    )
    .raw()
    .all();
  expect(found).toEqual(rows);
});
