import { toRowId } from '#lib/shared/ids.ts';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import type { SideColumn, ValueColumn } from '#lib/rules/printers/sqlite-columns.ts';
import type { FactValue, FactValues, StageChange } from '#lib/rules/record-facts.ts';
import { canonicalRef, referenceRowId } from '#lib/rules/reference-ids.ts';
import type { World } from '#lib/rules/testing/world.ts';
import { customFields } from '#lib/rules/testing/workspace.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../client.ts';
import { sqliteColumns } from '../field-columns.ts';
import { termWriter } from '../terms.ts';

type Cells = Record<string, string | number | null>;

const columns = sqliteColumns(buildCatalog({ customFields }));
const createdAt = Date.UTC(2020, 0, 1);

function insert(connection: Connection, table: string, cells: Cells): number {
  const names = Object.keys(cells);
  const marks = names.map(() => '?').join(', ');
  const statement = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`;
  return Number(connection.prepare(statement).run(...Object.values(cells)).lastInsertRowid);
}

/** Writes a world into an empty, migrated database the way imports do: folded, trimmed, categories as terms. */
export function insertWorld(connection: Connection, world: World): void {
  const toTerm = termWriter(connection);

  function cellsOf(column: ValueColumn, value: Exclude<FactValue, null | undefined>): Cells {
    switch (column.store) {
      case 'term':
        return { [column.column]: toTerm(column.dictionary, String(value)) };
      case 'text':
        return { [column.column]: String(value), [column.folded]: foldText(String(value)) };
      case 'exact':
        return { [column.column]: String(value).trim() || null };
      case 'reference': {
        const id = String(value);
        const isClass = column.refKind === 'class';
        if (column.column.includes('$')) return {};
        return {
          [column.column]: isClass
            ? toTerm('account.class', canonicalRef('class', id))
            : referenceRowId(column.refKind, id),
        };
      }
      case 'boolean':
        return { [column.column]: value ? 1 : 0 };
      case 'stage':
      case 'outcome':
        return {};
      default:
        return column.column.includes('$') ? {} : { [column.column]: Number(value) };
    }
  }

  function insertSide(column: SideColumn, owner: number, value: Exclude<FactValue, null | undefined>): void {
    const values = typeof value === 'object' ? value : [value];
    const seen = new Set<string>();
    for (const one of values) {
      const cells = cellsOf(column.value, one);
      if (Object.values(cells).every((cell) => cell === null)) continue;
      const key = JSON.stringify(cells);
      if (seen.has(key)) continue;
      seen.add(key);
      insert(connection, column.table, { [column.owner]: owner, ...column.fixed, ...cells });
    }
  }

  function insertRow(entity: string, table: string, values: FactValues, own: Cells): number {
    const cells: Cells = { ...own };
    const sides: [SideColumn, Exclude<FactValue, null | undefined>][] = [];
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === undefined) continue;
      const column = columns.field(`${entity}.${key}`);
      if (column.store === 'side') sides.push([column, value]);
      else Object.assign(cells, cellsOf(column, value));
    }
    const id = insert(connection, table, cells);
    for (const [column, value] of sides) insertSide(column, id, value);
    return id;
  }

  const stageIds = new Map<string, number>();
  function stageId(stage: string, outcome: string): number {
    const folded = foldText(stage);
    const known = stageIds.get(folded);
    if (known !== undefined) return known;
    const termId = toTerm('opportunity.stage', stage);
    const cells = { name: stage, name_folded: folded, term_id: termId, position: stageIds.size, outcome };
    const id = insert(connection, 'stages', cells);
    stageIds.set(folded, id);
    return id;
  }

  function insertHistory(opportunityId: number, changes: readonly StageChange[]): void {
    for (const { stage, outcome, changedAt } of changes) {
      insert(connection, 'stage_changes', {
        opportunity_id: opportunityId,
        stage_id: stageId(stage, outcome),
        changed_at: changedAt,
      });
    }
  }

  connection.pragma('foreign_keys = OFF');
  for (const { id, entity, key, label, type } of customFields) {
    insert(connection, 'custom_fields', { id, entity, key, label, type, created_at: createdAt });
  }
  for (const account of world.accounts) {
    const { id, family, values, references = {} } = account;
    const stamps = { created_at: createdAt, updated_at: createdAt };
    insertRow('account', 'accounts', values, {
      id,
      name: '',
      name_folded: '',
      family_id: family ?? null,
      ...stamps,
    });
    for (const [key, intervals] of Object.entries(references)) {
      const column = columns.field(`account.${key}`);
      if (column.store !== 'side') throw new Error(`${key} has no intervals.`);
      const required: Record<string, Cells> = {
        assignments: { source: 'hand' },
        account_tiers: { cause: 'account' },
        placements: { step: 'hand' },
      };
      for (const { id: value, from, to } of intervals) {
        insert(connection, column.table, {
          account_id: id,
          ...column.fixed,
          ...required[column.table],
          ...cellsOf(column.value, value),
          from_at: from,
          to_at: to,
        });
      }
    }
  }
  for (const { id, account, values } of world.contacts) {
    insertRow('contact', 'contacts', values, {
      created_at: createdAt,
      updated_at: createdAt,
      id,
      account_id: account,
    });
  }
  for (const row of world.rows) {
    const { entity, account, contacts = [], values, stageChanges = [] } = row;
    const table = columns.related[entity].table;
    const own: Cells = { account_id: account };
    if (entity === 'signal' || entity === 'activity') own.contact_id = contacts[0] ?? null;
    if (entity === 'activity' || entity === 'opportunity') own.created_at = createdAt;
    if (entity === 'opportunity') {
      own.updated_at = createdAt;
      own.stage_id = stageId(String(values.stage), String(values.outcome));
    }
    const id = insertRow(entity, table, values, own);
    if (entity !== 'opportunity') continue;
    insertHistory(id, stageChanges);
    for (const contact of contacts) {
      insert(connection, 'opportunity_contacts', { opportunity_id: id, contact_id: contact });
    }
  }
  for (const { id, memberships = {} } of [...world.accounts, ...world.contacts]) {
    for (const [segmentId, intervals] of Object.entries(memberships)) {
      for (const { from, to } of intervals) {
        insert(connection, 'segment_members', {
          segment_id: toRowId('segment', segmentId),
          record_id: id,
          from_at: from,
          to_at: to,
          enter_cause: 'data',
        });
      }
    }
  }
}
