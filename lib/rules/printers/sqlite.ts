import type { RootEntity } from '../ast.ts';
import type { Moment } from '../facts-as-of.ts';
import type { Asked, ChangeAtom, PinAtom, RelatedAtom, Relational } from '../relational.ts';
import { referenceRowId } from '../reference-ids.ts';
import { joinSql, type Sql, sql, sqlName } from './sql.ts';
import type { EntityTable, SqliteColumns } from './sqlite-columns.ts';
import { measuredOwners, relatedTest } from './sqlite-related.ts';
import { attributeTest } from './sqlite-values.ts';

export type PrintContext = { columns: SqliteColumns; moment: Moment };

/** Aliases of the record's row and of its account's; a related row has only its own. */
export type Rows = { self: string; account: string | null };

function rowOf(rows: Rows, of: Asked): string {
  if (of === 'self') return rows.self;
  if (rows.account === null) throw new Error('Only a contact has an account.');
  return rows.account;
}

/** Rows that are there: not archived. */
export function isLive(table: EntityTable, row: string): Sql {
  return table.isArchivable ? sql`${sqlName(`${row}.archived_at`)} IS NULL` : sql`1`;
}

function changeTest(atom: ChangeAtom, row: string): Sql {
  const at = sqlName(atom.change === 'entered' ? 'm.from_at' : 'm.to_at');
  const segment = referenceRowId('segment', atom.segmentId) ?? -1;
  const since = atom.from === null ? sql`1` : sql`${at} >= ${atom.from}`;
  return sql`${sqlName(`${row}.id`)} IN (SELECT m.record_id FROM segment_members m WHERE m.segment_id = ${segment} AND ${since} AND ${at} <= ${atom.to})`;
}

function pinTest({ segmentId, side, at }: PinAtom, row: string): Sql {
  const segment = referenceRowId('segment', segmentId) ?? -1;
  return sql`${sqlName(`${row}.id`)} IN (SELECT p.record_id FROM segment_pins p WHERE p.segment_id = ${segment} AND p.side = ${side} AND p.from_at <= ${at} AND (p.to_at IS NULL OR p.to_at > ${at}) AND (p.expires_at IS NULL OR p.expires_at > ${at}))`;
}

/** A condition on the related row, alias `x`. */
function printWhere(where: Relational, context: PrintContext): Sql {
  return print(where, { self: 'x', account: null }, false, context);
}

function print(node: Relational, rows: Rows, isNegated: boolean, context: PrintContext): Sql {
  const twoValued = (test: Sql) => (isNegated ? sql`(${test}) IS TRUE` : test);
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = node.parts.map((part) => print(part, rows, isNegated, context));
      const [first] = parts;
      if (parts.length === 1 && first) return first;
      const isAnd = node.kind === 'and';
      return sql`(${joinSql(parts, isAnd ? ' AND ' : ' OR ', isAnd ? sql`1` : sql`0`)})`;
    }
    case 'not':
      return sql`NOT (${print(node.part, rows, true, context)})`;
    case 'attribute': {
      const column = context.columns.field(node.field);
      return twoValued(attributeTest(node.field, column, rowOf(rows, node.of), node.test, context.moment));
    }
    case 'related':
      return twoValued(
        relatedTest(node, { ...rows, row: rowOf(rows, node.of) }, context, (where) =>
          printWhere(where, context),
        ),
      );
    case 'change':
      return twoValued(changeTest(node, rowOf(rows, node.of)));
    case 'pinned':
      return twoValued(pinTest(node, rowOf(rows, node.of)));
    case 'linked':
      return sql`${sqlName(`${rowOf(rows, 'account')}.id`)} IS NOT NULL`;
  }
}

/**
 * The condition on a row of `entity` (alias `r`; a contact's account is `a`) as SQL for a WHERE.
 * A negated part yields 0 or 1 for every row, so that records with missing values are in the complement.
 */
export function printCondition(form: Relational, entity: RootEntity, context: PrintContext): Sql {
  return print(form, rowsOfRecord(entity), false, context);
}

function rowsOfRecord(entity: RootEntity): Rows {
  return { self: 'r', account: entity === 'contact' ? 'a' : null };
}

/** FROM … WHERE for the live records of `entity`; the account is joined only for a contact. */
export function printSource(entity: RootEntity, { columns }: Pick<PrintContext, 'columns'>): Sql {
  const { accounts, contacts } = columns;
  if (entity === 'account') return sql`${sqlName(accounts.table)} r WHERE ${isLive(accounts, 'r')}`;
  return sql`${sqlName(contacts.table)} r LEFT JOIN ${sqlName(accounts.table)} a ON a.id = r.account_id AND ${isLive(accounts, 'a')} WHERE ${isLive(contacts, 'r')}`;
}

/** The ids of the live records for which the form holds, as one statement. */
export function printIds(form: Relational, entity: RootEntity, context: PrintContext): Sql {
  return sql`SELECT r.id FROM ${printSource(entity, context)} AND ${printCondition(form, entity, context)}`;
}

/** Rows (id, v): what the related rows of each live record measure. Records without such rows are left out. */
export function printMeasure(atom: RelatedAtom, entity: RootEntity, context: PrintContext): Sql {
  const rows = rowsOfRecord(entity);
  const found = measuredOwners(atom, { ...rows, row: rowOf(rows, atom.of) }, context, (where) =>
    printWhere(where, context),
  );
  if (!found) return sql`SELECT NULL AS id, NULL AS v WHERE 0`;
  const live = sql`SELECT r.id AS id, ${found.outside} AS owner FROM ${printSource(entity, context)}`;
  return sql`SELECT live.id AS id, m.v AS v FROM (${found.owners}) m JOIN (${live}) live ON live.owner = m.owner WHERE m.v IS NOT NULL`;
}
