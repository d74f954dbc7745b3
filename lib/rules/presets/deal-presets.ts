import type { Preset } from './preset.ts';
import { accountField, asked, rows } from './make-rules.ts';

export const dealPresets: readonly Preset[] = [
  {
    key: 'noOpenDealInFamily',
    label: 'No open deal anywhere in the family',
    group: 'deals',
    keywords: ['opportunity', 'none', 'without', 'corporate family', 'parent', 'subsidiary'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'opportunity',
        of: 'family',
        where: [['outcome', 'eq', 'open']],
        operator: 'eq',
        value: 0,
      }),
  },
  {
    key: 'hasOpenDeal',
    label: 'Has an open deal',
    group: 'deals',
    keywords: ['opportunity', 'pipeline', 'active deal'],
    build: (newId, root) => rows(newId, root, { entity: 'opportunity', where: [['outcome', 'eq', 'open']] }),
  },
  {
    key: 'wonDealLastYear',
    label: 'Won a deal in the last year',
    group: 'deals',
    keywords: ['opportunity', 'closed won', 'bought'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'opportunity',
        where: [['outcome', 'eq', 'won']],
        window: { field: 'closedOn', last: 1, unit: 'year' },
      }),
  },
  {
    key: 'lostDealLastYear',
    label: 'Lost a deal in the last year',
    group: 'deals',
    keywords: ['opportunity', 'closed lost', 'win back', 'recycle'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'opportunity',
        where: [['outcome', 'eq', 'lost']],
        window: { field: 'closedOn', last: 1, unit: 'year' },
      }),
  },
  {
    key: 'isCustomer',
    label: 'Customer',
    group: 'deals',
    keywords: ['client', 'buys', 'existing business', 'installed base'],
    build: (newId, root) => asked(newId, [accountField(root, 'type'), 'in', ['customer']]),
  },
  {
    key: 'isNotCustomer',
    label: 'Not a customer',
    group: 'deals',
    keywords: ['new business', 'prospect', 'new logo'],
    build: (newId, root) => asked(newId, [accountField(root, 'type'), 'notIn', ['customer']]),
  },
  {
    key: 'renewsSoon',
    label: 'Renewal in the next 90 days',
    group: 'deals',
    keywords: ['renews', 'contract end', 'expires', 'churn'],
    build: (newId, root) =>
      asked(newId, [accountField(root, 'renewalOn'), 'within', { next: 90, unit: 'day' }]),
  },
];
