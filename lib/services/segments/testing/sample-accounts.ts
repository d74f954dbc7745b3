import type { Store } from '#db/client.ts';
import { termWriter } from '#db/terms.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft, DraftRule } from '#lib/rules/draft.ts';
import { foldText } from '#lib/shared/text.ts';

export type SampleAccount = {
  name: string;
  industry?: string;
  employees?: number;
  revenue?: number;
  country?: string;
  domain?: string;
  externalId?: string;
};

/** Inserts accounts as an import would, and returns their row ids in order. */
export function addAccounts({ connection }: Store, accounts: SampleAccount[], now: number): number[] {
  const term = termWriter(connection);
  const insert = connection.prepare(
    `INSERT INTO accounts (name, name_folded, external_id, domain, domain_folded, industry, employees, revenue, country,
       created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // Every write of the product says what it changed; readers in other threads live by it.
  const note = connection.prepare(
    "INSERT INTO change_log (entity, record_id, account_id, op, at) VALUES ('account', ?, ?, 'create', ?)",
  );
  return accounts.map((account) => {
    const { lastInsertRowid } = insert.run(
      account.name,
      foldText(account.name),
      account.externalId ?? null,
      account.domain ?? null,
      account.domain ? foldText(account.domain) : null,
      account.industry ? term('account.industry', account.industry) : null,
      account.employees ?? null,
      account.revenue ?? null,
      account.country ? term('account.country', account.country) : null,
      now,
      now,
    );
    note.run(lastInsertRowid, lastInsertRowid, now);
    return Number(lastInsertRowid);
  });
}

/** Gives an account an open assignment in the AE slot; the rep is made when its name is new. */
export function assignTo({ connection }: Store, accountIds: number[], repName: string, now: number): number {
  const found = connection
    .prepare<[string], number>('SELECT id FROM reps WHERE name = ?')
    .pluck()
    .get(repName);
  const repId =
    found ??
    Number(
      connection
        .prepare('INSERT INTO reps (name, name_folded, created_at, updated_at) VALUES (?, ?, ?, ?)')
        .run(repName, foldText(repName), now, now).lastInsertRowid,
    );
  for (const accountId of accountIds) {
    connection
      .prepare(
        "INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (?, 'ae', ?, 'hand', ?)",
      )
      .run(accountId, repId, now);
  }
  connection
    .prepare("INSERT INTO change_log (entity, record_id, op, at) VALUES ('assignment', NULL, 'bulk', ?)")
    .run(now);
  return repId;
}

/** A draft over accounts that asks for all of `rules`. */
export function draftOf(...rules: DraftRule[]): Draft {
  return { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
}

export function employeesAtLeast(id: string, value: number): DraftRule {
  return { id, kind: 'field', field: 'employees', operator: 'gte', value };
}

/** Changes the size of accounts as an edit would, so that everything that keeps in step hears of it. */
export function setEmployees(
  ctx: Context,
  edits: readonly { accountId: number; employees: number | null }[],
): Promise<void> {
  return write(ctx, (tx) => {
    const update = tx.connection.prepare('UPDATE accounts SET employees = ? WHERE id = ?');
    for (const { accountId, employees } of edits) {
      update.run(employees, accountId);
      tx.changed({ entity: 'account', recordId: accountId, accountId, op: 'update' });
    }
  });
}
