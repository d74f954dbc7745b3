import 'server-only';
import type { Connection } from '#db/client.ts';
import { readSources, type StoredValue } from '#db/queries/records/record-values.ts';
import { type Cells, setSources } from '#db/queries/records/write-record.ts';
import { pointThatFollows } from '#lib/imports/derive-point.ts';
import type { FieldEdit } from '#lib/services/records/plan-edit.ts';
import type { Place } from '#lib/shared/place-point.ts';

const pointFields = ['latitude', 'longitude'] as const;
const about = new Set<string>([...pointFields, 'country', 'state', 'city', 'postalCode']);

/**
 * Where a change is about the place of an account: fills missing coordinates from it and moves derived ones, into
 * `cells` and `changed`, marked as derived. Call when the sources say already who stands behind the edits.
 */
export function derivePoint(
  connection: Connection,
  accountId: number,
  change: {
    edits: readonly FieldEdit[];
    before: ReadonlyMap<string, StoredValue>;
    released: readonly string[];
    at: number;
  },
  cells: Cells,
  changed: string[],
): void {
  const keys = [...change.edits.map(({ field }) => field.key), ...change.released];
  if (!keys.some((key) => about.has(key))) return;
  const old = (key: string) => change.before.get(key)?.value ?? null;
  const now = (key: string) => {
    const edit = change.edits.find(({ field }) => field.key === key);
    return edit === undefined ? old(key) : edit.value;
  };
  const sources = readSources(connection, 'account', accountId);
  const pair = pointFields.map((field) => sources.get(field));
  const point = pointThatFollows(placeOf(old), placeOf(now), {
    latitude: numberOf(now('latitude')),
    longitude: numberOf(now('longitude')),
    isDerived: pair.every((note) => note?.source === 'derived'),
    isPinned: pair.some((note) => note?.isPinned === 1),
  });
  if (point === undefined) return;
  for (const field of pointFields) {
    cells[field] = point?.[field] ?? null;
    if (!changed.includes(field)) changed.push(field);
  }
  const follows = { source: 'derived' as const, userId: null, at: change.at, isPinned: false };
  setSources(connection, 'account', accountId, pointFields, follows);
}

function placeOf(valueOf: (key: string) => unknown): Place {
  const text = (key: string) => {
    const value = valueOf(key);
    return typeof value === 'string' ? value : null;
  };
  return {
    country: text('country'),
    state: text('state'),
    city: text('city'),
    postalCode: text('postalCode'),
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
