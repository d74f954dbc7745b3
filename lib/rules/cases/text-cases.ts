import { all, is, none } from '../testing/rule-makers.ts';
import { accountsOf, type SemanticCase } from './semantic-case.ts';

const names = accountsOf(
  { name: 'Acme Industrial', industry: 'Manufacturing' },
  { name: '  acme   industrial ', industry: 'manufacturing' },
  { name: 'Globex', industry: 'Retail' },
  { name: '   ', industry: null },
  {},
);

const odd = accountsOf(
  { name: 'Straße' },
  { name: 'STRASSE' },
  { name: 'straẞe' },
  { name: 'Οδυσσεύς' },
  { name: 'ΟΔΥΣΣΕΎΣ' },
  { name: 'Müller' },
  { name: 'Mueller' },
  { name: 'Muller' },
  { name: 'ｆｕｌｌ' },
  { name: 'FULL' },
);

const plain = accountsOf(
  { name: '100% Juice', city: '50%_off' },
  { name: '100 Juice', city: '50Xoff' },
  { name: 'O\'Brien "Q"', city: 'a*b' },
  { name: 'snake_case', city: 'axb' },
  { name: 'snakeXcase' },
);

export const textCases: SemanticCase[] = [
  {
    name: 'is compares folded',
    world: names,
    root: all(is('name', 'eq', 'ACME industrial')),
    expected: [1, 2],
  },
  {
    name: 'is not includes missing',
    world: names,
    root: all(is('name', 'ne', 'acme industrial')),
    expected: [3, 4, 5],
  },
  { name: 'category is', world: names, root: all(is('industry', 'eq', 'MANUFACTURING')), expected: [1, 2] },
  {
    name: 'category is not includes missing',
    world: names,
    root: all(is('industry', 'ne', 'Manufacturing')),
    expected: [3, 4, 5],
  },
  {
    name: 'is any of',
    world: names,
    root: all(is('industry', 'in', ['retail', 'manufacturing'])),
    expected: [1, 2, 3],
  },
  {
    name: 'is any of unknown values',
    world: names,
    root: all(is('industry', 'in', ['Banking'])),
    expected: [],
  },
  {
    name: 'is none of',
    world: names,
    root: all(is('industry', 'notIn', ['retail', 'Banking'])),
    expected: [1, 2, 4, 5],
  },
  {
    name: 'is any of on text',
    world: names,
    root: all(is('name', 'in', ['globex', 'nobody'])),
    expected: [3],
  },
  { name: 'contains', world: names, root: all(is('name', 'contains', 'me  IND')), expected: [1, 2] },
  {
    name: 'contains on a category',
    world: names,
    root: all(is('industry', 'contains', 'fact')),
    expected: [1, 2],
  },
  {
    name: 'does not contain includes missing',
    world: names,
    root: all(is('name', 'notContains', 'acme')),
    expected: [3, 4, 5],
  },
  { name: 'starts with', world: names, root: all(is('name', 'startsWith', 'glo')), expected: [3] },
  { name: 'ends with', world: names, root: all(is('name', 'endsWith', 'trial')), expected: [1, 2] },
  {
    name: 'starts with on a category',
    world: names,
    root: all(is('industry', 'startsWith', 're')),
    expected: [3],
  },
  {
    name: 'ends with on a category',
    world: names,
    root: all(is('industry', 'endsWith', 'IL')),
    expected: [3],
  },
  {
    name: 'a needle longer than the text',
    world: names,
    root: all(is('name', 'endsWith', 'a very long globex')),
    expected: [],
  },
  { name: 'what folds to nothing is empty', world: names, root: all(is('name', 'empty')), expected: [4, 5] },
  { name: 'is not empty', world: names, root: all(is('name', 'notEmpty')), expected: [1, 2, 3] },
  { name: 'an empty category', world: names, root: all(is('industry', 'empty')), expected: [4, 5] },
  { name: 'ß is SS', world: odd, root: all(is('name', 'eq', 'strasse')), expected: [1, 2] },
  {
    name: 'capital ẞ stays a letter of its own',
    world: odd,
    root: all(is('name', 'contains', 'Aẞ')),
    expected: [3],
  },
  { name: 'final sigma', world: odd, root: all(is('name', 'eq', 'οδυσσεύσ')), expected: [4, 5] },
  { name: 'accents count', world: odd, root: all(is('name', 'eq', 'Muller')), expected: [8] },
  {
    name: 'decomposed accents compose',
    world: odd,
    root: all(is('name', 'eq', 'mu\u0308ller')),
    expected: [6],
  },
  { name: 'compatibility forms fold', world: odd, root: all(is('name', 'eq', 'full')), expected: [9, 10] },
  {
    name: 'per cent is a plain character',
    world: plain,
    root: all(is('name', 'contains', '%')),
    expected: [1],
  },
  {
    name: 'underscore is a plain character',
    world: plain,
    root: all(is('name', 'contains', 'E_C')),
    expected: [4],
  },
  {
    name: 'quotes are plain characters',
    world: plain,
    root: all(is('name', 'contains', '\'brien "')),
    expected: [3],
  },
  { name: 'asterisk on a category', world: plain, root: all(is('city', 'contains', '*')), expected: [3] },
  {
    name: 'per cent and underscore on a category',
    world: plain,
    root: all(is('city', 'startsWith', '50%_')),
    expected: [1],
  },
  {
    name: 'text that looks like SQL',
    world: plain,
    root: all(is('name', 'eq', "' OR 1=1 --")),
    expected: [],
  },
  {
    name: 'external ids are byte-exact',
    world: accountsOf({ externalId: '001Ab' }, { externalId: '001AB' }, { externalId: ' 001Ab ' }, {}),
    root: all(is('externalId', 'eq', ' 001Ab ')),
    expected: [1, 3],
  },
  {
    name: 'external ids negated',
    world: accountsOf({ externalId: 'x' }, { externalId: 'X' }, {}),
    root: none(is('externalId', 'startsWith', 'X')),
    expected: [1, 3],
  },
];
