import { all, any, is, none } from '../testing/rule-makers.ts';
import { accountsOf, type SemanticCase } from './semantic-case.ts';

const world = accountsOf(
  { employees: 100, industry: 'Retail' },
  { employees: 5000, industry: 'Retail' },
  { employees: 100 },
  { industry: 'Banking' },
  {},
);
const big = () => is('employees', 'gt', 1000);
const retail = () => is('industry', 'eq', 'Retail');

export const groupCases: SemanticCase[] = [
  { name: 'all of nothing is everything', world, root: all(), expected: [1, 2, 3, 4, 5] },
  { name: 'any of nothing is nothing', world, root: any(), expected: [] },
  { name: 'none of nothing is everything', world, root: none(), expected: [1, 2, 3, 4, 5] },
  { name: 'all', world, root: all(big(), retail()), expected: [2] },
  { name: 'any', world, root: any(big(), is('industry', 'eq', 'banking')), expected: [2, 4] },
  { name: 'none', world, root: none(big(), retail()), expected: [3, 4, 5] },
  { name: 'none of one is its complement', world, root: none(big()), expected: [1, 3, 4, 5] },
  { name: 'double none', world, root: none(none(big())), expected: [2] },
  { name: 'none of a negative', world, root: none(is('industry', 'ne', 'Retail')), expected: [1, 2] },
  { name: 'none of empty', world, root: none(is('industry', 'empty')), expected: [1, 2, 4] },
  { name: 'De Morgan, left', world, root: none(all(big(), retail())), expected: [1, 3, 4, 5] },
  { name: 'De Morgan, right', world, root: any(none(big()), none(retail())), expected: [1, 3, 4, 5] },
  { name: 'De Morgan the other way, left', world, root: none(any(big(), retail())), expected: [3, 4, 5] },
  {
    name: 'De Morgan the other way, right',
    world,
    root: all(none(big()), none(retail())),
    expected: [3, 4, 5],
  },
  { name: 'an empty group inside', world, root: all(retail(), any()), expected: [] },
  { name: 'an empty group inside any', world, root: any(big(), all()), expected: [1, 2, 3, 4, 5] },
  {
    name: 'nested',
    world,
    root: all(any(big(), none(retail())), is('employees', 'notEmpty')),
    expected: [2, 3],
  },
];
