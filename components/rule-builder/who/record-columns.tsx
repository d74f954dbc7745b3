import { Radar, Zap } from 'lucide-react';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { countryLabel } from '#lib/shared/countries.ts';
import { stateShortLabel } from '#lib/shared/states.ts';
import type { AccountRow } from '#lib/shared/segment-shapes.ts';

const unknown = <span className="text-ink-3">unknown</span>;

function SignalCounts({ row }: { row: AccountRow }) {
  return (
    <span className="grid grid-cols-[38px_30px] text-ink-2">
      <span className="flex items-center gap-[3px]">
        {row.signalCount > 0 && (
          <>
            <Zap role="img" aria-label="Signals in 30 days" className="size-3.5 text-ink-3" />
            {formatNumber(row.signalCount)}
          </>
        )}
      </span>
      <span className="flex items-center gap-[3px]">
        {row.intentCount > 0 && (
          <>
            <Radar role="img" aria-label="Intent signals in 30 days" className="size-3.5 text-ink-3" />
            {formatNumber(row.intentCount)}
          </>
        )}
      </span>
    </span>
  );
}

/** Accounts beside the rules: narrow columns, all sorted by the server. Ids are the fields that it sorts by. */
export function recordColumns(currency: string): DataColumn<AccountRow>[] {
  const number = { align: 'right', descFirst: true, sortable: true } as const;
  return [
    {
      ...{ id: 'name', header: 'Account', width: 130, grow: 2, hideable: false, sortable: true },
      value: (row) => row.name,
      cell: (row) => (
        <AppLink
          href={`/accounts/${row.id}`}
          className="block truncate rounded-1 leading-6 font-medium text-ink hover:underline"
        >
          {row.name}
        </AppLink>
      ),
    },
    {
      ...{ id: 'industry', header: 'Industry', width: 107, grow: 1, sortable: true },
      value: (row) => row.industry,
      cell: (row) => <span className="truncate text-ink-2">{row.industry ?? unknown}</span>,
    },
    {
      ...{ id: 'state', header: 'Place', width: 52, sortable: true },
      value: (row) => row.state ?? row.country,
      cell: (row) => (
        // A code alone would read as a state: PA is Panama as well as Pennsylvania.
        <span className="truncate text-ink-2">
          {row.state ? stateShortLabel(row.state) : row.country ? countryLabel(row.country) : '–'}
        </span>
      ),
    },
    {
      ...{ id: 'employees', header: 'Employees', width: 90, ...number },
      value: (row) => row.employees,
      cell: (row) => (row.employees === null ? unknown : formatNumber(row.employees)),
    },
    {
      ...{ id: 'revenue', header: 'Revenue', width: 74, kind: 'money', ...number },
      value: (row) => row.revenue,
      cell: (row) => (row.revenue === null ? unknown : formatMoney(row.revenue, currency, { compact: true })),
    },
    {
      ...{ id: 'signals', header: 'Signals', width: 84 },
      value: (row) => row.signalCount + row.intentCount,
      cell: (row) => <SignalCounts row={row} />,
    },
    {
      ...{ id: 'score', header: 'Score', width: 66, ...number },
      value: (row) => row.score,
      cell: (row) =>
        row.score === null ? unknown : <span className="font-medium">{formatNumber(row.score)}</span>,
    },
    {
      ...{ id: 'tier', header: 'Tier', width: 50 },
      value: (row) => row.tier?.rank ?? null,
      cell: (row) =>
        row.tier ? (
          <span className="flex items-center gap-1.5" title={row.tier.name}>
            <Swatch id={row.tier.id} />
            {row.tier.rank}
          </span>
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
    {
      ...{ id: 'owner', header: 'Owner', width: 120, hidden: true },
      value: (row) => row.owner?.name ?? null,
      cell: (row) => row.owner?.name ?? <span className="text-ink-3">nobody</span>,
    },
    {
      ...{ id: 'domain', header: 'Domain', width: 140, hidden: true, sortable: true },
      value: (row) => row.domain,
      cell: (row) => row.domain ?? <span className="text-ink-3">unknown</span>,
    },
  ];
}
