import { Radar, Zap } from 'lucide-react';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { countryLabel } from '#lib/shared/countries.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { AccountRow } from '#lib/shared/segment-shapes.ts';
import { stateShortLabel } from '#lib/shared/states.ts';

const unknown = <span className="text-ink-3">unknown</span>;

function Signals({ row }: { row: AccountRow }) {
  return (
    <span className="flex items-center gap-3 text-ink-2">
      {row.signalCount > 0 && (
        <span className="flex items-center gap-1" title={`${row.signalCount} signals in 30 days`}>
          <Zap aria-label="Signals" className="size-3.5 text-ink-3" />
          {formatNumber(row.signalCount)}
        </span>
      )}
      {row.intentCount > 0 && (
        <span className="flex items-center gap-1" title={`${row.intentCount} intent signals in 30 days`}>
          <Radar aria-label="Intent" className="size-3.5 text-ink-3" />
          {formatNumber(row.intentCount)}
        </span>
      )}
    </span>
  );
}

/** The columns of a list of accounts. `sortable` names those that the server can order by. */
export function accountColumns(currency: string, sortable: readonly string[]): DataColumn<AccountRow>[] {
  const sorts = (id: string) => ({ sortable: sortable.includes(id) });
  return [
    {
      id: 'name',
      header: 'Account',
      width: 200,
      grow: 2,
      hideable: false,
      ...sorts('name'),
      value: (row) => row.name,
      cell: (row) => (
        <AppLink href={`/accounts/${row.id}`} className="truncate font-medium text-ink">
          {row.name}
        </AppLink>
      ),
    },
    {
      id: 'industry',
      header: 'Industry',
      width: 150,
      grow: 1,
      value: (row) => row.industry,
      cell: (row) => row.industry ?? unknown,
    },
    {
      id: 'place',
      header: 'Place',
      width: 90,
      value: (row) => row.state ?? row.country,
      cell: (row) =>
        row.state ? stateShortLabel(row.state) : row.country ? countryLabel(row.country) : unknown,
    },
    {
      id: 'employees',
      header: 'Employees',
      width: 96,
      align: 'right',
      descFirst: true,
      ...sorts('employees'),
      value: (row) => row.employees,
      cell: (row) => (row.employees === null ? unknown : formatNumber(row.employees)),
    },
    {
      id: 'revenue',
      header: 'Revenue',
      width: 96,
      align: 'right',
      descFirst: true,
      ...sorts('revenue'),
      value: (row) => row.revenue,
      cell: (row) => (row.revenue === null ? unknown : formatMoney(row.revenue, currency, { compact: true })),
    },
    {
      id: 'signals',
      header: 'Signals',
      width: 110,
      value: (row) => row.signalCount + row.intentCount,
      cell: (row) => <Signals row={row} />,
    },
    {
      id: 'score',
      header: 'Score',
      width: 84,
      align: 'right',
      descFirst: true,
      ...sorts('score'),
      value: (row) => row.score,
      cell: (row) =>
        row.score === null ? unknown : <span className="font-semibold">{formatNumber(row.score)}</span>,
    },
    {
      id: 'tier',
      header: 'Tier',
      width: 90,
      value: (row) => row.tier?.rank ?? null,
      cell: (row) =>
        row.tier ? (
          <span className="flex items-center gap-1.5">
            <Swatch id={row.tier.id} />
            {row.tier.name}
          </span>
        ) : (
          <span className="text-ink-3">none</span>
        ),
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 130,
      value: (row) => row.owner?.name ?? null,
      cell: (row) => row.owner?.name ?? <span className="text-ink-3">nobody</span>,
    },
  ];
}
