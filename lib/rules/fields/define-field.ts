import type { Field, FieldEntity, FieldGroupName, FieldType } from '../catalog.ts';

export type FieldExtras = Partial<Omit<Field, 'entity' | 'key' | 'label' | 'group' | 'type'>>;

/** A row maker for one entity, so that the tables of fields read as tables. */
export function fieldsOf(entity: FieldEntity) {
  return function field(
    key: string,
    label: string,
    group: FieldGroupName,
    type: FieldType,
    extras: FieldExtras = {},
  ): Field {
    return { entity, key, label, group, type, synonyms: [], ...extras };
  };
}
