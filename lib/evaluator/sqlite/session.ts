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
import { checkRowIds, type InStep, keepInStep } from '../columns/keep-in-step.ts';
import type { IndexKeeper } from '../columns/index-keeper.ts';
import { type Asking, atomMeasures } from '#lib/engine/atom-bits.ts';
import { keptOrder, type Order } from '../columns/orders.ts';
import type { Snapshot } from '../columns/snapshots.ts';
import type { Memo } from '#lib/engine/related-rows.ts';
import type { Store } from '#lib/engine/store.ts';
import { type Cache, createCache, type Patch } from './cache.ts';
import { patchRows } from '../columns/patch-sets.ts';
import { catalogField, entityOf } from '#lib/rules/resolved-fields.ts';
import { valueLabel } from '#lib/rules/value-label.ts';
import { alignNumbers, type Records, recordsInTable, recordsOf } from './records.ts';

/** A reader's view of the database: what is loaded, and the version of the data that it was loaded from. */
export type Session = {
  /** Stands in a read transaction while a question is answered. */
  connection: Connection;
  /** Epoch ms of the state that is answered of, where it is older than the present one. */
  lagsSince: number | null;
  cache: Cache;
  /** Columns that answer before SQLite is asked; null where none are kept. */
  index: IndexKeeper | null;
  seen: {
    file: number;
    change: number;
    /** When everything was last forgotten, epoch ms. */
    sweptAt: number;
    /** Something was written that nobody wrote down. */
    isUnsure: boolean;
  };
};

/** Kinds of record of which a change leaves everything made from other kinds true. */
const narrowKinds = new Set(['activity', 'signal', 'technology', 'contact', 'opportunity']);
/** Kinds of which the columns take single changes, and those that name what else they change. */
const followedKinds = new Set([...narrowKinds, 'account', 'segment', 'segmentMember']);
/** Kinds that no rule reads. */
const unreadKinds = new Set([
  ...['user', 'token', 'view', 'note', 'nextStep', 'snooze', 'job', 'audit'],
  ...['segmentDraft', 'segmentRefresh'],
]);

/** A write without an entry in the change log (most are sign-ins and jobs) is believed harmless only this long. */
const UNSURE_MS = 20_000;
const CACHE_BYTES = 256 * 1024 * 1024;

export function openSession(connection: Connection, index: IndexKeeper | null = null): Session {
  return {
    connection,
    lagsSince: null,
    index,
    cache: createCache(CACHE_BYTES),
    seen: { file: -1, change: 0, sweptAt: 0, isUnsure: true },
  };
}

const noColumns: InStep = { hasSwapped: false, patched: [], isHeld: false, lagsSince: null };

/**
 * Brings a session to the present and forgets what is no longer true. To be called at the start of a read transaction, on
 * its connection. With a snapshot the session answers of that, or while its columns lag behind of theirs. `version`
 * changes with every commit. `now` is epoch ms.
 */
export function refreshSession(
  session: Session,
  now: number,
  snapshot: Snapshot | null = null,
  version = fileVersion(session.connection),
): void {
  const { cache, seen, index } = session;
  if (snapshot) session.connection = snapshot.connection;
  const { connection } = session;
  const hasMoved = version !== seen.file;
  const change = snapshot?.change ?? (hasMoved ? lastChange(connection) : seen.change);
  const step = index ? keepInStep({ connection, change, snapshot }, index) : noColumns;
  session.lagsSince = step.lagsSince;
  const current = index?.current ?? null;
  if (current?.snapshot) session.connection = current.snapshot.connection;
  if (step.isHeld) {
    // Nothing of the present is seen, so that it is still to be found when the columns have caught up.
    if (step.hasSwapped) cache.clear();
    session.seen = { ...seen, change: step.hasSwapped ? (current?.change ?? 0) : seen.change };
    return;
  }
  const kinds = change === seen.change ? [] : changedEntities(connection, seen.change);
  const isUnsure = seen.isUnsure || (hasMoved && change === seen.change);
  const isChecking = isUnsure && Math.abs(now - seen.sweptAt) > UNSURE_MS;
  const isSweeping =
    change < seen.change ||
    kinds.some((kind) => !narrowKinds.has(kind) && !unreadKinds.has(kind)) ||
    isChecking;
  if (isChecking && index) checkRowIds(connection, index);
  const hasColumns = !step.hasSwapped && columnStore(session) !== null;
  if (hasColumns && kinds.every((kind) => followedKinds.has(kind) || unreadKinds.has(kind))) {
    cache.forget(new Set(kinds), step.patched);
    if (isChecking) cache.forgetStatements();
  } else if (isSweeping || step.hasSwapped) cache.clear();
  else if (kinds.length > 0) cache.forget(new Set(kinds));
  session.seen = isSweeping
    ? { file: version, change, sweptAt: now, isUnsure: false }
    : { file: version, change, sweptAt: seen.sweptAt, isUnsure };
}

export function rulesContext(session: Session): RulesContext & { columns: SqliteColumns } {
  return session.cache.get('rules', ['segment'], () => {
    const context = loadRulesContext(session.connection);
    return { ...context, columns: sqliteColumns(context.catalog) };
  });
}

export function recordsIn(session: Session, entity: RootEntity): Records {
  return session.cache.get(
    `records ${entity}`,
    [entity],
    () => {
      const store = columnStore(session);
      return store ? recordsInTable(store.tables[entity]) : recordsOf(liveIds(session.connection, entity));
    },
    staysTrue(session),
  );
}

/** For what is read through the columns themselves. */
function staysTrue(session: Session): Patch<unknown> {
  const made = columnStore(session);
  return () => made !== null;
}

/** The columns that answer now, or null while there are none. */
export function columnStore(session: Session): Store | null {
  return session.index?.current?.store ?? null;
}

/** What an atom is asked of the columns with; null while there are none. */
export function askingColumns(session: Session, entity: RootEntity, moment: Moment): Asking | null {
  const store = columnStore(session);
  if (!store) return null;
  const memo: Memo = (name, make, test) => {
    const of = name.slice(5, name.indexOf('.'));
    return session.cache.get(name, [of], make, patchRows(store, of, test));
  };
  return { store, entity, moment, memo };
}

/** Whether a field's values depend on the moment: other values of accounts and contacts are always today's. */
export function isIntervalField(columns: SqliteColumns, key: string): boolean {
  const column = columns.field(key);
  return column.store === 'side' && column.isInterval;
}

/** The kinds of record of which a change may change a field of an entity's records. */
function needsOf(entity: RootEntity, key: string): string[] {
  return entityOf(key) === entity ? [entity] : [entity, 'account'];
}

/** The values of a field (numbers, codes or row ids), one pair per value. `key` is `entity.key`. */
export function columnIn(session: Session, entity: RootEntity, key: string, moment: Moment) {
  const { columns } = rulesContext(session);
  const when = isIntervalField(columns, key) ? moment.asOf : '';
  return session.cache.get(`column ${entity} ${key} ${when}`, needsOf(entity, key), () =>
    readPairs(session.connection, printColumn(key, entity, { columns, moment })),
  );
}

/** All ids in the order of a field, missing values last, and the place of each record in it by ordinal. */
export function orderIn(
  session: Session,
  entity: RootEntity,
  { key, descending }: { key: string; descending: boolean },
  moment: Moment,
): Order {
  const index = session.index?.current;
  const kept = index && keptOrder(index, entity, key, descending);
  if (kept) return kept;
  const { columns } = rulesContext(session);
  const when = isIntervalField(columns, key) ? moment.asOf : '';
  return session.cache.get(`order ${entity} ${key} ${descending} ${when}`, needsOf(entity, key), () => {
    const ids = readIds(session.connection, printOrder(key, entity, descending, { columns, moment }));
    const records = recordsIn(session, entity);
    const places = new Int32Array(records.size).fill(-1);
    ids.forEach((id, place) => {
      const ordinal = records.ordinalOf(id);
      if (ordinal >= 0) places[ordinal] = place;
    });
    return { ids, places };
  });
}

/** What the related rows of each record measure, by ordinal: 0 or NaN for a record without rows, as the measure has it. */
export function measuresIn(
  session: Session,
  entity: RootEntity,
  atom: RelatedAtom,
  moment: Moment,
): Float64Array {
  const { columns } = rulesContext(session);
  const when = moment.isPast ? moment.asOf : '';
  const key = `measure ${entity} ${when} ${JSON.stringify(atom)}`;
  return session.cache.get(key, [entity, 'account', atom.entity], () => {
    const asking = askingColumns(session, entity, moment);
    const measured = asking && atomMeasures(asking, atom);
    if (measured) {
      return measureMayBeMissing(atom.measure.fn) ? measured : measured.map((v) => (Number.isNaN(v) ? 0 : v));
    }
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
