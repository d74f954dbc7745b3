import type { Catalog } from '#lib/rules/catalog.ts';
import { findField } from '#lib/rules/catalog.ts';
import type { DraftRelatedCondition } from '#lib/rules/draft.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { measureFunctionWords, measureSigns } from './words.ts';

/** "At least one" or "none at all", which read better as words than as a count. */
export function isPlainCount({ measure, operator, value }: DraftRelatedCondition): boolean {
  if (measure.fn !== 'count') return false;
  return (operator === 'gte' && value === 1) || (operator === 'eq' && value === 0);
}

/** `≥ 2`, `none`, `sum of Amount ≥ 50,000`. */
export function measureWords(condition: DraftRelatedCondition, catalog: Catalog): string {
  const { measure, operator, value, entity } = condition;
  if (measure.fn === 'count' && operator === 'eq' && value === 0) return 'none';
  const of =
    measure.fn === 'count'
      ? ''
      : `${measureFunctionWords[measure.fn].toLowerCase()} ${
          (measure.field && findField(catalog, entity, measure.field)?.label) ?? '…'
        } `;
  const number = Array.isArray(value)
    ? value.map((one) => (one === null ? '…' : formatNumber(one, { digits: 2 }))).join(' – ')
    : value === undefined
      ? '…'
      : formatNumber(value, { digits: 2 });
  return `${of}${measureSigns[operator]} ${number}`;
}
