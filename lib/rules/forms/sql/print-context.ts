import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import type { Catalog, Field } from '../../catalog.ts';
import type { DateBounds } from '../../resolved.ts';
import type { SqlDialect } from './dialect.ts';
import { isKnown, join, plainTest, type Printed } from './layout.ts';
import { columnName } from './logical-schema.ts';

export type SqlContext = {
  dialect: SqlDialect;
  catalog: Catalog;
  /** Epoch ms. */
  asOf: number;
};

/** A table's alias; `mayBeMissing`: there may be no row at it (the account of a lead). */
export type Row = { alias: string; mayBeMissing: boolean };

/** Epoch days of 0001-01-01 and 9999-12-31. */
const firstDay = -719_162;
const lastDay = 2_932_896;
const dayMs = 86_400_000;

/** Row and column, quoted where the name is no plain word. */
export function columnAt(row: string, field: Field, { dialect }: SqlContext): string {
  const name = columnName(field);
  return `${row}.${/^[a-z][a-z0-9_]*$/.test(name) ? name : dialect.quote(name)}`;
}

export function instantLiteral(ms: number, { dialect }: SqlContext): string {
  return dialect.instant(formatIsoInstant(ms));
}

/** Bounds outside of the years 1 to 9999, which no database writes, are open. */
function writable({ type, from, to }: DateBounds): { from: number | null; to: number | null } {
  const scale = type === 'day' ? 1 : dayMs;
  return {
    from: from === null || from < firstDay * scale ? null : from,
    to: to === null || to >= (lastDay + (type === 'day' ? 1 : 0)) * scale ? null : to,
  };
}

/**
 * A date within bounds. An instant's upper bound is written as the first moment after it, so that fractions of the last
 * millisecond are inside, too.
 */
export function withinBounds(value: string, bounds: DateBounds, context: SqlContext): Printed {
  const { from, to } = writable(bounds);
  if (from === null && to === null) return isKnown(value);
  const { dialect } = context;
  if (bounds.type === 'instant') {
    return join('AND', [
      ...(from === null ? [] : [plainTest(`${value} >= ${instantLiteral(from, context)}`, true)]),
      ...(to === null ? [] : [plainTest(`${value} < ${instantLiteral(to + 1, context)}`, true)]),
    ]);
  }
  const low = from === null ? null : dialect.day(formatIsoDay(from));
  const high = to === null ? null : dialect.day(formatIsoDay(to));
  if (low !== null && low === high) return plainTest(`${value} = ${low}`, true);
  if (low !== null && high !== null) return plainTest(`${value} BETWEEN ${low} AND ${high}`, true);
  return plainTest(low === null ? `${value} <= ${high}` : `${value} >= ${low}`, true);
}
