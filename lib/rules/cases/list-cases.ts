import { all, is, none } from '../testing/rule-makers.ts';
import { accountsOf, type SemanticCase } from './semantic-case.ts';

const world = accountsOf(
  { needs: ['data quality', 'Cost Reduction'] },
  { needs: ['DATA  QUALITY'] },
  { needs: ['sustainability'] },
  { needs: [] },
  { needs: ['  '] },
  {},
);

const custom = accountsOf(
  { 'custom.plants': 3, 'custom.motto': 'We Build', 'custom.grade': 'A', 'custom.badges': ['iso', 'Gold'] },
  { 'custom.plants': 12, 'custom.motto': '', 'custom.grade': 'a ', 'custom.badges': ['ISO'] },
  { 'custom.audited': false, 'custom.visitedOn': 20_000, 'custom.seenAt': 1_700_000_000_000 },
  { 'custom.audited': true },
);

export const listCases: SemanticCase[] = [
  {
    name: 'has any of',
    world,
    root: all(is('needs', 'hasAny', ['Data quality', 'nothing'])),
    expected: [1, 2],
  },
  {
    name: 'has all of',
    world,
    root: all(is('needs', 'hasAll', ['data quality', 'cost reduction'])),
    expected: [1],
  },
  {
    name: 'not has all of',
    world,
    root: none(is('needs', 'hasAll', ['data quality', 'cost reduction'])),
    expected: [2, 3, 4, 5, 6],
  },
  {
    name: 'has none of includes missing',
    world,
    root: all(is('needs', 'hasNone', ['data quality'])),
    expected: [3, 4, 5, 6],
  },
  { name: 'empty list', world, root: all(is('needs', 'empty')), expected: [4, 5, 6] },
  { name: 'list with a value', world, root: all(is('needs', 'notEmpty')), expected: [1, 2, 3] },
  { name: 'custom number', world: custom, root: all(is('custom.plants', 'gte', 12)), expected: [2] },
  {
    name: 'custom number negated',
    world: custom,
    root: all(is('custom.plants', 'ne', 12)),
    expected: [1, 3, 4],
  },
  { name: 'custom text', world: custom, root: all(is('custom.motto', 'contains', 'build')), expected: [1] },
  {
    name: 'custom text that folds to nothing',
    world: custom,
    root: all(is('custom.motto', 'empty')),
    expected: [2, 3, 4],
  },
  { name: 'custom category', world: custom, root: all(is('custom.grade', 'eq', 'a')), expected: [1, 2] },
  {
    name: 'custom list',
    world: custom,
    root: all(is('custom.badges', 'hasAll', ['gold', 'iso'])),
    expected: [1],
  },
  {
    name: 'custom list, none of',
    world: custom,
    root: all(is('custom.badges', 'hasNone', ['gold'])),
    expected: [2, 3, 4],
  },
  { name: 'custom boolean', world: custom, root: all(is('custom.audited', 'isFalse')), expected: [3] },
  { name: 'custom day', world: custom, root: all(is('custom.visitedOn', 'on', '2024-10-04')), expected: [3] },
  {
    name: 'custom instant',
    world: custom,
    root: all(is('custom.seenAt', 'on', '2023-11-14')),
    expected: [3],
  },
];
