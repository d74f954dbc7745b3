import { type Catalog, findField } from '#lib/rules/catalog.ts';
import type { DraftFieldCondition } from '#lib/rules/draft.ts';

/** Whether a condition is a range of numbers that can be drawn. */
export function showsHistogram(
  condition: DraftFieldCondition,
  catalog: Catalog,
  entity: 'account' | 'contact',
): boolean {
  const type = findField(catalog, entity, condition.field)?.type;
  const isNumber = type === 'number' || type === 'money';
  return isNumber && ['gte', 'gt', 'lte', 'lt', 'between'].includes(condition.operator) && !condition.muted;
}
