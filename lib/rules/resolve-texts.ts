import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
import { foldText } from '#lib/shared/text.ts';

import type { Field } from './catalog.ts';

/**
 * Values as stores keep them: folded for text and categories, trimmed for identity keys, ids as they are for references.
 * Repeats are dropped, since a list is a set.
 */
export function resolveTexts(field: Field, value: string | readonly string[]): string[] {
  const values = typeof value === 'string' ? [value] : value;
  return [...new Set(values.map((text) => storedForm(field, text)))];
}

function storedForm(field: Field, text: string): string {
  if (field.key === 'externalId.salesforce') return expandSalesforceId(text.trim());
  return field.exact || field.type === 'ref' ? text.trim() : foldText(text);
}
