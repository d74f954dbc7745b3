'use client';
import { useMemo } from 'react';
import type { RowSelection } from '#components/table/selection.ts';
import type { Shape } from './shape.ts';
import { type ColourBy, colouringOf } from './colouring.ts';
import { groupByCounty } from './group-by-county.ts';
import type { MapData } from './map-data.ts';
import { type MapFilter, selectedAccounts, shownAccounts } from './map-filter.ts';
import type { MapView } from './boundaries.ts';
import { projectPoints } from './project-points.ts';
import { groupByRegion, tallyRegions } from './region-tally.ts';

export type MapQuestion = MapFilter & {
  view: MapView;
  colour: ColourBy;
  counties: readonly Shape[];
  selection: RowSelection;
  /** Public ids of pools and of territories that pools alone hold. */
  pools: ReadonlySet<string>;
};

/** Everything that the map and its table show, worked out from the accounts once per change of what is asked. */
export function useMapModel(data: MapData, question: MapQuestion) {
  const { view, state, colour, counties, selection, territory, rep, changes, locked, pools } = question;
  const points = useMemo(() => projectPoints(data, view), [data, view]);
  const shown = useMemo(
    () => shownAccounts(data, { territory, rep, changes, locked, state }),
    [data, territory, rep, changes, locked, state],
  );
  const chosen = useMemo(() => selectedAccounts(data, selection), [data, selection]);
  const colouring = useMemo(() => colouringOf(data, colour, pools), [data, colour, pools]);
  const grouping = useMemo(
    () =>
      state !== null && counties.length > 0
        ? groupByCounty(data, points, state, counties)
        : groupByRegion(data, view),
    [data, points, state, counties, view],
  );
  const tallies = useMemo(
    () => tallyRegions(data, grouping, colouring, shown, chosen),
    [data, grouping, colouring, shown, chosen],
  );
  const totals = useMemo(() => {
    const counts = new Uint32Array(colouring.list.length);
    const sums = { shown: 0, unplaced: 0, elsewhere: 0, chosen: 0, chosenAmount: 0 };
    for (let at = 0; at < data.accounts; at++) {
      if (chosen[at] === 1) {
        sums.chosen += 1;
        const amount = data.potentialAmounts[at] as number;
        if (!Number.isNaN(amount)) sums.chosenAmount += amount;
      }
      if (shown[at] !== 1) continue;
      sums.shown += 1;
      if ((grouping.ofAccount[at] as number) < 0) {
        sums.elsewhere += 1;
        continue;
      }
      const category = colouring.ofAccount[at] as number;
      counts[category] = (counts[category] ?? 0) + 1;
      if (Number.isNaN(points.xs[at] as number)) sums.unplaced += 1;
    }
    return { counts, ...sums };
  }, [data, points, grouping, colouring, shown, chosen]);
  return { points, shown, chosen, colouring, grouping, tallies, totals };
}
