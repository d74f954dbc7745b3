import type { ImportEntity, ImportField } from './import-fields.ts';
import type { ImportOptions } from './options.ts';
import type { ColumnProfile } from './profile.ts';

export type NewField = {
  key: string;
  label: string;
  type: 'text' | 'category' | 'number' | 'day' | 'boolean';
  column: string;
};

const customEntities = new Set<ImportEntity>(['account', 'contact', 'opportunity', 'rep']);

export function hasCustomFields(
  entity: ImportEntity,
): entity is 'account' | 'contact' | 'opportunity' | 'rep' {
  return customEntities.has(entity);
}

function typeOf(profile: ColumnProfile): NewField['type'] {
  if (profile.shares.date >= 0.9) return 'day';
  if (profile.shares.boolean >= 0.95 && profile.distinct <= 2) return 'boolean';
  if (profile.shares.number >= 0.9) return 'number';
  const repeats =
    profile.isDistinctExact && profile.filled > 0 && profile.distinct <= Math.max(20, profile.filled * 0.1);
  return repeats && profile.maxLength <= 80 ? 'category' : 'text';
}

/** `Parent Account (SF)` → `parentAccountSf`. */
export function customKey(column: string): string {
  const words = column
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/i)
    .filter(Boolean);
  const key = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  return /^[a-z]/.test(key) ? key.slice(0, 40) : `field${key.slice(0, 36)}`;
}

/** The custom fields that `unmappedFields: createCustom` makes: one for each filled column that the mapping does not name at all. */
export function newCustomFields(
  options: Pick<ImportOptions, 'entity' | 'mapping' | 'unmappedFields' | 'account'>,
  profiles: readonly ColumnProfile[],
  taken: ReadonlySet<string>,
): NewField[] {
  if (options.unmappedFields !== 'createCustom' || !hasCustomFields(options.entity)) return [];
  const used = new Set(taken);
  return profiles.flatMap((profile) => {
    if (
      profile.column in options.mapping ||
      profile.filled === 0 ||
      profile.column === options.account?.column
    )
      return [];
    let key = customKey(profile.column);
    for (let count = 2; used.has(key); count += 1) key = `${customKey(profile.column).slice(0, 36)}${count}`;
    used.add(key);
    return [{ key, label: profile.column, type: typeOf(profile), column: profile.column }];
  });
}

/** A custom field as a target, once it has an id. */
export function toImportField(field: NewField, customFieldId: number): ImportField {
  return {
    key: `custom.${field.key}`,
    label: field.label,
    type: field.type,
    form: 'plain',
    synonyms: [],
    customFieldId,
  };
}
