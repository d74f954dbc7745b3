import { all, any, definition, has, inSegment, is, none } from '../testing/rule-makers.ts';
import type { World } from '../testing/world.ts';
import { accountsOf, type SemanticCase } from './semantic-case.ts';

const at = (iso: string) => Date.parse(iso);
const sized = accountsOf({ employees: 10 }, { employees: 2000 }, {});
const published = {
  seg_1: definition(all(is('employees', 'gte', 1000))),
  seg_2: definition(none(inSegment('seg_1'))),
  seg_3: definition(any(inSegment('seg_2'), has('technology'))),
};

const moved: World = {
  accounts: [
    { id: 1, values: {}, memberships: { seg_1: [{ from: at('2026-11-10T00:00:00Z'), to: null }] } },
    {
      id: 2,
      values: {},
      memberships: {
        seg_1: [
          { from: at('2026-01-01T00:00:00Z'), to: at('2026-11-10T00:00:00Z') },
          { from: at('2026-11-20T00:00:00Z'), to: null },
        ],
      },
    },
    {
      id: 3,
      values: {},
      memberships: {
        seg_1: [{ from: at('2026-01-01T00:00:00Z'), to: null }],
        seg_2: [{ from: at('2026-11-10T00:00:00Z'), to: null }],
      },
    },
    { id: 4, values: {} },
  ],
  contacts: [],
  rows: [],
};
const month = { last: 30, unit: 'day' } as const;

export const segmentCases: SemanticCase[] = [
  { name: 'in a segment', world: sized, published, root: all(inSegment('seg_1')), expected: [2] },
  {
    name: 'not in a segment',
    world: sized,
    published,
    root: all(inSegment('seg_1', { member: false })),
    expected: [1, 3],
  },
  {
    name: 'a segment of a segment',
    world: sized,
    published,
    root: all(inSegment('seg_2')),
    expected: [1, 3],
  },
  { name: 'three deep', world: sized, published, root: none(inSegment('seg_3')), expected: [2] },
  {
    name: 'entered in a window',
    world: moved,
    published,
    root: all(inSegment('seg_1', { change: 'entered', window: month })),
    expected: [1, 2],
  },
  {
    name: 'left in a window',
    world: moved,
    published,
    root: all(inSegment('seg_1', { change: 'left', window: month })),
    expected: [2],
  },
  {
    name: 'with a move, `member` says nothing',
    world: moved,
    published,
    root: all(inSegment('seg_1', { member: false, change: 'left', window: month })),
    expected: [2],
  },
  {
    name: 'did not enter',
    world: moved,
    published,
    root: none(inSegment('seg_1', { change: 'entered', window: month })),
    expected: [3, 4],
  },
  {
    name: 'entered in a fixed time',
    world: moved,
    published,
    root: all(inSegment('seg_1', { change: 'entered', window: { from: '2025-12-01', to: '2026-01-31' } })),
    expected: [2, 3],
  },
  {
    name: 'an interval after asOf does not exist',
    world: moved,
    published,
    root: all(inSegment('seg_1', { change: 'entered', window: { period: 'this', unit: 'month' } })),
    asOf: at('2026-11-15T12:00:00Z'),
    expected: [1],
  },
];
