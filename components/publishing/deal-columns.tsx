import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { formatDay, formatMoney } from '#lib/shared/format.ts';
import type { MovingDeal } from '#lib/shared/holdover-shapes.ts';

/** Columns of the open deals whose accounts move. */
export function dealColumns(currency: string): DataColumn<MovingDeal>[] {
  return [
    {
      id: 'deal',
      header: 'Deal',
      width: 170,
      grow: 1,
      hideable: false,
      interactive: true,
      cell: (row) => (
        <span className="flex min-w-0 flex-col leading-4">
          <span className="truncate font-medium">{row.name ?? '(no name)'}</span>
          <AppLink
            href={`/accounts/${row.accountId}`}
            className="truncate text-12 text-ink-3 hover:underline"
          >
            {row.accountName}
          </AppLink>
        </span>
      ),
    },
    {
      id: 'stage',
      header: 'Stage',
      width: 104,
      cell: (row) => <Chip {...(row.isLate ? { tone: 'accent' as const } : {})}>{row.stage}</Chip>,
    },
    {
      id: 'amount',
      header: 'Amount',
      width: 80,
      align: 'right',
      cell: (row) =>
        row.amount === null ? (
          <span className="text-ink-3">unknown</span>
        ) : (
          formatMoney(row.amount, currency, { compact: true })
        ),
    },
    {
      id: 'from',
      header: 'From → to',
      width: 140,
      cell: (row) => (
        <span className="flex min-w-0 flex-col leading-4">
          <span className="truncate">{row.from.name}</span>
          <span className="truncate text-12 text-ink-3">→ {row.to?.name ?? 'nobody'}</span>
        </span>
      ),
    },
    {
      id: 'kept',
      header: 'Stays behind',
      width: 150,
      cell: (row) =>
        row.kept === null ? (
          <span className="text-ink-3">no</span>
        ) : (
          <span className="truncate" title={row.kept.reason ?? undefined}>
            <Chip tone="good">
              {row.kept.untilOn === null ? 'until won or lost' : `until ${formatDay(row.kept.untilOn)}`}
            </Chip>
          </span>
        ),
    },
  ];
}
