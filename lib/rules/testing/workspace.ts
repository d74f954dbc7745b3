import type { SegmentDefinition } from '../ast.ts';
import { buildCatalog, type CustomField } from '../build-catalog.ts';
import type { Catalog } from '../catalog.ts';
import { type ResolveOptions, resolveDefinition } from '../resolve.ts';
import type { CalendarSettings, ResolvedDefinition } from '../resolved.ts';

/** Clocks change, quarters are fiscal, and it is the middle of a day: the workspace that test rules run in. */
export const calendar: CalendarSettings = { timeZone: 'America/New_York', fiscalYearStartMonth: 2 };
export const now = Date.UTC(2026, 10, 22, 15, 30);

export const customFields: readonly CustomField[] = [
  { id: 1, entity: 'account', key: 'plants', label: 'Plants', type: 'number' },
  { id: 2, entity: 'account', key: 'motto', label: 'Motto', type: 'text' },
  { id: 3, entity: 'account', key: 'grade', label: 'Grade', type: 'category' },
  { id: 4, entity: 'account', key: 'badges', label: 'Badges', type: 'tags' },
  { id: 5, entity: 'account', key: 'audited', label: 'Audited', type: 'boolean' },
  { id: 6, entity: 'account', key: 'visitedOn', label: 'Visited', type: 'day' },
  { id: 7, entity: 'account', key: 'seenAt', label: 'Seen', type: 'instant' },
  { id: 8, entity: 'opportunity', key: 'discount', label: 'Discount', type: 'number' },
  { id: 9, entity: 'opportunity', key: 'signedOn', label: 'Signed', type: 'day' },
  { id: 10, entity: 'opportunity', key: 'themes', label: 'Themes', type: 'tags' },
  { id: 11, entity: 'contact', key: 'shirt', label: 'Shirt size', type: 'category' },
];

/** A published segment of the test workspace: `seg_1` … */
export type Published = Readonly<Record<string, SegmentDefinition>>;

export function catalogWith(published: Published = {}): Catalog {
  const segments = Object.entries(published).map(([id, { entity }]) => ({
    id,
    name: `Segment ${id}`,
    entity,
    status: 'published' as const,
  }));
  return buildCatalog({ customFields, segments });
}

/** Resolves as the workspace would at `asOf` (epoch ms, default now). */
export function resolveInWorkspace(
  definition: SegmentDefinition,
  options: { asOf?: number; published?: Published; catalog?: Catalog } & Partial<
    Pick<ResolveOptions, 'segmentId' | 'pinSides'>
  > = {},
): ResolvedDefinition {
  const { asOf = now, published = {} } = options;
  return resolveDefinition(definition, {
    catalog: options.catalog ?? catalogWith(published),
    asOf,
    now,
    calendar,
    publishedRule: (id) => published[id] ?? null,
    pinSides: options.pinSides ?? (() => null),
    ...(options.segmentId === undefined ? {} : { segmentId: options.segmentId }),
  });
}
