import fc from 'fast-check';
import type { TableName } from '#lib/engine/store.ts';
import { oddInstants, oddNumbers, oddTexts } from '#lib/rules/testing/arbitrary-world.ts';
import { now } from '#lib/rules/testing/workspace.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../client.ts';
import { termWriter } from '../terms.ts';

/** A write to one record, drawn as numbers: which kind of it, which record, which values. */
export type Write = { kind: number; at: number; value: number };
export type Written = { entity: TableName; id: number } | null;

const picked = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

const tableOf = {
  account: 'accounts',
  contact: 'contacts',
  technology: 'technologies',
  signal: 'signals',
  opportunity: 'opportunities',
  activity: 'activities',
} as const;

/** Carries one write out in a world of `insertWorld`; null when there is no record to do it to. */
export function carryOut(connection: Connection, { kind, at, value }: Write): Written {
  const toTerm = termWriter(connection);
  const text = picked(
    oddTexts.filter((one) => foldText(one) !== ''),
    value,
  );
  const number = value % 5 === 0 ? null : picked(oddNumbers, value);
  const instant = value % 7 === 0 ? null : picked(oddInstants, value);
  const run = (sql: string, ...params: unknown[]) => connection.prepare(sql).run(...params);
  const existing = (entity: TableName): number | null => {
    const ids = connection.prepare<[], number>(`SELECT id FROM ${tableOf[entity]}`).pluck().all();
    return ids.length === 0 ? null : picked(ids, at);
  };
  const update = (entity: TableName, set: string, ...params: unknown[]): Written => {
    const id = existing(entity);
    if (id === null) return null;
    run(`UPDATE ${tableOf[entity]} SET ${set} WHERE id = ?`, ...params, id);
    return { entity, id };
  };
  const create = (entity: TableName, cells: Record<string, unknown>): Written => {
    const names = Object.keys(cells);
    const marks = names.map(() => '?').join(', ');
    const sql = `INSERT OR IGNORE INTO ${tableOf[entity]} (${names.join(', ')}) VALUES (${marks})`;
    const { changes, lastInsertRowid } = run(sql, ...Object.values(cells));
    return changes === 0 ? null : { entity, id: Number(lastInsertRowid) };
  };
  const account = existing('account');
  const contact = existing('contact');
  const stamps = { created_at: 0, updated_at: 0 };
  const writes: (() => Written)[] = [
    () => update('account', 'employees = ?, revenue = ?', number, picked(oddNumbers, value + 3)),
    () =>
      update('account', 'industry = ?', value % 4 === 0 ? null : toTerm('account.industry', `${text} new`)),
    () => update('account', 'name = ?, name_folded = ?', text, foldText(text)),
    () => update('account', 'archived_at = ?', value % 2 === 0 ? null : 1),
    () => update('account', 'family_id = ?', value % 3 === 0 ? null : account),
    () => create('account', { ...stamps, name: text, name_folded: foldText(text), employees: number }),
    () => {
      if (account === null) return null;
      run("DELETE FROM assignments WHERE account_id = ? AND slot = 'ae'", account);
      const insert =
        "INSERT INTO assignments (account_id, slot, rep_id, from_at, to_at, source) VALUES (?, 'ae', ?, ?, ?, 'hand')";
      if (value % 3 !== 0)
        run(insert, account, 1 + (value % 3), now - 5_000, value % 2 === 0 ? null : now + 1);
      return { entity: 'account', id: account };
    },
    () => {
      if (account === null) return null;
      run('DELETE FROM custom_values WHERE field_id = 4 AND record_id = ?', account);
      const term = toTerm('account.custom.badges', text);
      if (value % 3 !== 0)
        run('INSERT INTO custom_values (field_id, record_id, term_id) VALUES (4, ?, ?)', account, term);
      return { entity: 'account', id: account };
    },
    () => update('contact', 'account_id = ?, reachable = ?', value % 4 === 0 ? null : account, value % 2),
    () =>
      update('contact', 'archived_at = ?, job_title_folded = ?', value % 2 === 0 ? null : 1, foldText(text)),
    () => create('contact', { ...stamps, account_id: account, reachable: 1 }),
    () => create('technology', { account_id: account ?? 1, name: toTerm('technology.name', text) }),
    () =>
      update('technology', 'category = ?, last_seen_at = ?', toTerm('technology.category', text), instant),
    () => {
      const id = existing('technology');
      if (id !== null) run('DELETE FROM technologies WHERE id = ?', id);
      return id === null ? null : { entity: 'technology', id };
    },
    () => {
      const type = toTerm('signal.type', text);
      return create('signal', {
        account_id: account,
        contact_id: contact,
        type,
        occurred_at: instant,
        strength: number,
      });
    },
    () =>
      update(
        'signal',
        'type = ?, contact_id = ?',
        toTerm('signal.type', text),
        value % 3 === 0 ? null : contact,
      ),
    () => update('opportunity', 'amount = ?, archived_at = ?', number, value % 3 === 0 ? 1 : null),
    () => {
      const id = existing('opportunity');
      if (id === null || contact === null) return null;
      run('DELETE FROM opportunity_contacts WHERE opportunity_id = ?', id);
      if (value % 2 === 0) {
        run('INSERT INTO opportunity_contacts (opportunity_id, contact_id) VALUES (?, ?)', id, contact);
      }
      return { entity: 'opportunity', id };
    },
    () =>
      create('activity', {
        account_id: account,
        type: toTerm('activity.type', text),
        occurred_at: instant,
        created_at: 0,
      }),
    () => update('activity', 'archived_at = ?, contact_id = ?', value % 2 === 0 ? null : 1, contact),
  ];
  return picked(writes, kind)();
}

/** Sequences of writes of every kind. */
export const arbitraryWrites = fc.array(fc.record({ kind: fc.nat(100), at: fc.nat(20), value: fc.nat(60) }), {
  maxLength: 25,
});
