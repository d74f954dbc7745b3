'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { membersOf } from '#lib/geo/cluster-grid.ts';
import type { Size, XY } from '#lib/geo/viewport.ts';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { mapFlags } from '#lib/shared/plan-map-shapes.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import { lookOf } from './cluster-looks.ts';
import type { Colouring } from './colouring.ts';
import type { MapData } from './map-data.ts';
import { PatternSwatch } from './pattern-swatch.tsx';
import type { Hit, SceneInput } from './use-scene.ts';

export type Hovered = { at: XY; hit: Hit };

const WIDTH = 232;
const PARTS = 4;

/** What lies under the pointer, beside it: one account, a cluster, or a region. */
export function HoverCard({
  hovered: { at, hit },
  scene,
  size,
  currency,
}: {
  hovered: Hovered;
  scene: SceneInput;
  size: Size;
  currency: string;
}) {
  const [x, y] = at;
  const left = x + WIDTH + 20 > size.width ? x - WIDTH - 12 : x + 12;
  return (
    <div
      aria-hidden
      style={{
        width: WIDTH,
        left: Math.max(4, left),
        ...(y > size.height / 2 ? { bottom: size.height - y + 12 } : { top: y + 12 }),
      }}
      className="pointer-events-none absolute z-10 flex flex-col gap-0.5 rounded-3 bg-raised px-3 py-2 text-12 shadow-pop"
    >
      <CardBody hit={hit} scene={scene} currency={currency} />
    </div>
  );
}

function CardBody({ hit, scene, currency }: { hit: Hit; scene: SceneInput; currency: string }) {
  const { data, colouring, tallies } = scene;
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  if (hit.kind === 'region') {
    const tally = tallies.find(({ code }) => code === hit.shape.code);
    return (
      <>
        <span className="text-13 font-semibold">{hit.shape.label}</span>
        {tally ? (
          <>
            <Amounts
              accounts={tally.accounts}
              amount={money(tally.potentialAmount)}
              changes={tally.changes}
            />
            <Parts
              colouring={colouring}
              parts={Array.from(tally.byCategory, (accounts, category) => ({ category, accounts }))
                .filter(({ accounts }) => accounts > 0)
                .sort((a, b) => b.accounts - a.accounts)}
            />
          </>
        ) : (
          <span className="text-ink-3">No accounts</span>
        )}
      </>
    );
  }
  const members = membersOf(hit.clusters, hit.cluster);
  const look = lookOf(hit.level, hit.cluster, data, colouring);
  if (members.length === 1) return <OneAccount data={data} at={members[0] ?? 0} money={money} />;
  const changes = members.reduce((sum, at) => sum + ((data.flags[at] ?? 0) & mapFlags.changes ? 1 : 0), 0);
  return (
    <>
      <Amounts accounts={look.accounts} amount={money(look.potentialAmount)} changes={changes} />
      <Parts colouring={colouring} parts={look.parts} />
    </>
  );
}

function Amounts({ accounts, amount, changes }: { accounts: number; amount: string; changes: number }) {
  return (
    <span className="text-ink-2">
      {formatCount(accounts, 'account')} · {amount}
      {changes > 0 && ` · ${formatNumber(changes)} ${changes === 1 ? 'changes' : 'change'} hands`}
    </span>
  );
}

function Parts({
  colouring,
  parts,
}: {
  colouring: Colouring;
  parts: readonly { category: number; accounts: number }[];
}) {
  const rest = parts.slice(PARTS);
  return (
    <>
      {parts.slice(0, PARTS).map(({ category, accounts }) => {
        const one = colouring.list[category];
        if (!one) return null;
        return (
          <span key={one.key} className="flex items-center gap-1.5">
            <PatternSwatch colour={one.colour} pattern={one.pattern} />
            <span className="min-w-0 flex-1 truncate">{one.label}</span>
            <span className="text-ink-2">{formatNumber(accounts)}</span>
          </span>
        );
      })}
      {rest.length > 0 && (
        <span className="text-ink-3">
          {formatNumber(rest.length)} more with{' '}
          {formatNumber(rest.reduce((sum, { accounts }) => sum + accounts, 0))}
        </span>
      )}
    </>
  );
}

const named = z.object({ name: z.string() });
const NAME_MS = 120;

/** One account: what the columns know at once, its name a moment later. */
function OneAccount({ data, at, money }: { data: MapData; at: number; money: (amount: number) => string }) {
  const id = toPublicId('account', data.ids[at] ?? 0);
  const [name, setName] = useState<{ of: string; text: string } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api(`/accounts/${id}`, { schema: named, signal: controller.signal }).then(
        (account) => setName({ of: id, text: account.name }),
        () => undefined,
      );
    }, NAME_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [id]);
  const amount = data.potentialAmounts[at] ?? Number.NaN;
  const flags = data.flags[at] ?? 0;
  const nameOf = (list: readonly { name: string }[], index: number | undefined) =>
    index ? list[index - 1]?.name : undefined;
  const [before, after] = [
    nameOf(data.territories, data.territoriesBefore[at]),
    nameOf(data.territories, data.territoriesAfter[at]),
  ];
  const region = data.regionCodes[(data.regions[at] ?? 0) - 1];
  return (
    <>
      <span className="truncate text-13 font-semibold">{name?.of === id ? name.text : '…'}</span>
      <span className="text-ink-2">
        {Number.isNaN(amount) ? 'potential not recorded' : money(amount)}
        {region && ` · ${placeCodeLabel(region)}`}
      </span>
      <span>
        {before !== after && `${before ?? 'Unassigned'} → `}
        {after ?? 'Unassigned'}
      </span>
      <span className="text-ink-2">{nameOf(data.holders, data.holdersAfter[at]) ?? 'held by nobody'}</span>
      {(flags & mapFlags.locked) !== 0 && <span className="text-ink-3">Locked</span>}
    </>
  );
}
