import type { Preset } from './preset.ts';
import { rows } from './make-rules.ts';

export const technologyPresets: readonly Preset[] = [
  {
    key: 'usesTechnology',
    label: 'Uses technology…',
    group: 'technographic',
    keywords: ['tool', 'stack', 'software', 'runs', 'installed', 'technographic'],
    build: (newId, root) => rows(newId, root, { entity: 'technology', where: [['name', 'in']] }),
  },
  {
    key: 'doesNotUseTechnology',
    label: 'Does not use technology…',
    group: 'technographic',
    keywords: ['not', 'without', 'tool', 'stack', 'missing'],
    build: (newId, root) =>
      rows(newId, root, { entity: 'technology', where: [['name', 'in']], operator: 'eq', value: 0 }),
  },
  {
    key: 'usesTechnologyOfKind',
    label: 'Uses a kind of technology…',
    group: 'technographic',
    keywords: ['category', 'crm', 'erp', 'cloud', 'stack'],
    build: (newId, root) => rows(newId, root, { entity: 'technology', where: [['category', 'in']] }),
  },
  {
    key: 'adoptedTechnology',
    label: 'Adopted in the last 90 days: technology…',
    group: 'technographic',
    keywords: ['new', 'installed', 'started using', 'first seen', 'migration'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'technology',
        where: [['name', 'in']],
        window: { field: 'firstSeenAt', last: 90, unit: 'day' },
      }),
  },
];
