import { Ellipsis } from 'lucide-react';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { formatMoney } from '#lib/shared/format.ts';
import type { Holdover } from '#lib/shared/holdover-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { untilWords } from './holdover-words.ts';

const outcomes = { won: 'good', lost: 'bad' } as const;

export type HoldoverActions = { onChange: (row: Holdover) => void; onEnd: (row: Holdover) => void };

/** Columns of held-over deals; without actions nobody may change them. */
export function holdoverColumns(currency: string, actions: HoldoverActions | null): DataColumn<Holdover>[] {
  return [
    {
      id: 'deal',
      header: 'Deal',
      width: 170,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (row) => row.deal,
      cell: (row) => <span className="truncate font-medium">{row.deal ?? '(no name)'}</span>,
    },
    {
      id: 'account',
      header: 'Account',
      width: 140,
      sortable: true,
      interactive: true,
      value: (row) => row.accountName,
      cell: (row) => (
        <AppLink href={`/accounts/${row.accountId}`} className="truncate hover:underline">
          {row.accountName}
        </AppLink>
      ),
    },
    {
      id: 'stage',
      header: 'Stage',
      width: 110,
      sortable: true,
      value: (row) => row.stage,
      cell: (row) => (
        <Chip {...(row.outcome === 'open' ? {} : { tone: outcomes[row.outcome] })}>{row.stage}</Chip>
      ),
    },
    {
      id: 'amount',
      header: 'Amount',
      width: 84,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (row) => row.amount,
      cell: (row) =>
        row.amount === null ? (
          <span className="text-ink-3">unknown</span>
        ) : (
          formatMoney(row.amount, currency, { compact: true })
        ),
    },
    {
      id: 'rep',
      header: 'Stays with',
      width: 150,
      sortable: true,
      value: (row) => row.rep.name,
      cell: (row) => (
        <span className="truncate">
          {row.rep.name} <span className="text-ink-3">{slotLabels[row.slot]}</span>
        </span>
      ),
    },
    {
      id: 'holder',
      header: 'Account is with',
      width: 126,
      sortable: true,
      value: (row) => row.holder?.name ?? null,
      cell: (row) => row.holder?.name ?? <span className="text-ink-3">nobody</span>,
    },
    {
      id: 'until',
      header: 'Until',
      width: 146,
      sortable: true,
      value: (row) => row.untilOn,
      cell: (row) => <span className={row.endedAt === null ? '' : 'text-ink-3'}>{untilWords(row)}</span>,
    },
    {
      id: 'reason',
      header: 'Reason',
      width: 110,
      cell: (row) => (
        <span className="truncate text-ink-2" title={row.reason ?? undefined}>
          {row.reason}
        </span>
      ),
    },
    {
      id: 'version',
      header: 'Plan',
      width: 48,
      value: (row) => row.planNumber,
      cell: (row) => (row.planNumber === null ? '' : `v${row.planNumber}`),
    },
    ...(actions
      ? [
          {
            id: 'actions',
            header: 'Actions',
            width: 64,
            align: 'right' as const,
            interactive: true,
            hideable: false,
            cell: (row: Holdover) => <RowMenu row={row} {...actions} />,
          },
        ]
      : []),
  ];
}

function RowMenu({ row, onChange, onEnd }: HoldoverActions & { row: Holdover }) {
  if (row.endedAt !== null) return null;
  return (
    <Menu
      align="end"
      label={`Change ${row.deal ?? 'the deal'}`}
      trigger={
        <IconButton label={`Change ${row.deal ?? 'the deal'}`}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: 'Change until when…', onSelect: () => onChange(row) },
        { label: `End it: the deal goes to ${row.holder?.name ?? 'nobody'}`, onSelect: () => onEnd(row) },
      ]}
    />
  );
}
