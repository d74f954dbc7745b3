import 'server-only';
import type { ReadRow } from '#lib/imports/read-row.ts';
import type { Value } from '#lib/imports/read-value.ts';
import { foldText } from '#lib/shared/text.ts';
import { createAccountLinker } from './account-link.ts';
import { contactFinder, repFinder } from './find-records.ts';
import { count, type ImportRun, type SqlValue } from './import-run.ts';
import { complain, type RowHandler, type RowOutcome } from './row-handler.ts';
import { createTakenIds } from './taken-ids.ts';

/** How signals and activities are stored, and by which columns a copy of one is recognised. */
type DatedTable = {
  table: 'signals' | 'activities';
  entity: 'signal' | 'activity';
  terms: readonly string[];
  plain: Readonly<Record<string, string>>;
  identity: readonly string[];
  needsAccount: boolean;
};

const signals: DatedTable = {
  table: 'signals',
  entity: 'signal',
  terms: ['type', 'topic', 'source'],
  plain: {
    strength: 'strength',
    quantity: 'quantity',
    amount: 'amount',
    url: 'url',
    externalId: 'external_id',
    occurredAt: 'occurred_at',
  },
  identity: ['account_id', 'contact_id', 'type', 'topic', 'source', 'occurred_at', 'amount'],
  needsAccount: true,
};

const activities: DatedTable = {
  table: 'activities',
  entity: 'activity',
  terms: ['type', 'channel', 'outcome', 'campaign'],
  plain: { note: 'note', externalId: 'external_id', occurredAt: 'occurred_at', scheduledAt: 'scheduled_at' },
  identity: ['account_id', 'contact_id', 'type', 'channel', 'campaign', 'occurred_at', 'scheduled_at'],
  needsAccount: false,
};

/**
 * Rows that are dated facts. Identical rows of one file are all kept; across imports the n-th copy of a row is the
 * n-th stored one, so that the same file twice doubles nothing. An id of the source recognises a row at once.
 */
function datedRows(run: ImportRun, kind: DatedTable): RowHandler {
  const { connection, plan } = run;
  const accounts = createAccountLinker(run, kind.needsAccount);
  const contacts = contactFinder(connection);
  const reps = repFinder(connection);
  const index = new Map(plan.targets.map((target, position) => [target.field.key, position]));
  const isActivity = kind.entity === 'activity';
  const columns = [
    'account_id',
    'account_text',
    'contact_id',
    ...kind.terms,
    ...Object.values(kind.plain),
    ...(isActivity ? ['owner_id'] : ['url_folded']),
  ];
  const names = ['id', 'import_id', ...(isActivity ? ['created_at'] : []), ...columns];
  const insert = connection.prepare(
    `INSERT INTO ${kind.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const at = (column: string) => columns.indexOf(column);
  const identityAt = kind.identity.map(at);
  const unlinkedAt = at('account_text');
  const sameRows = (byText: boolean) =>
    connection
      .prepare<SqlValue[], SqlValue[]>(
        `SELECT id, ${columns.join(', ')} FROM ${kind.table} WHERE ${kind.identity.map((column) => `${column} IS ?`).join(' AND ')}
         ${byText ? 'AND account_text IS ?' : ''} AND import_id IS NOT ? ORDER BY id`,
      )
      .raw(true);
  const [stored, storedUnlinked] = [sameRows(false), sameRows(true)];
  const byExternalId = connection
    .prepare<SqlValue[], SqlValue[]>(
      `SELECT id, ${columns.join(', ')} FROM ${kind.table} WHERE account_id IS ? AND external_id = ? LIMIT 1`,
    )
    .raw(true);
  const updates = new Map<string, ReturnType<typeof connection.prepare>>();
  const taken = createTakenIds();

  const valueOf = (row: ReadRow, key: string): Value | null | undefined => {
    const position = index.get(key);
    return position === undefined ? undefined : row.values[position];
  };

  function cellsOf(
    row: ReadRow,
    accountId: number | null,
    accountText: string | null,
  ): (SqlValue | undefined)[] {
    const cells: (SqlValue | undefined)[] = new Array(columns.length);
    [cells[0], cells[1]] = [accountId, accountText];
    for (const key of kind.terms) {
      const value = valueOf(row, key);
      if (value !== undefined)
        cells[at(key)] = value === null ? null : run.terms.id(`${kind.entity}.${key}`, String(value));
    }
    for (const [key, column] of Object.entries(kind.plain)) {
      const value = valueOf(row, key);
      if (value !== undefined && !Array.isArray(value)) cells[at(column)] = value;
    }
    const url = valueOf(row, 'url');
    if (!isActivity && typeof url === 'string') cells[at('url_folded')] = foldText(url);
    return cells;
  }

  function linkPeople(row: ReadRow, cells: (SqlValue | undefined)[], speaks: boolean) {
    const contact = valueOf(row, 'contact');
    if (typeof contact === 'string') {
      const id = contacts(contact);
      if (id !== null) cells[2] = id;
      else if (speaks) complain(row, null, contact, 'unknown_contact', `There is no contact “${contact}”.`);
    }
    const owner = valueOf(row, 'owner');
    if (!isActivity || typeof owner !== 'string') return;
    const id = reps.find(owner);
    if (typeof id === 'number') cells[at('owner_id')] = id;
    else if (speaks) {
      count(run.tally.unknownReps, owner);
      complain(row, null, owner, 'unknown_rep', `Nobody is called “${owner}”.`);
    }
  }

  /** The first stored copy of a row that no earlier row of the file stands for; it is taken from now on. */
  function takeCopy(cells: readonly (SqlValue | undefined)[]): SqlValue[] | undefined {
    const identity = identityAt.map((position) => cells[position] ?? null);
    const text = cells[0] === null ? (cells[unlinkedAt] ?? null) : null;
    const copies =
      text === null
        ? stored.all(...identity, run.importId)
        : storedUnlinked.all(...identity, text, run.importId);
    const copy = copies.find(([id]) => !taken.isTaken(Number(id)));
    if (copy) taken.take(Number(copy[0]));
    return copy;
  }

  function settle(old: SqlValue[], cells: readonly (SqlValue | undefined)[]): RowOutcome {
    if (run.options.onMatch === 'skip') return 'unchanged';
    const id = Number(old[0]);
    const changed = columns.filter(
      (_, position) => cells[position] !== undefined && cells[position] !== old[position + 1],
    );
    if (changed.length === 0) return 'unchanged';
    const sql = `UPDATE ${kind.table} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
    const statement = updates.get(sql) ?? connection.prepare(sql);
    updates.set(sql, statement);
    statement.run(...changed.map((column) => cells[at(column)] ?? null), id);
    const before = Object.fromEntries(changed.map((column) => [column, old[at(column) + 1]]));
    run.remember(
      kind.entity,
      id,
      before,
      Object.fromEntries(changed.map((column) => [column, cells[at(column)]])),
    );
    return 'updated';
  }

  return {
    take(row) {
      const linked = accounts.link(row);
      if (!linked) return 'rejected';
      const cells = cellsOf(row, linked.accountId, linked.accountText);
      linkPeople(row, cells, true);
      const externalId = cells[at('external_id')];
      if (typeof externalId === 'string') {
        const old = byExternalId.get(linked.accountId, externalId);
        if (old) return settle(old, cells);
      } else {
        const old = takeCopy(cells);
        if (old) return settle(old, cells);
      }
      const id = run.nextId(kind.table);
      const head: SqlValue[] = isActivity ? [id, run.importId, run.now] : [id, run.importId];
      insert.run(...head, ...columns.map((_, position) => cells[position] ?? null));
      return 'created';
    },
    observe(row) {
      const linked = accounts.peek(row);
      const cells = cellsOf(row, linked.accountId, linked.accountId === null ? linked.accountText : null);
      linkPeople(row, cells, false);
      if (typeof cells[at('external_id')] !== 'string') takeCopy(cells);
    },
    startBatch() {
      accounts.startBatch();
      reps.forget();
    },
  };
}

export const signalRows = (run: ImportRun): RowHandler => datedRows(run, signals);
export const activityRows = (run: ImportRun): RowHandler => datedRows(run, activities);
