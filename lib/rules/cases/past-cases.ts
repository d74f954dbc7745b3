import { parseIsoDay } from '#lib/shared/days.ts';
import { all, has, is, none, where } from '../testing/rule-makers.ts';
import type { World } from '../testing/world.ts';
import { accountsWith, contact, type SemanticCase } from './semantic-case.ts';

const day = (iso: string) => parseIsoDay(iso) ?? 0;
const at = (iso: string) => Date.parse(iso);
const asOf = at('2026-06-15T16:00:00Z');
const change = (stage: string, outcome: 'open' | 'won' | 'lost', iso: string) => ({
  stage,
  outcome,
  changedAt: at(iso),
});
const open = where('all', is('outcome', 'eq', 'open'));

const deals: World = {
  ...accountsWith(8, 'signal', []),
  rows: [
    {
      entity: 'opportunity',
      account: 1,
      values: { stage: 'Won', outcome: 'won', createdOn: day('2026-01-01'), closedOn: day('2026-06-15') },
    },
    {
      entity: 'opportunity',
      account: 2,
      values: { stage: 'Won', outcome: 'won', createdOn: day('2026-01-01'), closedOn: day('2026-06-16') },
    },
    {
      entity: 'opportunity',
      account: 3,
      values: { stage: 'Demo', outcome: 'open', createdOn: day('2026-06-16') },
    },
    {
      entity: 'opportunity',
      account: 4,
      values: { stage: 'Lost', outcome: 'lost', createdOn: day('2026-01-01'), closedOn: day('2026-09-01') },
      stageChanges: [
        change('Demo', 'open', '2026-01-02T00:00:00Z'),
        change('Proposal', 'open', '2026-06-01T00:00:00Z'),
        change('Lost', 'lost', '2026-09-01T00:00:00Z'),
      ],
    },
    {
      entity: 'opportunity',
      account: 5,
      values: { stage: 'Proposal', outcome: 'open' },
      stageChanges: [
        change('Demo', 'open', '2026-02-01T00:00:00Z'),
        change('Proposal', 'open', '2026-07-01T00:00:00Z'),
      ],
    },
    {
      entity: 'opportunity',
      account: 6,
      values: { stage: 'Won', outcome: 'won' },
      stageChanges: [change('Demo', 'open', '2026-07-01T00:00:00Z')],
    },
    { entity: 'opportunity', account: 7, values: { stage: 'Won', outcome: 'won' } },
  ],
};

const events: World = {
  accounts: [1, 2, 3].map((id) => ({ id, values: {} })),
  contacts: [
    contact(1, 1, { createdAt: at('2026-06-01T00:00:00Z') }),
    contact(2, 2, { createdAt: at('2026-07-01T00:00:00Z') }),
  ],
  rows: [
    { entity: 'signal', account: 1, values: { type: 'intent', occurredAt: asOf } },
    { entity: 'signal', account: 2, values: { type: 'intent', occurredAt: asOf + 1 } },
    { entity: 'signal', account: 3, values: { type: 'intent' } },
    { entity: 'activity', account: 2, values: { type: 'meeting', scheduledAt: at('2026-08-01T00:00:00Z') } },
    {
      entity: 'technology',
      account: 1,
      values: {
        name: 'SAP',
        firstSeenAt: at('2026-01-01T00:00:00Z'),
        lastSeenAt: at('2026-11-01T00:00:00Z'),
      },
    },
    { entity: 'technology', account: 2, values: { name: 'SAP', lastSeenAt: at('2026-11-01T00:00:00Z') } },
    { entity: 'technology', account: 3, values: { name: 'SAP' } },
  ],
};

const held: World = {
  accounts: [
    {
      id: 1,
      values: {},
      references: {
        owner: [
          { id: 'rep_1', from: 0, to: asOf },
          { id: 'rep_2', from: asOf, to: null },
        ],
        tier: [{ id: 'tie_1', from: 0, to: null }],
      },
    },
    {
      id: 2,
      values: {},
      references: {
        owner: [{ id: 'rep_1', from: 0, to: null }],
        class: [{ id: 'Enterprise', from: 0, to: null }],
      },
    },
    {
      id: 3,
      values: {},
      references: {
        owner: [{ id: 'rep_1', from: asOf + 1, to: null }],
        sdr: [{ id: 'poo_9', from: 0, to: null }],
      },
    },
    {
      id: 4,
      values: { crmOwner: 'rep_1' },
      references: { territory: [{ id: 'ter_1', from: 0, to: asOf - 1 }] },
    },
  ],
  contacts: [],
  rows: [],
};

export const pastCases: SemanticCase[] = [
  {
    name: 'open at the time',
    world: deals,
    asOf,
    root: all(has('opportunity', { where: open })),
    expected: [2, 4, 5, 6],
  },
  {
    name: 'won at the time',
    world: deals,
    asOf,
    root: all(has('opportunity', { where: where('all', is('outcome', 'eq', 'won')) })),
    expected: [1, 7],
  },
  {
    name: 'a deal created later does not exist',
    world: deals,
    asOf,
    root: all(has('opportunity')),
    expected: [1, 2, 4, 5, 6, 7],
  },
  {
    name: 'stage at the time',
    world: deals,
    asOf,
    root: all(has('opportunity', { where: where('all', is('stage', 'in', ['demo', 'proposal'])) })),
    expected: [4, 5],
  },
  {
    name: 'stage unknown at the time',
    world: deals,
    asOf,
    root: all(has('opportunity', { where: where('all', is('stage', 'empty')) })),
    expected: [2, 6],
  },
  {
    name: 'not closed yet',
    world: deals,
    asOf,
    root: all(has('opportunity', { where: where('all', is('closedOn', 'notEmpty')) })),
    expected: [1],
  },
  {
    name: 'today everything is as stored',
    world: deals,
    root: all(has('opportunity', { where: open })),
    expected: [3, 5],
  },
  { name: 'no later signal', world: events, asOf, root: all(has('signal')), expected: [1, 3] },
  { name: 'planned activities stay', world: events, asOf, root: all(has('activity')), expected: [2] },
  { name: 'no later contact', world: events, asOf, root: all(has('contact')), expected: [1] },
  {
    name: 'a technology is there once seen',
    world: events,
    asOf,
    root: all(has('technology')),
    expected: [1, 3],
  },
  {
    name: 'the owner of the time',
    world: held,
    asOf: asOf - 1,
    root: all(is('owner', 'eq', 'rep_1')),
    expected: [1, 2],
  },
  {
    name: 'an interval ends before its end',
    world: held,
    asOf,
    root: all(is('owner', 'eq', 'rep_1')),
    expected: [2],
  },
  { name: 'the owner now', world: held, root: all(is('owner', 'eq', 'rep_1')), expected: [2, 3] },
  { name: 'not held by a rep', world: held, root: all(is('owner', 'notIn', ['rep_1'])), expected: [1, 4] },
  { name: 'no owner', world: held, root: all(is('owner', 'empty')), expected: [4] },
  { name: 'a pool as holder', world: held, root: all(is('sdr', 'eq', 'poo_9')), expected: [3] },
  {
    name: 'a plain reference',
    world: held,
    root: all(is('crmOwner', 'in', ['rep_1', 'rep_7'])),
    expected: [4],
  },
  { name: 'tier', world: held, root: none(is('tier', 'eq', 'tie_1')), expected: [2, 3, 4] },
  { name: 'class', world: held, root: all(is('class', 'eq', 'Enterprise')), expected: [2] },
  { name: 'a territory that ended', world: held, root: all(is('territory', 'notEmpty')), expected: [] },
];
