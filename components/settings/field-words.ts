import type { CustomFieldView } from '#lib/shared/field-shapes.ts';

/** What a salesperson calls the things that can have a field. */
export const entityLabels: Record<CustomFieldView['entity'], string> = {
  account: 'Account',
  contact: 'Contact',
  opportunity: 'Deal',
  rep: 'Rep',
};

export const typeLabels: Record<CustomFieldView['type'], string> = {
  text: 'Text',
  category: 'Choice',
  number: 'Number',
  money: 'Money',
  day: 'Date',
  instant: 'Date and time',
  boolean: 'Yes or no',
  tags: 'Several choices',
};
