import type { Overlap } from '#lib/shared/overlap-shapes.ts';

type Segments = Overlap['segments'];

/** The list of the records that are in some of the compared segments and not in others, by their places. */
export function recordsHref(
  { entity, segments }: { entity: Overlap['entity']; segments: Segments },
  inside: readonly number[],
  outside: readonly number[],
): string {
  const asks = (places: readonly number[], member: boolean) =>
    places.flatMap((at) => {
      const id = segments[at]?.id;
      return id === undefined ? [] : [{ id: `s${at}`, kind: 'segment', segmentId: id, member }];
    });
  const root = {
    id: 'root',
    kind: 'group',
    op: 'all',
    rules: [...asks(inside, true), ...asks(outside, false)],
  };
  return `/${entity}s?rule=${encodeURIComponent(JSON.stringify({ version: 1, entity, root }))}`;
}
