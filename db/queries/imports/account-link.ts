import 'server-only';
import type { ReadRow } from '#lib/imports/read-row.ts';
import { foldText } from '#lib/shared/text.ts';
import { accountByText, accountKeysOf } from './account-by-text.ts';
import { count, type ImportRun } from './import-run.ts';
import { reject } from './row-handler.ts';

/** `accountText` is kept while the account is unknown, so that the row is tried again after later account imports. */
export type LinkedAccount = { accountId: number | null; accountText: string | null };

export type AccountLinker = {
  /** The account of a row, or null when the row was rejected (already reported). */
  link: (row: ReadRow) => LinkedAccount | null;
  /** Looks without writing or reporting. */
  peek: (row: ReadRow) => LinkedAccount;
  startBatch: (rows: readonly ReadRow[]) => void;
};

/** How the rows of a child entity find their account. `isRequired`: a row without one is rejected. */
export function createAccountLinker(run: ImportRun, isRequired: boolean): AccountLinker {
  const keys = run.plan.accountLink?.match ?? [];
  const column = run.plan.accountLink?.column ?? null;
  const accounts = accountByText(run.connection, keys, run.settings.mainSystem);
  const insert = run.connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, external_id, domain, domain_folded, family_id, import_id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  function create(text: string): number {
    const read = accountKeysOf(text, keys, run.settings.mainSystem);
    const [first] = keys;
    const domain = first === 'domain' ? (read.domain ?? null) : null;
    const externalId = first === 'externalId' ? (read.externalId ?? null) : null;
    const id = run.nextId('accounts');
    const folded = domain === null ? null : foldText(domain);
    insert.run(id, text, foldText(text), externalId, domain, folded, id, run.importId, run.now, run.now);
    count(run.tally.alsoCreated, 'account');
    accounts.forget();
    return id;
  }

  return {
    link(row) {
      const text = row.account;
      if (text === null) {
        run.tally.rowsWithoutAccount += 1;
        if (!isRequired) return { accountId: null, accountText: null };
        reject(row, 'account_missing', 'This row does not say which account it belongs to.', column);
        return null;
      }
      const decision = accounts.find(text);
      if (decision.kind === 'match') return { accountId: decision.id, accountText: null };
      if (decision.kind === 'reject') {
        reject(row, decision.code, `Account “${text}”: ${decision.message}`, column);
        return null;
      }
      if (run.options.onUnknownAccount === 'create') return { accountId: create(text), accountText: null };
      count(run.tally.unknownAccounts, text);
      if (run.options.onUnknownAccount === 'reject' || run.options.entity === 'technology') {
        reject(row, 'unknown_account', `There is no account “${text}”.`, column);
        return null;
      }
      return { accountId: null, accountText: text };
    },
    peek(row) {
      const decision = row.account === null ? null : accounts.find(row.account);
      return { accountId: decision?.kind === 'match' ? decision.id : null, accountText: row.account };
    },
    startBatch: (rows) => accounts.startBatch(rows.map((row) => row.account)),
  };
}
