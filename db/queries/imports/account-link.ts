import 'server-only';
import type { ReadRow } from '#lib/imports/read-row.ts';
import type { RowBlock } from '#lib/imports/row-block.ts';
import { foldText } from '#lib/shared/text.ts';
import { accountByText, accountKeyOf } from './account-by-text.ts';
import { count, type ImportRun } from './import-run.ts';
import { reject } from './row-handler.ts';

/** `accountText` is kept while the account is unknown, so that the row is tried again after later account imports. */
export type LinkedAccount = { accountId: number | null; accountText: string | null };

const TEXTS_A_QUESTION = 5_000;

export type AccountLinker = {
  /** The account of a row, or null when the row was rejected (already reported). */
  link: (row: ReadRow) => LinkedAccount | null;
  /** Looks without writing or reporting. */
  peek: (row: ReadRow) => LinkedAccount;
  startBatch: (rows: readonly ReadRow[]) => void;
  /** Row ids of the accounts of rows, 0 where there is none or it is not known which. Looks without writing. */
  placesOf: (rows: RowBlock) => Float64Array;
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

  /** Whether nobody wrote since `placesOf` looked. */
  let placesHold = false;

  function create(text: string): number {
    const [first] = keys;
    const read = (key: string) => (first === key ? accountKeyOf(text, key, run.settings.mainSystem) : null);
    const [domain, externalId] = [read('domain'), read('externalId')];
    const id = run.nextId('accounts');
    const folded = domain === null ? null : foldText(domain);
    insert.run(id, text, foldText(text), externalId, domain, folded, id, run.importId, run.now, run.now);
    count(run.tally.alsoCreated, 'account');
    accounts.forgetUnknown();
    return id;
  }

  return {
    link(row) {
      if (placesHold && row.place) return { accountId: row.place, accountText: null };
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
    startBatch(rows) {
      placesHold &&= run.isStill();
      const open = placesHold ? rows.filter((row) => !row.place) : rows;
      accounts.startBatch(
        open.map((row) => row.account),
        run.isStill(),
      );
    },
    placesOf(rows) {
      const count = rows.size();
      const places = new Float64Array(count);
      const texts: (string | null)[] = [];
      for (let from = 0; from < count; from += texts.length) {
        texts.length = 0;
        for (let at = from; at < Math.min(count, from + TEXTS_A_QUESTION); at += 1)
          texts.push(rows.account(at));
        // What was found for earlier rows may be outdated: the batches that follow see whether somebody wrote since.
        accounts.startBatch(texts, from > 0);
        for (const [index, text] of texts.entries()) {
          const decision = text === null ? null : accounts.find(text);
          if (decision?.kind === 'match') places[from + index] = decision.id;
        }
      }
      placesHold = true;
      return places;
    },
  };
}
