import { type Place, type Point, pointOfPlace } from '#lib/shared/place-point.ts';

/** The coordinates of a record as they stand, and who stands behind them. */
export type HeldPoint = {
  latitude: number | null;
  longitude: number | null;
  /** Both follow from a place; false as soon as a file or a person gave one. */
  isDerived: boolean;
  /** A person set or cleared one of them. */
  isPinned: boolean;
};

/**
 * The coordinates that a record gets when its place is `after`: filled where missing, moved with the place where they
 * were derived, null where the new place is unknown; `undefined` = leave them. Given coordinates are never touched.
 */
export function pointThatFollows(before: Place, after: Place, held: HeldPoint): Point | null | undefined {
  const isMissing = held.latitude === null && held.longitude === null;
  if (held.isPinned || (!isMissing && !held.isDerived)) return undefined;
  const hasMoved =
    before.country !== after.country ||
    before.state !== after.state ||
    before.city !== after.city ||
    before.postalCode !== after.postalCode;
  if (!isMissing && !hasMoved) return undefined;
  const point = pointOfPlace(after);
  if (point === null) return isMissing ? undefined : null;
  const isSame = point.latitude === held.latitude && point.longitude === held.longitude;
  return isSame ? undefined : point;
}
