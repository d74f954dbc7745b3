import { postingsOf } from './postings.ts';
import type { Table } from './store.ts';

/** Rows of a table by account, as they lay when they were grouped, and those that came to an account since. */
export type AccountRows = {
  starts: Int32Array;
  rows: Int32Array;
  used: number;
  later: Map<number, Set<number>>;
};

/** Groups a table's rows by account, once. */
export function accountRowsOf(table: Table): AccountRows {
  table.byAccount ??= { ...postingsOf(table.accounts, table.used), used: table.used, later: new Map() };
  return table.byAccount;
}

/** Notes that a row belongs to an account now; to be called after each write of a row. */
export function noteAccount(table: Table, row: number): void {
  const { byAccount } = table;
  const account = table.accounts[row] ?? -1;
  if (!byAccount || account < 0) return;
  const { starts, rows, later } = byAccount;
  const end = starts[account + 1] ?? 0;
  for (let place = starts[account] ?? end; place < end; place++) if (rows[place] === row) return;
  const known = later.get(account);
  if (known) known.add(row);
  else later.set(account, new Set([row]));
}

/** Calls `visit` with each row of an account, archived ones included; those known from the start ascending. */
export function visitAccountRows(table: Table, account: number, visit: (row: number) => void): void {
  const { starts, rows, later } = accountRowsOf(table);
  const { accounts } = table;
  const end = starts[account + 1] ?? 0;
  for (let place = starts[account] ?? end; place < end; place++) {
    const row = rows[place]!;
    if (accounts[row] === account) visit(row);
  }
  const more = later.size > 0 ? later.get(account) : undefined;
  if (more) for (const row of more) if (accounts[row] === account) visit(row);
}
