import type { Catalog } from '#lib/rules/catalog.ts';

/** The segments that a rule over this kind of record may name, published ones only. */
export function segmentChoices(catalog: Catalog, entity: 'account' | 'contact') {
  return [...catalog.segments.values()]
    .filter((segment) => segment.status !== 'draft' && (segment.entity === entity || entity === 'contact'))
    .map((segment) => ({
      value: segment.id,
      label: segment.name,
      ...(segment.status === 'retired' ? { hint: 'retired' } : {}),
    }));
}
