import { builtInFields } from './built-in-fields.ts';
import type { Catalog, Field, FieldType, Reference, RefKind, SegmentReference } from './catalog.ts';

/** A custom field as stored: `key` without its `custom.` prefix. */
export type CustomField = {
  id: number;
  entity: 'account' | 'contact' | 'opportunity' | 'rep';
  key: string;
  label: string;
  type: FieldType;
  unit?: string;
  refKind?: RefKind;
  vocabulary?: readonly string[];
  synonyms?: readonly string[];
};

export type CatalogSources = {
  customFields?: readonly CustomField[];
  references?: Partial<Record<RefKind, readonly Reference[]>>;
  segments?: readonly SegmentReference[];
};

function toField(custom: CustomField): Field {
  const { id, entity, key, label, type, unit, refKind, vocabulary, synonyms } = custom;
  return {
    entity,
    key: `custom.${key}`,
    label,
    group: 'custom',
    type,
    synonyms: [...(synonyms ?? [])],
    customFieldId: id,
    ...(unit === undefined ? {} : { unit }),
    ...(refKind === undefined ? {} : { refKind }),
    ...(vocabulary === undefined ? {} : { vocabulary }),
  };
}

/** The workspace's catalog: what ships, its custom fields, and the names that reference values may be given by. */
export function buildCatalog({
  customFields = [],
  references = {},
  segments = [],
}: CatalogSources = {}): Catalog {
  const rows = [...builtInFields, ...customFields.map(toField)];
  return {
    fields: new Map(rows.map((field) => [`${field.entity}.${field.key}`, field])),
    references,
    segments: new Map(segments.map((segment) => [segment.id, segment])),
  };
}
