import { type Column, int32s } from '#lib/engine/columns.ts';
import { addLadder, dateOrder, type Postings, postingsOf } from '#lib/engine/postings.ts';
import { type SortedRows, sortedRows } from '#lib/engine/sorted-rows.ts';
import type { Table, TableName } from '#lib/engine/store.ts';

/** Columns of which single codes are asked most: their rows are kept grouped by code. */
const posted = new Set([
  ...['account.industry', 'account.subIndustry', 'account.country', 'account.state', 'account.status'],
  ...['technology.name', 'technology.category', 'signal.type', 'signal.topic'],
  ...['contact.jobFunction', 'contact.seniority', 'contact.persona', 'activity.type', 'opportunity.stage'],
]);

/** Numbers that ranges are asked of most. */
const ranged = new Set([
  ...['account.employees', 'account.revenue', 'account.growthRate', 'account.foundedYear', 'account.score'],
]);

/** The date that windows of these rows look at. */
const windowFields: Partial<Record<TableName, string>> = {
  signal: 'signal.occurredAt',
  activity: 'activity.occurredAt',
};

function ownersIn(rows: Int32Array, accounts: Int32Array): Int32Array {
  const owners = int32s(rows.length);
  for (let place = 0; place < rows.length; place++) owners[place] = accounts[rows[place]!]!;
  return owners;
}

/**
 * Groups the rows of a table by the codes among `columns` that are asked most, in the order of the date that windows
 * look at.
 */
export function* groupRows(
  table: Table,
  name: TableName,
  columns: ReadonlyMap<string, Column>,
): Generator<void, Map<string, Postings>> {
  const grouped = new Map<string, Postings>();
  const dateField = windowFields[name];
  const dates =
    dateField === undefined ? undefined : (columns.get(dateField) ?? table.columns.get(dateField));
  const order = dates?.kind === 'number' ? dateOrder(dates.values, table.used) : null;
  yield;
  function* grouping(codes: Int32Array): Generator<void, Postings> {
    const postings = postingsOf(codes, table.used, order);
    if (dateField === undefined || dates?.kind !== 'number') return postings;
    yield;
    return addLadder(postings, dateField, dates.values, order === null);
  }
  if (dateField !== undefined && columns.has(dateField)) {
    grouped.set('', yield* grouping(new Int32Array(table.used)));
    yield;
  }
  for (const [key, column] of columns) {
    if (column.kind !== 'code' || !posted.has(key)) continue;
    const postings = yield* grouping(column.codes);
    yield;
    if (key === 'technology.name') postings.owners = ownersIn(postings.rows, table.accounts);
    grouped.set(key, postings);
    yield;
  }
  return grouped;
}

/** Sorts the rows of a table by the numbers of its own that ranges are asked of. */
export function* sortRanges({ columns, used }: Table): Generator<void, Map<string, SortedRows>> {
  const sorted = new Map<string, SortedRows>();
  for (const [key, column] of columns) {
    if (column.kind !== 'number' || !ranged.has(key)) continue;
    sorted.set(key, sortedRows(column.values, used));
    yield;
  }
  return sorted;
}
