import { builtInFields } from './built-in-fields.ts';
import type { Catalog, Field, Reference, RefKind, SegmentReference } from './catalog.ts';

/** A catalog on its way to the browser: what ships is in the code there, so only what a workspace adds travels. */
export type PackedCatalog = {
  customFields: Field[];
  references: Partial<Record<RefKind, readonly Reference[]>>;
  segments: SegmentReference[];
};

export function packCatalog(catalog: Catalog): PackedCatalog {
  return {
    customFields: [...catalog.fields.values()].filter((field) => field.customFieldId !== undefined),
    references: catalog.references,
    segments: [...catalog.segments.values()],
  };
}

export function unpackCatalog({ customFields, references, segments }: PackedCatalog): Catalog {
  return {
    fields: new Map(
      [...builtInFields, ...customFields].map((field) => [`${field.entity}.${field.key}`, field]),
    ),
    references,
    segments: new Map(segments.map((segment) => [segment.id, segment])),
  };
}
