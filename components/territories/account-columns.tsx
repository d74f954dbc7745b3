import { Lock } from 'lucide-react';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { countryLabel } from '#lib/shared/countries.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import { type PlanBook, slotLabels } from '#lib/shared/plan-shapes.ts';
import { stateLabel } from '#lib/shared/states.ts';
import { stepWords } from './words.ts';

type Named = { id: string; name: string; colourId?: string | undefined } | null;

/** Where an account is, most exactly known first. */
export function placeText({ state, country }: Pick<PlanAccountView, 'state' | 'country'>): string | null {
  if (state) return stateLabel(state);
  return country ? countryLabel(country) : null;
}

/** `California → Mountain`, or one name where nothing changes. */
export function FromTo({
  from,
  to,
  none,
  hasColour,
}: {
  from: Named;
  to: Named;
  none: string;
  hasColour?: boolean;
}) {
  const isSame = from?.id === to?.id;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {!isSame && (
        <>
          <span className="truncate text-ink-3">{from?.name ?? none}</span>
          <span className="text-ink-3" aria-hidden>
            →
          </span>
          <span className="sr-only">to</span>
        </>
      )}
      {to && hasColour && <Swatch id={to.colourId ?? to.id} />}
      <span className={to ? 'truncate' : 'truncate text-ink-3'}>{to?.name ?? none}</span>
    </span>
  );
}

/** Columns of a draft's accounts; the holder is that of `slot`. */
export function accountColumns(slot: PlanBook['slot'], currency: string): DataColumn<PlanAccountView>[] {
  const heldIn = (row: PlanAccountView) => row.slots.find((item) => item.slot === slot);
  return [
    {
      id: 'name',
      header: 'Account',
      width: 150,
      grow: 2,
      hideable: false,
      value: (row) => row.name,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-1.5">
          <AppLink href={`/accounts/${row.id}`} className="truncate font-medium hover:underline">
            {row.name}
          </AppLink>
          {row.isLocked && <Lock className="size-3 shrink-0 text-ink-3" aria-label="Locked" />}
        </span>
      ),
    },
    {
      id: 'potential',
      header: 'Potential',
      width: 92,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (row) => row.potentialAmount,
      cell: (row) =>
        row.potentialAmount === null ? (
          <span className="text-ink-3">unknown</span>
        ) : (
          formatMoney(row.potentialAmount, currency, { compact: true })
        ),
    },
    {
      id: 'territory',
      header: 'Territory',
      width: 124,
      grow: 1,
      value: (row) => row.territoryAfter?.name ?? null,
      cell: (row) => (
        <FromTo from={row.territoryBefore} to={row.territoryAfter} none="Unassigned" hasColour />
      ),
    },
    {
      id: 'holder',
      header: slotLabels[slot],
      width: 120,
      grow: 1,
      value: (row) => heldIn(row)?.to?.name ?? null,
      cell: (row) => {
        const held = heldIn(row);
        return <FromTo from={held?.from ?? null} to={held?.to ?? null} none="nobody" />;
      },
    },
    {
      id: 'touches',
      header: 'Touches',
      hint: 'A month, by its tier',
      width: 62,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (row) => row.workloadTouches,
      cell: (row) => formatNumber(row.workloadTouches, { digits: 1 }),
    },
    {
      id: 'place',
      header: 'Place',
      width: 96,
      value: placeText,
      cell: (row) => (
        <span className="truncate text-ink-2">
          {placeText(row) ?? <span className="text-ink-3">unknown</span>}
        </span>
      ),
    },
    {
      id: 'why',
      header: 'Why',
      width: 110,
      value: (row) => stepWords[row.step] ?? row.step,
      cell: (row) => (
        <span className="truncate text-12 text-ink-2" title={row.reason ?? undefined}>
          {stepWords[row.step] ?? row.step}
          {row.reason && `: ${row.reason}`}
        </span>
      ),
    },
  ];
}

/** The same for a list of moves: from and to in full, what stays the same left to the peek. */
export function moveColumns(slot: PlanBook['slot'], currency: string): DataColumn<PlanAccountView>[] {
  const widths: Record<string, number> = { name: 130, territory: 156, holder: 196, why: 88 };
  return accountColumns(slot, currency)
    .filter((column) => column.id !== 'touches' && column.id !== 'place')
    .map((column) => ({ ...column, width: widths[column.id] ?? column.width ?? 120 }));
}
