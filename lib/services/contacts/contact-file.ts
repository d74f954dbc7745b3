import type { ContactListItem } from '#lib/shared/contact-shapes.ts';
import { customFileColumns } from '#lib/services/records/custom-file-columns.ts';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';
import type { FileCell, FileColumn, TableFile } from '#lib/shared/table-file/table-file.ts';

type Column = FileColumn & { value: (row: ContactListItem) => FileCell };

const yes = (value: boolean) => (value ? 'yes' : 'no');

const columns: Record<string, Column> = {
  name: { header: 'Contact', value: (row) => row.name },
  jobTitle: { header: 'Title', value: (row) => row.jobTitle },
  account: { header: 'Account', value: (row) => row.account?.name ?? row.accountText },
  persona: { header: 'Persona', value: (row) => row.persona },
  seniority: { header: 'Seniority', value: (row) => row.seniority },
  jobFunction: { header: 'Function', value: (row) => row.jobFunction },
  email: { header: 'Email', value: (row) => row.email },
  phone: { header: 'Phone', value: (row) => row.phone },
  mobile: { header: 'Mobile', value: (row) => row.mobile },
  country: { header: 'Country', value: (row) => row.country },
  reachable: { header: 'Reachable', value: (row) => yes(row.isReachable) },
  optedOut: { header: 'Opted out', value: (row) => yes(row.isOptedOut) },
  leadStatus: { header: 'Lead status', value: (row) => row.leadStatus },
  source: { header: 'Source', value: (row) => row.source },
  lastActivityAt: {
    header: 'Last activity',
    kind: 'instant',
    value: (row) => row.lastActivityAt,
  },
};

/** A file of contacts: the columns asked for in their order, or all; money in `currency`. */
export function contactFile(
  items: readonly ContactListItem[],
  wanted: readonly string[] | undefined,
  currency: string,
  custom: readonly CustomColumn[],
): TableFile {
  const all = { ...columns, ...customFileColumns<ContactListItem>(custom) };
  const chosen = (wanted ?? Object.keys(all)).flatMap((id) => all[id] ?? []);
  return {
    name: 'contacts',
    currency,
    columns: [{ header: 'Id' }, { header: 'CRM id' }, ...chosen, { header: 'Account CRM id' }],
    rows: items.map((row) => [
      row.id,
      row.externalId,
      ...chosen.map((column) => column.value(row)),
      row.account?.externalId ?? null,
    ]),
  };
}
