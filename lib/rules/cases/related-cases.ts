import { all, has, is, none, where } from '../testing/rule-makers.ts';
import { accountsWith, type SemanticCase } from './semantic-case.ts';

const tools = accountsWith(4, 'technology', [
  { of: 1, name: 'SAP', category: 'ERP' },
  { of: 1, name: 'Oracle', category: 'Database' },
  { of: 2, name: 'sap' },
  { of: 3, name: 'Snowflake' },
]);

const intent = accountsWith(4, 'signal', [
  { of: 1, type: 'intent', topic: 'Supply chain', strength: 80, occurredAt: Date.UTC(2026, 10, 20) },
  { of: 1, type: 'intent', topic: 'SUPPLY CHAIN', strength: 60, occurredAt: Date.UTC(2026, 10, 1) },
  { of: 2, type: 'intent', topic: 'Analytics', strength: 10, occurredAt: Date.UTC(2026, 9, 1) },
  { of: 2, type: 'hiring', topic: 'Analytics', occurredAt: Date.UTC(2026, 10, 20) },
  { of: 3, type: 'intent' },
]);

const deals = accountsWith(5, 'opportunity', [
  { of: 1, stage: 'Won', outcome: 'won', amount: 100, closedOn: 20_000 },
  { of: 1, stage: 'Won', outcome: 'won', amount: 50, closedOn: 20_100 },
  { of: 2, stage: 'Demo', outcome: 'open', amount: 900 },
  { of: 3, stage: 'Lost', outcome: 'lost', closedOn: 20_000 },
  {
    of: 4,
    stage: 'Demo',
    outcome: 'open',
    amount: -20,
    'custom.discount': 5,
    'custom.themes': ['a', 'B', 'A'],
  },
]);

const won = where('all', is('outcome', 'eq', 'won'));
const lost = where('all', is('outcome', 'eq', 'lost'));
const sap = where('all', is('name', 'eq', 'SAP'));
const total = { fn: 'sum', field: 'amount' } as const;
const mean = { fn: 'avg', field: 'amount' } as const;
const least = { fn: 'min', field: 'amount' } as const;
const most = { fn: 'max', field: 'amount' } as const;
const topics = { fn: 'countDistinct', field: 'topic' } as const;
const supply = where('all', is('type', 'eq', 'intent'), is('topic', 'contains', 'supply'));

export const relatedCases: SemanticCase[] = [
  { name: 'uses a technology', world: tools, root: all(has('technology', { where: sap })), expected: [1, 2] },
  { name: 'does not use it', world: tools, root: none(has('technology', { where: sap })), expected: [3, 4] },
  {
    name: 'count = 0 says has none',
    world: tools,
    root: all(has('technology', { operator: 'eq', value: 0 })),
    expected: [4],
  },
  {
    name: 'count ≠ 0',
    world: tools,
    root: all(has('technology', { operator: 'ne', value: 0 })),
    expected: [1, 2, 3],
  },
  {
    name: 'count < 2 includes none',
    world: tools,
    root: all(has('technology', { operator: 'lt', value: 2 })),
    expected: [2, 3, 4],
  },
  {
    name: 'count ≤ 0',
    world: tools,
    root: all(has('technology', { operator: 'lte', value: 0 })),
    expected: [4],
  },
  {
    name: 'count > 1',
    world: tools,
    root: all(has('technology', { operator: 'gt', value: 1 })),
    expected: [1],
  },
  {
    name: 'count between 0 and 1',
    world: tools,
    root: all(has('technology', { operator: 'between', value: [0, 1] })),
    expected: [2, 3, 4],
  },
  {
    name: 'count not between 1 and 1',
    world: tools,
    root: all(has('technology', { operator: 'notBetween', value: [1, 1] })),
    expected: [1, 4],
  },
  {
    name: 'count ≥ 0 is everyone',
    world: tools,
    root: all(has('technology', { operator: 'gte', value: 0 })),
    expected: [1, 2, 3, 4],
  },
  {
    name: 'conditions hold on the same row',
    world: tools,
    root: all(
      has('technology', { where: where('all', is('name', 'eq', 'SAP'), is('category', 'eq', 'Database')) }),
    ),
    expected: [],
  },
  {
    name: 'a negative condition on a row',
    world: tools,
    root: all(has('technology', { where: where('all', is('category', 'ne', 'ERP')) })),
    expected: [1, 2, 3],
  },
  {
    name: 'an empty where passes any row',
    world: tools,
    root: all(has('technology', { where: where('all') })),
    expected: [1, 2, 3],
  },
  {
    name: 'an empty any passes no row',
    world: tools,
    root: all(has('technology', { where: where('any') })),
    expected: [],
  },
  {
    name: 'at least two in a window',
    world: intent,
    root: all(has('signal', { where: supply, window: { last: 30, unit: 'day' }, value: 2 })),
    expected: [1],
  },
  {
    name: 'a row without a date is in no window',
    world: intent,
    root: all(has('signal', { window: { from: '1990-01-01' } })),
    expected: [1, 2],
  },
  {
    name: 'a row without a date counts without a window',
    world: intent,
    root: all(has('signal')),
    expected: [1, 2, 3],
  },
  {
    name: 'different values count folded',
    world: intent,
    root: all(has('signal', { measure: topics, operator: 'eq', value: 1 })),
    expected: [1, 2],
  },
  {
    name: 'different values over nothing are 0',
    world: intent,
    root: all(has('signal', { measure: topics, operator: 'eq', value: 0 })),
    expected: [3, 4],
  },
  {
    name: 'sum',
    world: deals,
    root: all(has('opportunity', { measure: total, where: won, operator: 'gte', value: 150 })),
    expected: [1],
  },
  {
    name: 'sum over nothing is 0',
    world: deals,
    root: all(has('opportunity', { measure: total, operator: 'lt', value: 1 })),
    expected: [3, 4, 5],
  },
  {
    name: 'sum between around 0',
    world: deals,
    root: all(has('opportunity', { measure: total, operator: 'between', value: [-5, 5] })),
    expected: [3, 5],
  },
  {
    name: 'sum below 0',
    world: deals,
    root: all(has('opportunity', { measure: total, operator: 'lt', value: 0 })),
    expected: [4],
  },
  {
    name: 'avg',
    world: deals,
    root: all(has('opportunity', { measure: mean, operator: 'between', value: [75, 75] })),
    expected: [1],
  },
  {
    name: 'avg over nothing fails a positive comparison',
    world: deals,
    root: all(has('opportunity', { measure: mean, operator: 'lt', value: 1000 })),
    expected: [1, 2, 4],
  },
  {
    name: 'its negation is true',
    world: deals,
    root: all(has('opportunity', { measure: mean, operator: 'notBetween', value: [-1000, 1000] })),
    expected: [3, 5],
  },
  {
    name: 'none of avg',
    world: deals,
    root: none(has('opportunity', { measure: mean, operator: 'lt', value: 1000 })),
    expected: [3, 5],
  },
  {
    name: 'min',
    world: deals,
    root: all(has('opportunity', { measure: least, operator: 'eq', value: 50 })),
    expected: [1],
  },
  {
    name: 'min ≠ includes missing',
    world: deals,
    root: all(has('opportunity', { measure: least, operator: 'ne', value: 50 })),
    expected: [2, 3, 4, 5],
  },
  {
    name: 'max',
    world: deals,
    root: all(has('opportunity', { measure: most, operator: 'gt', value: 99 })),
    expected: [1, 2],
  },
  {
    name: 'custom field of a deal',
    world: deals,
    root: all(has('opportunity', { where: where('all', is('custom.discount', 'eq', 5)) })),
    expected: [4],
  },
  {
    name: 'sum of a custom field',
    world: deals,
    root: all(
      has('opportunity', { measure: { fn: 'sum', field: 'custom.discount' }, operator: 'gt', value: 4 }),
    ),
    expected: [4],
  },
  {
    name: 'different values of a custom list',
    world: deals,
    root: all(
      has('opportunity', {
        measure: { fn: 'countDistinct', field: 'custom.themes' },
        operator: 'eq',
        value: 2,
      }),
    ),
    expected: [4],
  },
  {
    name: 'closed deals in a window',
    world: deals,
    root: all(has('opportunity', { window: { field: 'closedOn', from: '2024-10-05' } })),
    expected: [1],
  },
  { name: 'a lost deal', world: deals, root: all(has('opportunity', { where: lost })), expected: [3] },
];
