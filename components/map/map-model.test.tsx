import { describe, expect, it } from 'vitest';
import { mapFlags } from '#lib/shared/plan-map-shapes.ts';
import { areaLabels } from './area-labels.ts';
import { colouringOf } from './colouring.ts';
import type { MapData } from './map-data.ts';
import { choose, type MapFilter, selectedAccounts, selectionOf, shownAccounts } from './map-filter.ts';
import { groupByRegion, tallyRegions } from './region-tally.ts';
import { poolsOf } from './pools-of.ts';
import { potentialSteps, stepLabel } from './region-paint.ts';
import type { Shape } from './shape.ts';

const all: MapFilter = { territory: null, rep: null, changes: false, locked: false, state: null };

/** Five accounts: two in Washington, one in Oregon, one in Germany, one in no known place. */
const data: MapData = {
  accounts: 5,
  territories: [
    { id: 'ter_1', name: 'West' },
    { id: 'ter_2', name: 'DACH' },
  ],
  holders: [{ id: 'rep_7', name: 'Ada' }],
  regionCodes: ['US-WA', 'US-OR', 'DE'],
  ids: Uint32Array.from([10, 11, 12, 13, 40]),
  longitudes: Float32Array.from([-122, -122, -123, 9, Number.NaN]),
  latitudes: Float32Array.from([47, 47, 45, 50, Number.NaN]),
  potentialAmounts: Float64Array.from([100, Number.NaN, 30, 500, 7]),
  regions: Uint16Array.from([1, 1, 2, 3, 0]),
  territoriesBefore: Uint16Array.from([1, 0, 1, 2, 0]),
  territoriesAfter: Uint16Array.from([1, 1, 1, 2, 0]),
  holdersBefore: Uint16Array.from([1, 0, 1, 0, 0]),
  holdersAfter: Uint16Array.from([1, 0, 1, 0, 0]),
  flags: Uint8Array.from([0, mapFlags.changes, mapFlags.locked, 0, 0]),
};
const shownIds = (filter: Partial<MapFilter>) =>
  [...shownAccounts(data, { ...all, ...filter })].flatMap((one, at) => (one ? [data.ids[at]] : []));

describe('what the map shows', () => {
  it('follows the selection and the filters of the planner', () => {
    expect(shownIds({})).toEqual([10, 11, 12, 13, 40]);
    expect(shownIds({ territory: 'ter_1' })).toEqual([10, 11, 12]);
    expect(shownIds({ territory: 'unassigned' })).toEqual([40]);
    expect(shownIds({ territory: 'ter_9' })).toEqual([]);
    expect(shownIds({ rep: 'rep_7', territory: 'ter_1' })).toEqual([10, 12]);
    expect(shownIds({ changes: true })).toEqual([11]);
    expect(shownIds({ locked: true })).toEqual([12]);
    expect(shownIds({ state: 'US-WA' })).toEqual([10, 11]);
  });
});

describe('what is chosen', () => {
  it('is the same selection as that of the list, by id', () => {
    const chosen = selectedAccounts(data, { mode: 'some', ids: ['acc_a', 'acc_14', 'acc_zz'] });
    expect([...chosen]).toEqual([1, 0, 0, 0, 1]);
    expect(selectionOf(data, chosen)).toEqual({ mode: 'some', ids: ['acc_a', 'acc_14'] });
  });

  it('is replaced, added to or taken from, among shown accounts only', () => {
    const shown = Uint8Array.from([1, 1, 0, 1, 1]);
    const before = Uint8Array.from([1, 0, 1, 0, 0]);
    expect([...choose(before, shown, [1, 2, 3], 'replace')]).toEqual([0, 1, 0, 1, 0]);
    expect([...choose(before, shown, [1], 'add')]).toEqual([1, 1, 1, 0, 0]);
    expect([...choose(before, shown, [0, 2], 'remove')]).toEqual([0, 0, 1, 0, 0]);
  });
});

describe('regions', () => {
  const shown = shownAccounts(data, all);
  const chosen = Uint8Array.from([1, 0, 0, 0, 0]);

  it('are states on the US map and countries on that of the world, and add up', () => {
    const us = tallyRegions(data, groupByRegion(data, 'us'), colouringOf(data, 'territory'), shown, chosen);
    expect(us.map(({ code, accounts, selected, changes }) => [code, accounts, selected, changes])).toEqual([
      ['US-WA', 2, 1, 1],
      ['US-OR', 1, 0, 0],
    ]);
    expect(us[0]?.potentialAmount).toBe(100);
    const world = tallyRegions(
      data,
      groupByRegion(data, 'world'),
      colouringOf(data, 'holder'),
      shown,
      chosen,
    );
    expect(world.map(({ code, accounts, main }) => [code, accounts, main])).toEqual([
      ['US', 3, 1],
      ['DE', 1, 0],
    ]);
  });

  it('take the colour of what reps hold, and of a pool only where nothing else lies', () => {
    const pools = poolsOf(
      [
        { id: 'ter_1', holders: [{ slot: 'ae', repId: 'rep_9', name: 'Pool', kind: 'pool', weight: 1 }] },
        { id: 'ter_2', holders: [] },
      ],
      [{ id: 'rep_9', kind: 'pool' }],
    );
    expect([...pools]).toEqual(['rep_9', 'ter_1']);
    const mixed = { ...data, territoriesAfter: Uint16Array.from([1, 2, 1, 2, 0]) };
    const us = tallyRegions(
      mixed,
      groupByRegion(mixed, 'us'),
      colouringOf(mixed, 'territory', pools),
      shown,
      chosen,
    );
    expect(us.map(({ code, main, mainRate, ground }) => [code, main, mainRate, ground])).toEqual([
      ['US-WA', 2, 1, 1],
      ['US-OR', 1, 1, 0],
    ]);
  });

  it('name each territory once, where it has most', () => {
    const colouring = colouringOf(data, 'territory');
    const tallies = tallyRegions(data, groupByRegion(data, 'us'), colouring, shown, chosen);
    const shapes = ['US-OR', 'US-WA'].map((code) => ({ code, label: code }) as Shape);
    expect(areaLabels(tallies, shapes, colouring, [0, 3, 1], 'USD')).toEqual([
      { shape: shapes[1], title: 'West', fact: '3 accounts' },
    ]);
  });
});

describe('colours', () => {
  it('tell unassigned from changing and staying, whichever comes first', () => {
    const { list, ofAccount } = colouringOf(data, 'changes');
    expect(Array.from(ofAccount, (one) => list[one]?.key)).toEqual([
      'stays',
      'changes',
      'stays',
      'stays',
      'unassigned',
    ]);
  });

  it('part potential at round amounts and say so', () => {
    const steps = potentialSteps([1234, 5678, 91_011, 121_314, 1_516_171]);
    expect(steps).toEqual([5700, 91_000, 120_000, 1_500_000]);
    expect(stepLabel(0, steps, 'USD')).toBe('under $5.7K');
    expect(stepLabel(4, steps, 'USD')).toBe('$1.5M and more');
    expect(potentialSteps([])).toEqual([]);
  });
});
