import { all, has, is, where } from '../testing/rule-makers.ts';
import type { World } from '../testing/world.ts';
import { contact, type SemanticCase } from './semantic-case.ts';

const family: World = {
  accounts: [
    { id: 1, values: {} },
    { id: 2, family: 1, values: { parent: 'acc_1' } },
    { id: 3, family: 1, values: { parent: 'acc_2' } },
    { id: 4, values: {} },
  ],
  contacts: [contact(1, 3, { seniority: 'vp', reachable: true })],
  rows: [
    { entity: 'opportunity', account: 2, values: { stage: 'Demo', outcome: 'open', amount: 10 } },
    { entity: 'opportunity', account: 3, values: { stage: 'Won', outcome: 'won', amount: 20 } },
    { entity: 'opportunity', account: null, values: { stage: 'Demo', outcome: 'open' } },
  ],
};

const open = where('all', is('outcome', 'eq', 'open'));
const total = { fn: 'sum', field: 'amount' } as const;

export const familyCases: SemanticCase[] = [
  { name: 'own rows only', world: family, root: all(has('opportunity', { where: open })), expected: [2] },
  {
    name: 'of the account is the account itself',
    world: family,
    root: all(has('opportunity', { where: open, of: 'account' })),
    expected: [2],
  },
  {
    name: 'anywhere in the family',
    world: family,
    root: all(has('opportunity', { where: open, of: 'family' })),
    expected: [1, 2, 3],
  },
  {
    name: 'no open deal anywhere in the family',
    world: family,
    root: all(has('opportunity', { where: open, of: 'family', operator: 'eq', value: 0 })),
    expected: [4],
  },
  {
    name: 'sum over the family',
    world: family,
    root: all(has('opportunity', { measure: total, of: 'family', operator: 'gte', value: 30 })),
    expected: [1, 2, 3],
  },
  {
    name: 'contacts of the family',
    world: family,
    root: all(has('contact', { of: 'family', where: where('all', is('reachable', 'isTrue')) })),
    expected: [1, 2, 3],
  },
  {
    name: 'contacts of the account',
    world: family,
    root: all(has('contact', { where: where('any', is('seniority', 'in', ['vp', 'c_level'])) })),
    expected: [3],
  },
];
