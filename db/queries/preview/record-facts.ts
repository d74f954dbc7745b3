import 'server-only';
import type { RelatedEntity, RootEntity } from '#lib/rules/ast.ts';
import type { Catalog, Field } from '#lib/rules/catalog.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import { joinSql, type Sql, sql, sqlName } from '#lib/rules/printers/sql.ts';
import type { PrintContext } from '#lib/rules/printers/sqlite.ts';
import type { FieldColumn, RelatedTable, SideColumn } from '#lib/rules/printers/sqlite-columns.ts';
import { printShown, printShownList } from '#lib/rules/printers/sqlite-reads.ts';
import type {
  FactValue,
  FactValues,
  Interval,
  OwnFacts,
  RecordFacts,
  RelatedRow,
  RelatedRows,
  StageChange,
} from '#lib/rules/record-facts.ts';
import type { Pin } from '#lib/rules/pins.ts';
import { publicReference } from '#lib/rules/reference-ids.ts';
import { catalogField, entityOf, localKey } from '#lib/rules/resolved-fields.ts';
import type { WantedFacts } from '#lib/rules/wanted-facts.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';

/** Facts are read as stored today; `factsAsOf` takes them back. */
const today: Moment = { asOf: 0, asOfDay: 0, isPast: false };

type Reader = { connection: Connection; catalog: Catalog; context: PrintContext; wanted: WantedFacts };
type Raw = string | number | null;

function rows(connection: Connection, query: Sql): Record<string, Raw>[] {
  return connection.prepare(query.sql).all(...query.params) as Record<string, Raw>[];
}

function toFact(field: Field, raw: Raw): FactValue {
  if (raw === null) return null;
  if (field.type === 'boolean') return raw === 1;
  if (field.refKind) return typeof raw === 'number' ? publicReference(field.refKind, raw) : raw;
  return raw;
}

function factOf(field: Field, column: FieldColumn, raw: Raw): FactValue {
  if (column.store !== 'side') return toFact(field, raw);
  const values = (JSON.parse(String(raw ?? '[]')) as Raw[])
    .map((value) => toFact(field, value))
    .filter((value) => value !== null);
  return field.type === 'tags' ? (values as string[]) : (values[0] ?? null);
}

function factsOfRow(reader: Reader, keys: readonly string[], row: Record<string, Raw>): FactValues {
  return Object.fromEntries(
    keys.map((key, index) => [
      localKey(key),
      factOf(catalogField(reader.catalog, key), reader.context.columns.field(key), row[`f${index}`] ?? null),
    ]),
  );
}

function isInterval(column: FieldColumn): column is SideColumn {
  return column.store === 'side' && column.isInterval;
}

function ownValues(reader: Reader, entity: RootEntity, id: number): FactValues {
  const { columns } = reader.context;
  const keys = [...reader.wanted.fields].filter(
    (key) => entityOf(key) === entity && !isInterval(columns.field(key)),
  );
  const list = printShownList(keys.map(columns.field), 'r', reader.context);
  const table = sqlName(entity === 'account' ? columns.accounts.table : columns.contacts.table);
  const [row] = rows(reader.connection, sql`SELECT ${list} FROM ${table} r WHERE r.id = ${id}`);
  return row ? factsOfRow(reader, keys, row) : {};
}

function references(reader: Reader, accountId: number): NonNullable<OwnFacts['references']> {
  const { columns } = reader.context;
  const found: Record<string, (Interval & { id: string })[]> = {};
  for (const key of reader.wanted.fields) {
    const column = columns.field(key);
    if (entityOf(key) !== 'account' || !isInterval(column)) continue;
    const field = catalogField(reader.catalog, key);
    const fixed = Object.entries(column.fixed).map(
      ([name, value]) => sql`${sqlName(`s.${name}`)} = ${value}`,
    );
    const shown = printShown(column.value, 's', reader.context);
    found[localKey(key)] = rows(
      reader.connection,
      sql`SELECT ${shown} AS v, s.from_at AS "from", s.to_at AS "to" FROM ${sqlName(column.table)} s WHERE ${sqlName(`s.${column.owner}`)} = ${accountId} AND ${joinSql(fixed, ' AND ', sql`1`)}`,
    ).map(({ v, from, to }) => ({
      id: String(toFact(field, v ?? null)),
      from: Number(from),
      to: to === null ? null : Number(to),
    }));
  }
  return found;
}

function memberships(reader: Reader, recordId: number): Record<string, Interval[]> {
  return Object.fromEntries(
    [...reader.wanted.segments].map((segmentId) => {
      const intervals = rows(
        reader.connection,
        sql`SELECT m.from_at AS "from", m.to_at AS "to" FROM segment_members m WHERE m.segment_id = ${parsePublicId('segment', segmentId) ?? -1} AND m.record_id = ${recordId}`,
      );
      return [segmentId, intervals as unknown as Interval[]];
    }),
  );
}

function pins(reader: Reader, recordId: number): Record<string, Pin[]> {
  return Object.fromEntries(
    [...reader.wanted.pins].map((segmentId) => {
      const found = rows(
        reader.connection,
        sql`SELECT p.side, p.from_at AS "from", min(coalesce(p.to_at, p.expires_at), coalesce(p.expires_at, p.to_at)) AS "to" FROM segment_pins p WHERE p.segment_id = ${parsePublicId('segment', segmentId) ?? -1} AND p.record_id = ${recordId}`,
      );
      return [segmentId, found as unknown as Pin[]];
    }),
  );
}

function stageChanges(reader: Reader, opportunityId: number): StageChange[] {
  return rows(
    reader.connection,
    sql`SELECT g.name AS stage, g.outcome, h.changed_at AS changedAt FROM stage_changes h JOIN stages g ON g.id = h.stage_id WHERE h.opportunity_id = ${opportunityId}`,
  ) as unknown as StageChange[];
}

/** `owned` says which rows of the table (alias `x`) are wanted. */
function relatedRows(reader: Reader, owned: (table: RelatedTable) => Sql | null): RelatedRows {
  const entries = [...reader.wanted.rows].map(([entity, wantedKeys]): [RelatedEntity, RelatedRow[]] => {
    const table = reader.context.columns.related[entity];
    const condition = owned(table);
    if (!condition) return [entity, []];
    const keys = [...wantedKeys];
    const list = printShownList(keys.map(reader.context.columns.field), 'x', reader.context);
    const live = table.isArchivable ? sql`x.archived_at IS NULL` : sql`1`;
    const found = rows(
      reader.connection,
      sql`SELECT x.id AS id, ${list} FROM ${sqlName(table.table)} x WHERE ${live} AND ${condition}`,
    );
    return [
      entity,
      found.map((row) => ({
        values: factsOfRow(reader, keys, row),
        ...(entity === 'opportunity' ? { stageChanges: stageChanges(reader, Number(row.id)) } : {}),
      })),
    ];
  });
  return Object.fromEntries(entries);
}

function ofContact(contactId: number): (table: RelatedTable) => Sql | null {
  return ({ contact }) => {
    if (contact === null) return null;
    if ('column' in contact) return sql`${sqlName(`x.${contact.column}`)} = ${contactId}`;
    return sql`x.id IN (SELECT ${sqlName(`l.${contact.row}`)} FROM ${sqlName(contact.table)} l WHERE ${sqlName(`l.${contact.contact}`)} = ${contactId})`;
  };
}

function familyRows(reader: Reader, accountId: number): RelatedRows {
  if (!reader.wanted.needsFamily) return {};
  const family = sql`(SELECT coalesce(family_id, id) FROM accounts WHERE id = ${accountId})`;
  return relatedRows(
    reader,
    () =>
      sql`x.account_id IN (SELECT f.id FROM accounts f WHERE f.archived_at IS NULL AND coalesce(f.family_id, f.id) = ${family})`,
  );
}

function accountFacts(reader: Reader, accountId: number): OwnFacts {
  return {
    values: ownValues(reader, 'account', accountId),
    references: references(reader, accountId),
    memberships: memberships(reader, accountId),
    pins: pins(reader, accountId),
    rows: relatedRows(reader, () => sql`x.account_id = ${accountId}`),
  };
}

function exists(connection: Connection, entity: RootEntity, id: number): { accountId: number | null } | null {
  const found =
    entity === 'account'
      ? sql`SELECT id AS accountId FROM accounts WHERE id = ${id} AND archived_at IS NULL`
      : sql`SELECT a.id AS accountId FROM contacts c LEFT JOIN accounts a ON a.id = c.account_id AND a.archived_at IS NULL WHERE c.id = ${id} AND c.archived_at IS NULL`;
  return (rows(connection, found)[0] as { accountId: number | null } | undefined) ?? null;
}

/** Everything that a definition can ask of one live record, or null when there is no such record. */
export function loadRecordFacts(
  connection: Connection,
  source: { catalog: Catalog; columns: PrintContext['columns'] },
  entity: RootEntity,
  id: number,
  wanted: WantedFacts,
): RecordFacts | null {
  const found = exists(connection, entity, id);
  if (!found) return null;
  const { accountId } = found;
  const reader: Reader = {
    connection,
    catalog: source.catalog,
    context: { columns: source.columns, moment: today },
    wanted,
  };
  const family = accountId === null ? {} : familyRows(reader, accountId);
  if (entity === 'account') return { ...accountFacts(reader, id), familyRows: family };
  return {
    values: ownValues(reader, 'contact', id),
    memberships: memberships(reader, id),
    pins: pins(reader, id),
    rows: relatedRows(reader, ofContact(id)),
    account: accountId === null ? null : accountFacts(reader, accountId),
    familyRows: family,
  };
}
