import 'server-only';
import type { ReadRow } from '#lib/imports/read-row.ts';
import type { Value } from '#lib/imports/read-value.ts';
import { foldText } from '#lib/shared/text.ts';
import { repFinder } from './find-records.ts';
import { importColumn, type RecordEntity } from './import-columns.ts';
import { count, type ImportRun } from './import-run.ts';
import type { Cells, SideChange } from './record-table.ts';
import { complain } from './row-handler.ts';
import { createSideWriter, type SideWriter } from './side-values.ts';

export type RecordCells = {
  columns: string[];
  /** Field of each column, for provenance. */
  fieldOf: Map<string, string>;
  /** The row's cells in the order of `columns`; unknown reps are reported and left out. */
  cellsOf: (row: ReadRow) => Cells;
  /** Writes lists, custom values and other systems' ids; says which changed. */
  writeSides: (recordId: number, row: ReadRow) => SideChange[];
  /** Value of a target by its field's key. */
  valueOf: (row: ReadRow, key: string) => Value | null | undefined;
  has: (key: string) => boolean;
  startBatch: () => void;
};

type Filler = (value: Value | null, cells: Cells, row: ReadRow) => void;

/** Fields whose stored value no blank cell may take away. */
const neverCleared = new Set(['optedOut', 'name', 'active', 'createdAt']);

/** Compiles the targets of a plan into columns of the entity's table. `extra` columns are the handler's to fill. */
export function createRecordCells(
  run: ImportRun,
  entity: RecordEntity,
  extra: readonly string[],
): RecordCells {
  const columns: string[] = [];
  const fieldOf = new Map<string, string>();
  const fillers: (Filler | null)[] = [];
  const sides: { index: number; write: SideWriter }[] = [];
  const reps = repFinder(run.connection);
  const pinned = run.connection
    .prepare<[string, number], string>(
      'SELECT field FROM value_sources WHERE entity = ? AND record_id = ? AND is_pinned = 1',
    )
    .pluck();
  const { targets } = run.plan;

  function column(name: string, field: string | null): number {
    const at = columns.indexOf(name);
    if (at !== -1) return at;
    columns.push(name);
    if (field !== null) fieldOf.set(name, field);
    return columns.length - 1;
  }

  targets.forEach((target, index) => {
    const { key, label } = target.field;
    const place = importColumn(entity, target.field);
    if (place.kind === 'link') return fillers.push(null);
    if (place.kind === 'side') {
      sides.push({ index, write: createSideWriter(run, entity, place.side, target.field) });
      return fillers.push(null);
    }
    const at = column(place.column, key);
    if (place.kind === 'term') {
      const { dictionary } = place;
      return fillers.push((value, cells) => {
        cells[at] = value === null ? null : run.terms.id(dictionary, String(value));
      });
    }
    if (place.kind === 'rep') {
      return fillers.push((value, cells, row) => {
        if (value === null) cells[at] = null;
        else cells[at] = findRep(String(value), label, target.sources[0]?.column ?? null, row);
      });
    }
    if (place.kind === 'text') {
      const foldedAt = column(`${place.column}_folded`, null);
      return fillers.push((value, cells) => {
        cells[at] = value === null ? null : String(value);
        cells[foldedAt] = value === null ? null : foldText(String(value));
      });
    }
    return fillers.push((value, cells) => {
      cells[at] = value === null || Array.isArray(value) ? null : value;
    });
  });
  for (const name of extra) column(name, null);

  function findRep(text: string, label: string, from: string | null, row: ReadRow): number | undefined {
    const found = reps.find(text);
    if (typeof found === 'number') return found;
    count(run.tally.unknownReps, text);
    const message =
      found === 'ambiguous'
        ? `${label}: several people are called “${text}”.`
        : `${label}: nobody is called “${text}”.`;
    complain(row, from, text, 'unknown_rep', message);
    return undefined;
  }

  const positions = new Map(targets.map((target, index) => [target.field.key, index]));
  return {
    columns,
    fieldOf,
    cellsOf(row) {
      const cells: Cells = new Array(columns.length);
      for (let index = 0; index < fillers.length; index += 1) {
        const value = row.values[index];
        if (value === undefined) continue;
        if (value === null && neverCleared.has(targets[index]?.field.key ?? '')) continue;
        fillers[index]?.(value, cells, row);
      }
      return cells;
    },
    writeSides(recordId, row) {
      const changes: SideChange[] = [];
      const held = sides.length === 0 ? null : new Set(pinned.all(entity, recordId));
      for (const side of sides) {
        const value = row.values[side.index];
        if (held?.has(targets[side.index]?.field.key ?? '')) continue;
        const change = value === undefined ? null : side.write(recordId, value);
        if (!change) continue;
        if ('takenBy' in change) {
          const target = targets[side.index];
          const message = `${target?.field.label ?? 'This id'}: “${String(value)}” belongs to another record already.`;
          complain(row, target?.sources[0]?.column ?? null, String(value), 'id_taken', message);
        } else changes.push(change);
      }
      return changes;
    },
    valueOf: (row, key) => {
      const at = positions.get(key);
      return at === undefined ? undefined : row.values[at];
    },
    has: (key) => positions.has(key),
    startBatch: () => reps.forget(),
  };
}
