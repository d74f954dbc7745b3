import { formatDay, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import type { OpportunityRow, TouchedAccountRow } from '#lib/shared/record-rows.ts';
import type { DataColumn } from '../table/columns.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Chip } from '../ui/chip.tsx';

const unknown = <span className="text-ink-3">unknown</span>;

function day(text: string | null) {
  const parsed = text === null ? null : parseIsoDay(text);
  return parsed === null ? unknown : formatDay(parsed);
}

const tones = { won: 'good', lost: 'bad' } as const;

/** Columns of deals; money in the workspace currency. */
export function dealColumns(currency: string): DataColumn<OpportunityRow>[] {
  const money = (amount: number | null) => (amount === null ? unknown : formatMoney(amount, currency));
  return [
    {
      id: 'name',
      header: 'Deal',
      width: 200,
      grow: 2,
      hideable: false,
      cell: (row) => <span className="font-medium">{row.name ?? row.externalId ?? row.id}</span>,
    },
    {
      id: 'account',
      header: 'Account',
      width: 160,
      grow: 1.5,
      interactive: true,
      cell: (row) =>
        row.accountId === null ? (
          <span className="text-ink-3">{row.accountName ?? 'no account'}</span>
        ) : (
          <AppLink href={`/accounts/${row.accountId}`} className="rounded-1 hover:underline">
            {row.accountName}
          </AppLink>
        ),
    },
    { id: 'stage', header: 'Stage', width: 110, cell: (row) => row.stage },
    {
      id: 'outcome',
      header: 'Outcome',
      width: 84,
      cell: (row) =>
        row.outcome === 'open' ? (
          <Chip outline>open</Chip>
        ) : (
          <Chip tone={tones[row.outcome]}>{row.outcome}</Chip>
        ),
    },
    { id: 'amount', header: 'Amount', width: 100, align: 'right', cell: (row) => money(row.amount) },
    {
      id: 'acv',
      header: 'ACV given',
      width: 100,
      align: 'right',
      hidden: true,
      cell: (row) => money(row.acvAmount),
    },
    { id: 'owner', header: 'Owner', width: 140, cell: (row) => row.ownerName ?? unknown },
    { id: 'product', header: 'Product', width: 140, cell: (row) => row.product ?? unknown },
    { id: 'source', header: 'Source', width: 110, hidden: true, cell: (row) => row.source ?? unknown },
    { id: 'createdOn', header: 'Created', width: 104, align: 'right', cell: (row) => day(row.createdOn) },
    {
      id: 'closedOn',
      header: 'Closed',
      width: 104,
      align: 'right',
      cell: (row) => (row.outcome === 'open' ? '–' : day(row.closedOn)),
    },
    {
      id: 'expectedCloseOn',
      header: 'Expected close',
      width: 116,
      align: 'right',
      hidden: true,
      cell: (row) => day(row.expectedCloseOn),
    },
  ];
}

export const accountColumns: DataColumn<TouchedAccountRow>[] = [
  {
    id: 'name',
    header: 'Account',
    width: 200,
    grow: 2,
    hideable: false,
    interactive: true,
    cell: (row) => (
      <AppLink href={`/accounts/${row.id}`} className="rounded-1 font-medium hover:underline">
        {row.name}
      </AppLink>
    ),
  },
  { id: 'domain', header: 'Domain', width: 160, cell: (row) => row.domain ?? unknown },
  { id: 'industry', header: 'Industry', width: 160, grow: 1, cell: (row) => row.industry ?? unknown },
  {
    id: 'employees',
    header: 'Employees',
    width: 100,
    align: 'right',
    cell: (row) => (row.employees === null ? unknown : formatNumber(row.employees)),
  },
  { id: 'country', header: 'Country', width: 90, cell: (row) => row.country ?? unknown },
  { id: 'owner', header: 'Owner', width: 160, cell: (row) => row.ownerName ?? 'unassigned' },
];
