import { all, definition, has, inSegment, is, none, where } from '../testing/rule-makers.ts';
import type { World } from '../testing/world.ts';
import { contact, type SemanticCase } from './semantic-case.ts';

const world: World = {
  accounts: [
    { id: 1, values: { industry: 'Retail', employees: 10 } },
    { id: 2, family: 1, values: { industry: 'Banking' } },
  ],
  contacts: [
    contact(1, 1, { seniority: 'vp', reachable: true }),
    contact(2, 1, { seniority: 'staff' }),
    contact(3, 2, { seniority: 'vp', 'custom.shirt': 'XL' }),
    contact(4, null, { seniority: 'vp', reachable: true }),
  ],
  rows: [
    { entity: 'signal', account: 1, contacts: [1], values: { type: 'webinar' } },
    { entity: 'signal', account: 1, values: { type: 'intent' } },
    { entity: 'opportunity', account: 2, contacts: [3, 4], values: { stage: 'Demo', outcome: 'open' } },
    { entity: 'activity', account: null, contacts: [4], values: { type: 'touch' } },
    { entity: 'technology', account: 2, values: { name: 'SAP' } },
  ],
};
const published = {
  seg_1: definition(all(is('industry', 'eq', 'Retail'))),
  seg_2: definition(all(is('industry', 'ne', 'Retail'))),
};
const entity = 'contact' as const;

export const contactCases: SemanticCase[] = [
  {
    name: 'own field of a contact',
    entity,
    world,
    root: all(is('seniority', 'eq', 'VP')),
    expected: [1, 3, 4],
  },
  {
    name: 'field of its account',
    entity,
    world,
    root: all(is('account.industry', 'eq', 'retail')),
    expected: [1, 2],
  },
  {
    name: 'a lead has no account field',
    entity,
    world,
    root: all(is('account.industry', 'ne', 'retail')),
    expected: [3, 4],
  },
  {
    name: 'missing on the account',
    entity,
    world,
    root: all(is('account.employees', 'empty')),
    expected: [3, 4],
  },
  { name: 'own signals', entity, world, root: all(has('signal')), expected: [1] },
  {
    name: 'signals of the account',
    entity,
    world,
    root: all(has('signal', { of: 'account', where: where('all', is('type', 'eq', 'intent')) })),
    expected: [1, 2],
  },
  {
    name: 'signals of the family',
    entity,
    world,
    root: all(has('signal', { of: 'family', value: 2 })),
    expected: [1, 2, 3],
  },
  {
    name: 'a lead has no family',
    entity,
    world,
    root: all(has('signal', { of: 'family', operator: 'eq', value: 0 })),
    expected: [4],
  },
  {
    name: 'deals that a contact has a role in',
    entity,
    world,
    root: all(has('opportunity')),
    expected: [3, 4],
  },
  {
    name: 'own activities, without an account too',
    entity,
    world,
    root: all(has('activity')),
    expected: [4],
  },
  { name: 'never touched', entity, world, root: none(has('activity')), expected: [1, 2, 3] },
  {
    name: 'technologies of the account',
    entity,
    world,
    root: all(has('technology', { of: 'account' })),
    expected: [3],
  },
  { name: 'a contact runs no technology itself', entity, world, root: all(has('technology')), expected: [] },
  {
    name: 'an account segment tests the account',
    entity,
    world,
    published,
    root: all(inSegment('seg_1')),
    expected: [1, 2],
  },
  {
    name: 'not in an account segment',
    entity,
    world,
    published,
    root: all(inSegment('seg_1', { member: false })),
    expected: [3, 4],
  },
  {
    name: 'a lead is in no account segment, not even a negative one',
    entity,
    world,
    published,
    root: all(inSegment('seg_2')),
    expected: [3],
  },
  {
    name: 'custom field of a contact',
    entity,
    world,
    root: all(is('custom.shirt', 'eq', 'xl')),
    expected: [3],
  },
  {
    name: 'a contact segment within another',
    entity,
    world,
    published: { seg_1: definition(all(is('reachable', 'isTrue')), 'contact') },
    root: all(inSegment('seg_1'), is('account.industry', 'notEmpty')),
    expected: [1],
  },
];
