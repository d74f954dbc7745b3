import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import type { ContactRow } from '#lib/shared/segment-shapes.ts';

const unknown = <span className="text-ink-3">unknown</span>;

/** The columns of a list of contacts. */
export const contactColumns: DataColumn<ContactRow>[] = [
  {
    id: 'name',
    header: 'Contact',
    width: 180,
    grow: 1,
    hideable: false,
    sortable: true,
    value: (row) => row.name,
    cell: (row) => <span className="truncate font-medium">{row.name ?? '(no name)'}</span>,
  },
  {
    id: 'jobTitle',
    header: 'Title',
    width: 180,
    grow: 1,
    value: (row) => row.jobTitle,
    cell: (row) => row.jobTitle ?? unknown,
  },
  {
    id: 'account',
    header: 'Account',
    width: 180,
    grow: 1,
    value: (row) => row.account?.name ?? null,
    cell: (row) =>
      row.account ? (
        <AppLink href={`/accounts/${row.account.id}`} className="truncate text-ink">
          {row.account.name}
        </AppLink>
      ) : (
        <span className="text-ink-3">lead, no account</span>
      ),
  },
  {
    id: 'persona',
    header: 'Persona',
    width: 150,
    value: (row) => row.persona,
    cell: (row) => row.persona ?? unknown,
  },
  {
    id: 'reachable',
    header: 'Reachable',
    width: 100,
    value: (row) => (row.isReachable ? 'yes' : 'no'),
    cell: (row) => (row.isReachable ? <Chip tone="good">Reachable</Chip> : <Chip>No</Chip>),
  },
];
