import 'server-only';
import type { ReadRow } from '#lib/imports/read-row.ts';
import type { Value } from '#lib/imports/read-value.ts';
import { foldText } from '#lib/shared/text.ts';
import { createAccountLinker } from './account-link.ts';
import { createBulkInsert } from './bulk-insert.ts';
import { contactFinder, repFinder } from './find-records.ts';
import { count, type ImportRun, type SqlValue } from './import-run.ts';
import { complain, type RowHandler, type RowOutcome } from './row-handler.ts';
import { createStoredCopies } from './stored-copies.ts';

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
  const at = (column: string) => columns.indexOf(column);
  const [externalIdAt, ownerAt, foldedUrlAt] = [at('external_id'), at('owner_id'), at('url_folded')];
  const copies = createStoredCopies(run, kind.table, columns, kind.identity);
  const byExternalId = connection
    .prepare<SqlValue[], SqlValue[]>(
      `SELECT id, ${columns.join(', ')} FROM ${kind.table} WHERE account_id IS ? AND external_id = ? LIMIT 1`,
    )
    .raw(true);
  const updates = new Map<string, ReturnType<typeof connection.prepare>>();
  const mapped = <T>(key: string, target: T) => {
    const position = index.get(key);
    return position === undefined ? [] : [{ position, ...target }];
  };
  const termCells = kind.terms.flatMap((key) =>
    mapped(key, { to: at(key), dictionary: `${kind.entity}.${key}` }),
  );
  const plainCells = Object.entries(kind.plain).flatMap(([key, column]) => mapped(key, { to: at(column) }));
  const head = ['id', 'import_id', ...(isActivity ? ['created_at'] : [])];
  const filled = filledColumns();
  const insert = createBulkInsert(connection, kind.table, [
    ...head,
    ...filled.map((position) => columns[position] as string),
  ]);
  /** One list for all rows: an import would make garbage of ten million. */
  const inserted: SqlValue[] = isActivity ? [null, run.importId, run.now] : [null, run.importId];
  /** Ids of the source among the rows that are gathered. */
  const gatheredIds = new Set<string>();
  let hasBegun = false;

  const valueOf = (row: ReadRow, key: string): Value | null | undefined => {
    const position = index.get(key);
    return position === undefined ? undefined : row.values[position];
  };

  /** The columns that a row of this file can fill: a null costs as much as a value. */
  function filledColumns(): number[] {
    const fed = new Set([...termCells, ...plainCells].map(({ to }) => to));
    fed.add(0).add(1);
    if (index.has('contact')) fed.add(2);
    if (index.has('owner')) fed.add(ownerAt);
    if (index.has('url')) fed.add(foldedUrlAt);
    return columns.flatMap((_, position) => (fed.has(position) ? [position] : []));
  }

  function cellsOf(
    row: ReadRow,
    accountId: number | null,
    accountText: string | null,
  ): (SqlValue | undefined)[] {
    const cells: (SqlValue | undefined)[] = new Array(columns.length);
    [cells[0], cells[1]] = [accountId, accountText];
    for (const { position, to, dictionary } of termCells) {
      const value = row.values[position];
      if (value !== undefined) cells[to] = value === null ? null : run.terms.id(dictionary, String(value));
    }
    for (const { position, to } of plainCells) {
      const value = row.values[position];
      if (value !== undefined && !Array.isArray(value)) cells[to] = value;
    }
    const url = valueOf(row, 'url');
    if (!isActivity && typeof url === 'string') cells[foldedUrlAt] = foldText(url);
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
    if (typeof id === 'number') cells[ownerAt] = id;
    else if (speaks) {
      count(run.tally.unknownReps, owner);
      complain(row, null, owner, 'unknown_rep', `Nobody is called “${owner}”.`);
    }
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

  function flush() {
    insert.flush();
    gatheredIds.clear();
  }

  // Copies are only looked for among rows of other imports; an id is looked for among those of this one, too.
  const leavesRowsOut = run.isCountOnly && !index.has('externalId');

  return {
    leavesRowsOut,
    take(row) {
      const linked = accounts.link(row);
      if (!linked) return 'rejected';
      const cells = cellsOf(row, linked.accountId, linked.accountText);
      linkPeople(row, cells, true);
      const externalId = cells[externalIdAt];
      if (typeof externalId === 'string') {
        if (gatheredIds.has(externalId)) flush();
        gatheredIds.add(externalId);
        const old = byExternalId.get(linked.accountId, externalId);
        if (old) return settle(old, cells);
      } else {
        const old = copies.take(cells);
        if (old) return settle(old, cells);
      }
      if (leavesRowsOut) return 'created';
      const id = run.nextId(kind.table);
      inserted[0] = id;
      for (let at = 0; at < filled.length; at += 1)
        inserted[head.length + at] = cells[filled[at] as number] ?? null;
      insert.add(inserted);
      copies.added(id);
      return 'created';
    },
    observe(row) {
      const linked = accounts.peek(row);
      const cells = cellsOf(row, linked.accountId, linked.accountId === null ? linked.accountText : null);
      linkPeople(row, cells, false);
      if (typeof cells[externalIdAt] !== 'string') copies.take(cells);
    },
    endBatch: flush,
    order: accounts.placesOf,
    startBatch(rows) {
      accounts.startBatch(rows);
      if (run.isStill() && hasBegun) return;
      hasBegun = true;
      copies.startBatch();
      reps.forget();
    },
  };
}

export const signalRows = (run: ImportRun): RowHandler => datedRows(run, signals);
export const activityRows = (run: ImportRun): RowHandler => datedRows(run, activities);
