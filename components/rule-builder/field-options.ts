import type { ComboOption } from '#components/ui/combo-options.ts';
import type { Catalog, Field, FieldEntity, FieldGroupName } from '#lib/rules/catalog.ts';

export const fieldGroupLabels: Record<FieldGroupName, string> = {
  firmographic: 'Firmographic',
  geographic: 'Geographic',
  technographic: 'Technology',
  behavioural: 'Behaviour and intent',
  needs: 'Needs',
  people: 'Contacts',
  deals: 'Deals',
  planning: 'Planning',
  custom: 'Custom fields',
};

export const typeWords: Record<Field['type'], string> = {
  text: 'text',
  category: 'list',
  number: 'number',
  money: 'money',
  day: 'date',
  instant: 'date',
  boolean: 'yes or no',
  tags: 'tags',
  ref: 'reference',
};

export type NamedField = { name: string; field: Field };

/** The fields that a condition on this kind of record may name, in groups; a contact reaches its account's as well. */
export function fieldsFor(catalog: Catalog, entity: FieldEntity): NamedField[] {
  const fields = [...catalog.fields.values()];
  const own = fields.filter((field) => field.entity === entity).map((field) => ({ name: field.key, field }));
  if (entity !== 'contact') return own;
  const account = fields.filter((field) => field.entity === 'account');
  return [...own, ...account.map((field) => ({ name: `account.${field.key}`, field }))];
}

/** A field's name as conditions show it: what belongs to a contact's account says so. */
export function fieldLabel({ name, field }: NamedField): string {
  return name.startsWith('account.') ? `Account: ${field.label}` : field.label;
}

export function fieldOptions(catalog: Catalog, entity: FieldEntity): ComboOption[] {
  const order = Object.keys(fieldGroupLabels);
  return fieldsFor(catalog, entity)
    .map(({ name, field }) => ({ name, field, isAccount: name.startsWith('account.') }))
    .sort(
      (a, b) =>
        Number(a.isAccount) - Number(b.isAccount) ||
        order.indexOf(a.field.group) - order.indexOf(b.field.group),
    )
    .map(({ name, field, isAccount }) => ({
      value: name,
      label: fieldLabel({ name, field }),
      group: isAccount
        ? `Account, ${fieldGroupLabels[field.group].toLowerCase()}`
        : fieldGroupLabels[field.group],
      hint: typeWords[field.type],
      keywords: field.synonyms,
    }));
}
