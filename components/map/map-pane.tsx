'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { cn } from '#components/ui/cn.ts';
import { announce } from '#components/ui/announcer.tsx';
import { useMediaQuery } from '#components/table/use-media-query.ts';
import { MovePanel } from '#components/territories/move-panel.tsx';
import type { ChangeKind } from '#components/territories/move-words.ts';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import { areaLabels } from './area-labels.ts';
import { viewBounds } from './boundaries.ts';
import { chosenPlaces } from './chosen-places.ts';
import { GivePlaces } from './give-places.tsx';
import { MapCanvas } from './map-canvas.tsx';
import type { MapData } from './map-data.ts';
import { choose, type SelectMode, selectionOf } from './map-filter.ts';
import { MapLegend } from './map-legend.tsx';
import type { MapTabProps } from './map-tab.tsx';
import { MapToolbar } from './map-toolbar.tsx';
import { poolsOf } from './pools-of.ts';
import { usePalette } from './palette.ts';
import { accountsOfRegion } from './region-tally.ts';
import { RegionTable } from './region-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { Shape } from './shape.ts';
import { useMapAddress } from './use-map-address.ts';
import type { MapTool } from './use-map-gestures.ts';
import { useMapModel } from './use-map-model.ts';
import { useShapes } from './use-shapes.ts';
import { useViewport } from './use-viewport.ts';

type MapPaneProps = MapTabProps & {
  data: MapData;
  isStale: boolean;
};

/** The map over its table of regions, with one selection. */
export function MapPane({ data, isStale, address, setAddress, chosen: selected, onChoose }: MapPaneProps) {
  const { plan, rights, currency, holders } = usePlanner();
  const pools = useMemo(() => poolsOf(plan.territories, holders), [plan.territories, holders]);
  const { address: look, setAddress: setLook } = useMapAddress();
  const isPhone = useMediaQuery('(max-width: 639px)');
  const canChoose = rights.noMove === null && !isPhone;
  const view = look.state === null ? look.map : 'us';
  const box = useRef<HTMLDivElement>(null);
  const viewport = useViewport(box, viewBounds[view]);
  const { regions, counties, home, hasFailed } = useShapes(view, look.state, viewport);
  const [tool, setTool] = useState<MapTool>('move');
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [isGiving, setGiving] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const palette = usePalette();
  const { territory, rep, changes, locked, slot } = address;
  const { show } = viewport;
  const start = home?.bounds;
  useEffect(() => {
    if (start) show(start);
  }, [start, show]);
  const model = useMapModel(data, {
    view,
    state: look.state,
    colour: look.colour,
    counties,
    selection: selected.selection,
    territory,
    rep,
    changes,
    locked,
    pools,
  });
  const { points, shown, chosen, colouring, grouping, tallies, totals } = model;
  const shapes = useMemo(
    () =>
      home && counties.length > 0
        ? [...regions.filter((shape) => shape !== home), ...counties].map(codedBy(home))
        : regions,
    [regions, counties, home],
  );
  const labels = useMemo(
    () => areaLabels(tallies, shapes, colouring, totals.counts, currency),
    [tallies, shapes, colouring, totals, currency],
  );
  const rows = useMemo(() => {
    const names = new Map(counties.map(({ id, label }) => [id, label]));
    return tallies.map((tally) => ({ ...tally, label: names.get(tally.code) ?? placeCodeLabel(tally.code) }));
  }, [tallies, counties]);

  const places = useMemo(() => chosenPlaces(tallies, look.state, counties), [tallies, look.state, counties]);

  function select(accounts: Iterable<number>, mode: SelectMode): void {
    const next = selectionOf(data, choose(chosen, shown, accounts, mode));
    onChoose({ of: null, selection: next });
    announce(`${formatCount(next.mode === 'some' ? next.ids.length : 0, 'account')} chosen`);
  }

  function selectRegion(shape: Pick<Shape, 'code'>, mode: SelectMode | 'toggle'): void {
    const code = shape.code ?? '';
    const tally = tallies.find((one) => one.code === code);
    if (!tally) return;
    const isWhole = tally.selected === tally.accounts;
    select(accountsOfRegion(grouping, code), mode === 'toggle' ? (isWhole ? 'remove' : 'add') : mode);
  }

  function open(code: string): void {
    const shape = shapes.find((one) => one.code === code);
    setOpened(code);
    if (view === 'us' && look.state === null && shape) void setLook({ state: code });
    if (view === 'world' && code === 'US') void setLook({ map: 'us' });
    else if (shape) viewport.show(shape.bounds);
  }

  const inTerritory =
    territory === 'unassigned' ? 'Unassigned' : plan.territories.find(({ id }) => id === territory)?.name;
  const holder = data.holders.find(({ id }) => id === rep)?.name;
  const title = home ? `Counties of ${home.label}` : view === 'us' ? 'States' : 'Countries';
  return (
    <div className={cn('flex min-h-0 flex-1 flex-col', isStale && 'is-stale')}>
      <MapToolbar
        address={look}
        onAddress={(change) => {
          if (change.state === null) viewport.show(viewBounds.us);
          void setLook(change);
        }}
        holderLabel={slotLabels[slot]}
        tool={tool}
        onTool={canChoose ? setTool : null}
        changes={changes}
        onChanges={(on) => setAddress({ changes: on })}
        chips={[
          ...(inTerritory ? [{ name: inTerritory, onRemove: () => setAddress({ territory: null }) }] : []),
          ...(rep ? [{ name: holder ?? 'Holder', onRemove: () => setAddress({ rep: null }) }] : []),
        ]}
        ruleSummary={`${formatCount(data.accounts, 'account')} by a rule`}
      />
      <div className="relative flex min-h-60 flex-[3] flex-col">
        <MapCanvas
          box={box}
          viewport={viewport}
          whole={home?.bounds ?? viewBounds[view]}
          scene={{
            data,
            points,
            shown,
            chosen,
            colouring,
            tallies,
            shapes,
            outlines: home ? regions : [],
            labels,
            hasPoints: !look.areas,
            palette,
          }}
          tool={tool}
          canChoose={canChoose}
          label={`${title}, ${formatCount(totals.shown - totals.elsewhere, 'account')}`}
          currency={currency}
          actions={{
            onChoose: select,
            onChooseRegion: selectRegion,
            onOpenRegion: (shape) => shape.code && open(shape.code),
          }}
        />
        {canChoose && (
          <SelectionBar
            accounts={totals.chosen}
            potentialAmount={totals.chosenAmount}
            currency={currency}
            hasChanges={changes}
            places={places.length}
            onPick={setKind}
            onGivePlaces={rights.noRestructure === null ? () => setGiving(true) : null}
            onList={() => setAddress({ tab: 'accounts' })}
            onClear={() => select([], 'replace')}
          />
        )}
      </div>
      <MapLegend
        colouring={colouring}
        tallies={tallies}
        counts={totals.counts}
        currency={currency}
        activeKey={look.colour === 'holder' ? rep : territory}
        onPick={
          look.colour === 'territory'
            ? ({ key }) => setAddress({ territory: key === territory ? null : key, rep: null })
            : look.colour === 'holder'
              ? ({ key }) =>
                  key !== 'nobody' && setAddress({ rep: key === rep ? null : key, territory: null })
              : null
        }
        notes={[
          ...(totals.unplaced > 0 ? [`${formatNumber(totals.unplaced)} without a known point`] : []),
          ...(totals.elsewhere > 0
            ? [`${formatNumber(totals.elsewhere)} elsewhere or in no known place`]
            : []),
          ...(tallies.some(({ ground }) => ground > 0)
            ? ['A pool colours an area only where no rep holds anything']
            : []),
          ...(hasFailed ? ['The boundaries could not be loaded; the table is complete.'] : []),
        ]}
      />
      <div className="flex min-h-32 flex-[2] flex-col">
        <RegionTable
          title={title}
          rows={rows}
          colouring={colouring}
          currency={currency}
          canChoose={canChoose}
          activeCode={opened}
          onChoose={(code, on) => selectRegion({ code }, on ? 'add' : 'remove')}
          onOpen={open}
        />
      </div>
      {kind && (
        <MovePanel
          kind={kind}
          slot={slot}
          selection={selected.selection}
          matching={{ territory, rep, q: '', changes, locked }}
          count={totals.chosen}
          onClose={() => setKind(null)}
          onDone={() => {
            setKind(null);
            select([], 'replace');
          }}
        />
      )}
      {isGiving && (
        <GivePlaces
          places={places}
          onClose={() => setGiving(false)}
          onDone={() => {
            setGiving(false);
            select([], 'replace');
          }}
        />
      )}
    </div>
  );
}

/** Counties are regions by their own number; the states around them are ground. */
function codedBy(home: Shape): (shape: Shape) => Shape {
  return (shape) =>
    shape.id.startsWith(home.id) && shape.id.length === 5 ? shape : { ...shape, code: null };
}
