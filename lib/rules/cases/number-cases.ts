import { all, is, none } from '../testing/rule-makers.ts';
import { accountsOf, type SemanticCase } from './semantic-case.ts';

const world = accountsOf(
  { employees: 0, revenue: 0.1 + 0.2 },
  { employees: 499.5, revenue: 0.3 },
  { employees: 500, revenue: -5 },
  { employees: 2000, revenue: 1e15 },
  { employees: null },
  {},
);

export const numberCases: SemanticCase[] = [
  { name: '=', world, root: all(is('employees', 'eq', 500)), expected: [3] },
  { name: '= 0 is not missing', world, root: all(is('employees', 'eq', 0)), expected: [1] },
  { name: '≠ includes missing', world, root: all(is('employees', 'ne', 500)), expected: [1, 2, 4, 5, 6] },
  { name: 'doubles compare exactly', world, root: all(is('revenue', 'eq', 0.3)), expected: [2] },
  { name: '<', world, root: all(is('employees', 'lt', 500)), expected: [1, 2] },
  { name: '≤', world, root: all(is('employees', 'lte', 500)), expected: [1, 2, 3] },
  { name: '>', world, root: all(is('employees', 'gt', 500)), expected: [4] },
  { name: '≥', world, root: all(is('employees', 'gte', 500)), expected: [3, 4] },
  { name: '< below zero', world, root: all(is('revenue', 'lt', 0)), expected: [3] },
  { name: 'not < includes missing', world, root: none(is('employees', 'lt', 500)), expected: [3, 4, 5, 6] },
  {
    name: 'between includes both ends',
    world,
    root: all(is('employees', 'between', [500, 2000])),
    expected: [3, 4],
  },
  {
    name: 'not between includes missing',
    world,
    root: all(is('employees', 'notBetween', [500, 2000])),
    expected: [1, 2, 5, 6],
  },
  { name: 'empty number', world, root: all(is('employees', 'empty')), expected: [5, 6] },
  { name: 'not empty number', world, root: all(is('employees', 'notEmpty')), expected: [1, 2, 3, 4] },
  { name: 'large money', world, root: all(is('revenue', 'gte', 1e15)), expected: [4] },
  {
    name: 'is true',
    world: accountsOf({ doNotContact: true }, { doNotContact: false }, {}),
    root: all(is('doNotContact', 'isTrue')),
    expected: [1],
  },
  {
    name: 'is false is positive: missing is not false',
    world: accountsOf({ doNotContact: true }, { doNotContact: false }, {}),
    root: all(is('doNotContact', 'isFalse')),
    expected: [2],
  },
  {
    name: 'not is false includes missing',
    world: accountsOf({ doNotContact: true }, { doNotContact: false }, {}),
    root: none(is('doNotContact', 'isFalse')),
    expected: [1, 3],
  },
  {
    name: 'empty boolean',
    world: accountsOf({ doNotContact: true }, { doNotContact: false }, {}),
    root: all(is('doNotContact', 'empty')),
    expected: [3],
  },
];
