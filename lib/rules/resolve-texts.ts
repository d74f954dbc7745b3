import { foldText } from '#lib/shared/text.ts';

import type { Field } from './catalog.ts';

/**
 * Values as stores keep them: folded for text and categories, trimmed for identity keys, ids as they are for references.
 * Repeats are dropped, since a list is a set.
 */
export function resolveTexts(field: Field, value: string | readonly string[]): string[] {
  const values = typeof value === 'string' ? [value] : value;
  const keep = field.exact || field.type === 'ref' ? (text: string) => text.trim() : foldText;
  return [...new Set(values.map(keep))];
}
