import { instantWords } from '#components/accounts/day-words.ts';
import type { DataColumn } from '#components/table/columns.ts';
import type { TotalKind } from '#components/table/total-cells.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import type { AccountListItem } from '#lib/shared/account-shapes.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { stateShortLabel } from '#lib/shared/states.ts';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';

type Column = DataColumn<AccountListItem>;

const unknown = <span className="text-ink-3">unknown</span>;
const text = (value: string | null) => (value === null ? unknown : <span className="truncate">{value}</span>);
const words = (value: string | null) =>
  text(value === null ? null : value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' '));

function named(
  id: string,
  header: string,
  width: number,
  of: (row: AccountListItem) => { name: string } | null,
  none: string,
): Column {
  return {
    id,
    header,
    width,
    sortable: true,
    value: (row) => of(row)?.name ?? null,
    cell: (row) => of(row)?.name ?? <span className="text-ink-3">{none}</span>,
  };
}

/** How the numeric columns of a list of accounts are added up. */
export function accountTotalKinds(currency: string): Record<string, TotalKind> {
  return {
    employees: 'sum',
    revenue: { currency },
    score: 'mean',
    signals: 'sum',
    reachableContacts: 'sum',
    openAmount: { currency },
  };
}

/** The columns of the accounts page; ids are field keys where the server can sort by them. */
export function accountListColumns(currency: string, clock: WorkClock): Column[] {
  const money = (amount: number | null) =>
    amount === null ? unknown : formatMoney(amount, currency, { compact: true });
  const when = (at: number | null, never: string) => (
    <span className="text-12 text-ink-2">
      {at === null ? never : instantWords(at, clock.todayOn, clock.timeZone)}
    </span>
  );
  return [
    {
      id: 'name',
      header: 'Account',
      width: 200,
      grow: 2,
      hideable: false,
      sortable: true,
      value: (row) => row.name,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <AppLink href={`/accounts/${row.id}`} className="truncate font-medium text-ink hover:underline">
            {row.name}
          </AppLink>
          {row.isDoNotContact && (
            <Chip tone="bad" className="shrink-0">
              Do not contact
            </Chip>
          )}
        </span>
      ),
    },
    {
      id: 'domain',
      header: 'Domain',
      width: 150,
      hidden: true,
      sortable: true,
      value: (row) => row.domain,
      cell: (row) => text(row.domain),
    },
    {
      id: 'industry',
      header: 'Industry',
      width: 130,
      grow: 1,
      sortable: true,
      value: (row) => row.industry,
      cell: (row) => text(row.industry),
    },
    {
      id: 'country',
      header: 'Country',
      width: 70,
      sortable: true,
      value: (row) => row.country,
      cell: (row) => text(row.country),
    },
    {
      id: 'state',
      header: 'State',
      width: 64,
      sortable: true,
      value: (row) => row.state,
      cell: (row) =>
        row.state === null ? <span className="text-ink-3">–</span> : stateShortLabel(row.state),
    },
    {
      id: 'city',
      header: 'City',
      width: 110,
      hidden: true,
      sortable: true,
      value: (row) => row.city,
      cell: (row) => text(row.city),
    },
    {
      id: 'employees',
      header: 'Employees',
      width: 108,
      align: 'right',
      descFirst: true,
      sortable: true,
      value: (row) => row.employees,
      cell: (row) => (row.employees === null ? unknown : formatNumber(row.employees)),
    },
    {
      id: 'revenue',
      header: 'Revenue',
      width: 88,
      align: 'right',
      descFirst: true,
      sortable: true,
      value: (row) => row.revenue,
      cell: (row) => money(row.revenue),
    },
    {
      id: 'score',
      header: 'Score',
      width: 64,
      align: 'right',
      descFirst: true,
      sortable: true,
      value: (row) => row.score,
      cell: (row) =>
        row.score === null ? unknown : <span className="font-semibold">{formatNumber(row.score)}</span>,
    },
    {
      id: 'tier',
      header: 'Tier',
      width: 84,
      sortable: true,
      value: (row) => row.tier?.name ?? null,
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
    named('owner', 'Owner', 128, (row) => row.owner, 'nobody'),
    { ...named('sdr', 'SDR', 128, (row) => row.sdr, 'nobody'), hidden: true },
    { ...named('territory', 'Territory', 120, (row) => row.territory, 'none'), hidden: true },
    {
      id: 'type',
      header: 'Type',
      width: 90,
      hidden: true,
      sortable: true,
      value: (row) => row.type,
      cell: (row) => words(row.type),
    },
    {
      id: 'journeyStage',
      header: 'Journey',
      width: 96,
      hidden: true,
      sortable: true,
      value: (row) => row.journeyStage,
      cell: (row) => words(row.journeyStage),
    },
    {
      id: 'lastSignalAt',
      header: 'Last signal',
      width: 92,
      value: (row) => row.lastSignalAt,
      cell: (row) => when(row.lastSignalAt, 'none'),
    },
    {
      id: 'signals',
      header: 'Signals 30 d',
      width: 92,
      align: 'right',
      hidden: true,
      value: (row) => row.signalCount + row.intentCount,
      cell: (row) => formatNumber(row.signalCount + row.intentCount),
    },
    {
      id: 'lastTouchAt',
      header: 'Last touch',
      width: 92,
      hidden: true,
      value: (row) => row.lastTouchAt,
      cell: (row) => when(row.lastTouchAt, 'never'),
    },
    {
      id: 'reachableContacts',
      header: 'Reachable',
      hint: 'Contacts that can be reached.',
      width: 84,
      align: 'right',
      hidden: true,
      value: (row) => row.reachableContacts,
      cell: (row) => formatNumber(row.reachableContacts),
    },
    {
      id: 'openAmount',
      header: 'Open pipeline',
      hint: 'Sum of the open deals whose amount is known.',
      width: 104,
      align: 'right',
      value: (row) => row.openAmount,
      cell: (row) =>
        row.openDeals === 0 ? (
          <span className="text-ink-3">–</span>
        ) : (
          <span title={`${row.openDeals} open`}>{money(row.openAmount)}</span>
        ),
    },
  ];
}
