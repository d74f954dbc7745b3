import { buildCatalog } from '../build-catalog.ts';
import { parseDefinition } from '../parse.ts';

/** Rules as programs send them, right or wrong, and the workspace that reads them. */
export const catalog = buildCatalog({
  customFields: [{ id: 7, entity: 'account', key: 'plants', label: 'Plants', type: 'number' }],
  references: {
    tier: [
      { id: 'tie_1', name: 'Tier 1' },
      { id: 'tie_2', name: 'Core' },
      { id: 'tie_3', name: 'core' },
    ],
  },
  segments: [
    { id: 'seg_1', name: 'Enterprise', entity: 'account', status: 'published' },
    { id: 'seg_2', name: 'New one', entity: 'account', status: 'draft' },
    { id: 'seg_3', name: 'Old one', entity: 'account', status: 'retired' },
    { id: 'seg_4', name: 'People', entity: 'contact', status: 'published' },
  ],
});

export const group = (op: string, ...rules: unknown[]) => ({
  id: `g${JSON.stringify(rules).length}`,
  kind: 'group',
  op,
  rules,
});
export const definition = (entity: string, ...rules: unknown[]) => ({
  version: 1,
  entity,
  root: { id: 'root', kind: 'group', op: 'all', rules },
});
export const field = (name: string, operator: string, value?: unknown) => ({
  id: name,
  kind: 'field',
  field: name,
  operator,
  ...(value === undefined ? {} : { value }),
});
export const related = (more: Record<string, unknown>) => ({
  id: 'rel',
  kind: 'related',
  entity: 'signal',
  where: null,
  measure: { fn: 'count' },
  operator: 'gte',
  value: 1,
  ...more,
});
export const segment = (more: Record<string, unknown>) => ({
  id: 's',
  kind: 'segment',
  member: true,
  ...more,
});

export function faults(input: unknown, options = {}) {
  const result = parseDefinition(input, catalog, options);
  return result.ok ? [] : result.error.map(({ path, code }) => `${path} ${code}`);
}
