import type { Connection } from '#db/client.ts';
import { sqliteColumns } from '#db/field-columns.ts';
import { changedEntities, fileVersion, lastChange } from '#db/queries/preview/data-version.ts';
import { readIds, readPairs } from '#db/queries/preview/read-arrays.ts';
import { liveIds } from '#db/queries/preview/record-sets.ts';
import { loadRulesContext, type RulesContext } from '#db/queries/preview/rules-context.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import { measureMayBeMissing } from '#lib/rules/operators.ts';
import type { SqliteColumns } from '#lib/rules/printers/sqlite-columns.ts';
import { printMeasure } from '#lib/rules/printers/sqlite.ts';
import { printColumn, printOrder } from '#lib/rules/printers/sqlite-reads.ts';
import type { RelatedAtom } from '#lib/rules/relational.ts';
import { type Cache, createCache } from './cache.ts';
import { catalogField } from '#lib/rules/resolved-fields.ts';
import { valueLabel } from '#lib/rules/value-label.ts';
import { alignNumbers, type Records, recordsOf } from './records.ts';

/** A reader's view of the database: what is loaded, and the version of the data that it was loaded from. */
export type Session = {
  connection: Connection;
  cache: Cache;
  seen: { file: number; change: number; at: number };
};

/** Kinds of record of which a change leaves everything made from other kinds true. */
const narrowKinds = new Set(['activity', 'signal', 'technology', 'contact', 'opportunity']);
/** Kinds that no rule reads. */
const unreadKinds = new Set(['user', 'token', 'view', 'note', 'nextStep', 'snooze', 'job', 'audit']);

/** Data changed by a writer that wrote nothing down is noticed after this long. */
const UNLOGGED_MS = 15_000;

export function openSession(connection: Connection): Session {
  return { connection, cache: createCache(800), seen: { file: -1, change: 0, at: 0 } };
}

/** Forgets what is no longer true. To be called at the start of a read transaction. `now` is epoch ms. */
export function refreshSession(session: Session, now: number): void {
  const { connection, cache, seen } = session;
  const file = fileVersion(connection);
  if (file === seen.file) return;
  const change = lastChange(connection);
  const isLogged = change !== seen.change;
  const kinds = isLogged ? changedEntities(connection, seen.change) : [];
  const isSweeping =
    seen.file === -1 ||
    (!isLogged && Math.abs(now - seen.at) > UNLOGGED_MS) ||
    change < seen.change ||
    kinds.some((kind) => !narrowKinds.has(kind) && !unreadKinds.has(kind));
  if (isSweeping) cache.clear();
  else cache.forget(new Set(kinds));
  session.seen = { file, change, at: isSweeping ? now : seen.at };
}

export function rulesContext(session: Session): RulesContext & { columns: SqliteColumns } {
  return session.cache.get('rules', [], () => {
    const context = loadRulesContext(session.connection);
    return { ...context, columns: sqliteColumns(context.catalog) };
  });
}

export function recordsIn(session: Session, entity: RootEntity): Records {
  return session.cache.get(`records ${entity}`, [entity], () =>
    recordsOf(liveIds(session.connection, entity)),
  );
}

/** Moments of the present share what does not depend on the moment. */
function momentKey({ asOf, isPast }: Moment, isInterval: boolean): string {
  return isPast ? `past ${asOf}` : isInterval ? `at ${asOf}` : 'now';
}

function isIntervalField(columns: SqliteColumns, key: string): boolean {
  const column = columns.field(key);
  return column.store === 'side' && column.isInterval;
}

/** The values of a field (numbers, codes or row ids), one pair per value. `key` is `entity.key`. */
export function columnIn(session: Session, entity: RootEntity, key: string, moment: Moment) {
  const { columns } = rulesContext(session);
  const when = momentKey(moment, isIntervalField(columns, key));
  return session.cache.get(`column ${entity} ${key} ${when}`, [entity, 'account'], () =>
    readPairs(session.connection, printColumn(key, entity, { columns, moment })),
  );
}

/** All live ids in the order of a field, missing values last. */
export function orderIn(
  session: Session,
  entity: RootEntity,
  sort: { key: string; descending: boolean },
  moment: Moment,
): Int32Array {
  const { columns } = rulesContext(session);
  const when = momentKey(moment, isIntervalField(columns, sort.key));
  return session.cache.get(
    `order ${entity} ${sort.key} ${sort.descending} ${when}`,
    [entity, 'account'],
    () => readIds(session.connection, printOrder(sort.key, entity, sort.descending, { columns, moment })),
  );
}

/** What the related rows of each record measure, by ordinal: 0 or NaN for a record without rows, as the measure has it. */
export function measuresIn(
  session: Session,
  entity: RootEntity,
  atom: RelatedAtom,
  moment: Moment,
): Float64Array {
  const { columns } = rulesContext(session);
  const key = `measure ${entity} ${momentKey(moment, false)} ${JSON.stringify(atom)}`;
  return session.cache.get(key, [entity, 'account', atom.entity], () => {
    const pairs = readPairs(session.connection, printMeasure(atom, entity, { columns, moment }));
    const aligned = alignNumbers(recordsIn(session, entity), pairs);
    if (measureMayBeMissing(atom.measure.fn)) return aligned;
    return aligned.map((value) => (Number.isNaN(value) ? 0 : value));
  });
}

/** How a value of a field reads: vocabulary keys and places in words, references by the name that stands in the data. */
export function labelOfValue(
  session: Session,
  key: string,
): (named: { value: string; label: string }) => string {
  const { catalog } = rulesContext(session);
  const field = catalogField(catalog, key);
  return ({ value, label }) =>
    field.type === 'category' || field.type === 'tags' ? valueLabel(field, value, catalog) : label;
}
