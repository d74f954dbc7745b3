import 'server-only';
import { pointThatFollows } from '#lib/imports/derive-point.ts';
import type { ReadRow } from '#lib/imports/read-row.ts';
import { type Place, type Point, pointOfPlace } from '#lib/shared/place-point.ts';
import type { ImportRun, SqlValue } from './import-run.ts';
import type { RecordCells } from './record-cells.ts';
import type { Cells, RecordTable } from './record-table.ts';

const placeColumns = { country: 'country', state: 'state', city: 'city', postalCode: 'postal_code' } as const;
const placeKeys = Object.keys(placeColumns) as (keyof Place)[];
const nowhere: Place = { country: null, state: null, city: null, postalCode: null };

/** The columns that coordinates follow from and are written to. */
export const pointColumns = [...Object.values(placeColumns), 'latitude', 'longitude'];

const pointFields = ['latitude', 'longitude'] as const;
const MOST_PLACES = 10_000;

type Note = { field: string; source: string; is_pinned: number };

/** Fills coordinates from the place of an account row where neither the row nor the record has given ones. */
export function accountPoints(run: ImportRun, cells: RecordCells, table: RecordTable) {
  const { connection } = run;
  const [latitudeAt, longitudeAt] = [table.at('latitude'), table.at('longitude')];
  const isMapped = placeKeys.some((key) => cells.has(key));
  const notesOf = connection.prepare<[number], Note>(
    `SELECT field, source, is_pinned FROM value_sources WHERE entity = 'account' AND record_id = ?
       AND field IN ('country', 'state', 'city', 'postalCode', 'latitude', 'longitude')`,
  );
  const labelOf = connection.prepare<[SqlValue], string>('SELECT label FROM terms WHERE id = ?').pluck();
  const known = new Map<string, Point | null>();
  const forget = connection.prepare<[number]>(
    `DELETE FROM value_sources WHERE entity = 'account' AND record_id = ? AND source = 'derived'
       AND field IN ('latitude', 'longitude')`,
  );

  /** Companies share their places, so a place is looked up once. */
  function pointOf(place: Place): Point | null {
    const key = `${place.country}\n${place.state}\n${place.city}\n${place.postalCode}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_PLACES) known.clear();
    const point = pointOfPlace(place);
    known.set(key, point);
    return point;
  }

  function storedPlace(stored: SqlValue[]): Place {
    const place = { ...nowhere };
    for (const key of placeKeys) {
      const cell = stored[table.at(placeColumns[key])] ?? null;
      if (cell !== null) place[key] = key === 'postalCode' ? String(cell) : (labelOf.get(cell) ?? null);
    }
    return place;
  }

  function placeOf(row: ReadRow, before: Place, isHeld: (key: string) => boolean): Place {
    const now = (key: keyof Place) => {
      const value = cells.valueOf(row, key);
      if (value === undefined || isHeld(key)) return before[key];
      return value === null ? null : String(value);
    };
    return {
      country: now('country'),
      state: now('state'),
      city: now('city'),
      postalCode: now('postalCode'),
    };
  }

  const isGiven = (values: Cells) =>
    typeof values[latitudeAt] === 'number' || typeof values[longitudeAt] === 'number';

  /** Whether anything that coordinates follow from may differ: most rows of a repeated import stop here. */
  const mayFollow = (values: Cells, stored: SqlValue[]) =>
    (values[latitudeAt] === undefined ? stored[latitudeAt] : values[latitudeAt]) === null ||
    placeKeys.some((key) => {
      const at = table.at(placeColumns[key]);
      return values[at] !== undefined && values[at] !== stored[at];
    });

  return {
    isMapped,
    /** Adds coordinates to a new record's cells; says whether it did. */
    fillNew(row: ReadRow, values: Cells): boolean {
      if (!isMapped || isGiven(values)) return false;
      const point = pointOf(placeOf(row, nowhere, () => false));
      if (!point) return false;
      values[latitudeAt] = point.latitude;
      values[longitudeAt] = point.longitude;
      return true;
    },
    /** The same for a known record, whose derived coordinates move with its place; says whether it filled a gap. */
    followPlace(row: ReadRow, id: number, stored: SqlValue[], values: Cells): boolean {
      if (isGiven(values)) {
        // A second row of one file may give what was derived for the first.
        if (stored[table.columns.length] === run.importId) forget.run(id);
        return false;
      }
      if (!isMapped || !mayFollow(values, stored)) return false;
      const notes = new Map(notesOf.all(id).map((note) => [note.field, note]));
      const before = storedPlace(stored);
      const now = (at: number) => {
        const cell = values[at] === undefined ? stored[at] : values[at];
        return typeof cell === 'number' ? cell : null;
      };
      const isDerived =
        typeof stored[latitudeAt] === 'number' &&
        pointFields.every((field) => table.isDerived(notes.get(field), field, stored));
      const point = pointThatFollows(
        before,
        placeOf(row, before, (key) => notes.get(key)?.is_pinned === 1),
        {
          latitude: now(latitudeAt),
          longitude: now(longitudeAt),
          isDerived,
          isPinned: pointFields.some((field) => notes.get(field)?.is_pinned === 1),
        },
      );
      if (point === undefined) return false;
      values[latitudeAt] = point?.latitude ?? null;
      values[longitudeAt] = point?.longitude ?? null;
      return point !== null && !isDerived;
    },
    mark(id: number, isNew: boolean): void {
      for (const field of pointFields) run.derived('account', id, field, isNew);
    },
  };
}
