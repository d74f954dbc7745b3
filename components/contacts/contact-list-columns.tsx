import { ContactLinks } from '#components/accounts/contact-links.tsx';
import { personaLabel } from '#components/accounts/committee-list.tsx';
import { instantWords } from '#components/accounts/day-words.ts';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import type { ContactListItem } from '#lib/shared/contact-shapes.ts';

type Column = DataColumn<ContactListItem>;

const unknown = <span className="text-ink-3">unknown</span>;
const text = (value: string | null) => (value === null ? unknown : <span className="truncate">{value}</span>);
const seniorityNames: Record<string, string> = { c_level: 'C-level', vp: 'VP' };

/** `c_level` → `C-level`, `staff` → `Staff`. */
export function seniorityLabel(value: string): string {
  return seniorityNames[value] ?? value.charAt(0).toUpperCase() + value.slice(1);
}

/** Whether and why not a person can be reached. */
export function ReachChip({
  row,
}: {
  row: Pick<ContactListItem, 'isReachable' | 'isOptedOut' | 'isBounced'>;
}) {
  if (row.isOptedOut) return <Chip tone="bad">Opted out</Chip>;
  if (row.isReachable) return <Chip tone="good">Reachable</Chip>;
  return <Chip tone="caution">{row.isBounced ? 'Bounced' : 'No way to reach'}</Chip>;
}

function plain(
  id: string,
  header: string,
  width: number,
  of: (row: ContactListItem) => string | null,
  extra: Partial<Column> = {},
): Column {
  return { id, header, width, sortable: true, value: of, cell: (row) => text(of(row)), ...extra };
}

/** The columns of the contacts page; ids are field keys where the server can sort by them. */
export function contactListColumns(clock: WorkClock): Column[] {
  return [
    {
      id: 'name',
      header: 'Contact',
      width: 170,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (row) => row.name,
      cell: (row) => <span className="truncate font-medium">{row.name ?? '(no name)'}</span>,
    },
    plain('jobTitle', 'Title', 180, (row) => row.jobTitle, { grow: 1 }),
    {
      id: 'account',
      header: 'Account',
      width: 180,
      grow: 1,
      value: (row) => row.account?.name ?? row.accountText,
      cell: (row) =>
        row.account ? (
          <AppLink href={`/accounts/${row.account.id}`} className="truncate text-ink hover:underline">
            {row.account.name}
          </AppLink>
        ) : (
          <span className="truncate text-ink-3">
            {row.accountText ? `lead: ${row.accountText}` : 'lead, no account'}
          </span>
        ),
    },
    {
      id: 'persona',
      header: 'Persona',
      width: 140,
      sortable: true,
      value: (row) => row.persona,
      cell: (row) => (row.persona === null ? unknown : personaLabel(row.persona)),
    },
    {
      id: 'seniority',
      header: 'Seniority',
      width: 90,
      sortable: true,
      value: (row) => row.seniority,
      cell: (row) => (row.seniority === null ? unknown : seniorityLabel(row.seniority)),
    },
    {
      ...plain('jobFunction', 'Function', 120, (row) => row.jobFunction),
      cell: (row) => (row.jobFunction === null ? unknown : personaLabel(row.jobFunction)),
    },
    {
      id: 'reachable',
      header: 'Reachable',
      width: 120,
      sortable: true,
      descFirst: true,
      value: (row) => (row.isReachable ? 'yes' : 'no'),
      cell: (row) => <ReachChip row={row} />,
    },
    plain('email', 'Email', 200, (row) => row.email, { hidden: true }),
    plain('phone', 'Phone', 130, (row) => row.phone, { hidden: true }),
    plain('country', 'Country', 80, (row) => row.country, { hidden: true }),
    plain('leadStatus', 'Lead status', 100, (row) => row.leadStatus, { hidden: true }),
    plain('source', 'Source', 110, (row) => row.source, { hidden: true }),
    {
      id: 'lastActivityAt',
      header: 'Last activity',
      width: 96,
      value: (row) => row.lastActivityAt,
      cell: (row) => (
        <span className="text-12 text-ink-2">
          {row.lastActivityAt === null
            ? 'never'
            : instantWords(row.lastActivityAt, clock.todayOn, clock.timeZone)}
        </span>
      ),
    },
    {
      id: 'links',
      header: 'Reach',
      width: 108,
      interactive: true,
      cell: (row) => (
        <ContactLinks person={row} blocked={row.isAccountDoNotContact ? 'Do not contact' : undefined} />
      ),
    },
  ];
}

/** A contact in two lines at 390 px. */
export function ContactPhoneRow({ row }: { row: ContactListItem }) {
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-2">
      <span className="truncate text-14 font-medium">{row.name ?? '(no name)'}</span>
      <ReachChip row={row} />
      <span className="truncate text-ink-2">
        {[row.jobTitle, row.account?.name ?? 'lead'].filter(Boolean).join(' · ')}
      </span>
      <span className="text-right text-12 text-ink-3">
        {row.persona === null ? '' : personaLabel(row.persona)}
      </span>
    </div>
  );
}
