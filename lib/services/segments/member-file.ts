import { customFileColumns } from '#lib/services/records/custom-file-columns.ts';
import type { FileColumn, TableFile } from '#lib/shared/table-file/table-file.ts';
import type { MembersExport } from './members.ts';

const accountColumns: FileColumn[] = [
  { header: 'account_id' },
  { header: 'crm_id' },
  { header: 'name' },
  { header: 'domain' },
  { header: 'industry' },
  { header: 'country' },
  { header: 'state' },
  { header: 'employees' },
  { header: 'revenue', kind: 'money' },
  { header: 'score' },
  { header: 'tier' },
  { header: 'owner' },
];

const contactColumns: FileColumn[] = [
  { header: 'contact_id' },
  { header: 'crm_id' },
  { header: 'name' },
  { header: 'job_title' },
  { header: 'persona' },
  { header: 'seniority' },
  { header: 'email' },
  { header: 'phone' },
  { header: 'reachable' },
  { header: 'account_id' },
  { header: 'account_crm_id' },
  { header: 'account' },
];

/** Members as a table for a file: one row an account, or one row a contact, with their custom fields; money in `currency`. */
export function memberFile(found: MembersExport, currency: string): TableFile {
  if (found.of === 'accounts') {
    const own = Object.values(customFileColumns<(typeof found.rows)[number]>(found.custom));
    return {
      name: `${found.name} accounts`,
      currency,
      columns: [...accountColumns, ...own],
      rows: found.rows.map((row) => [
        row.id,
        row.externalId,
        row.name,
        row.domain,
        row.industry,
        row.country,
        row.state,
        row.employees,
        row.revenue,
        row.score,
        row.tier?.name ?? null,
        row.owner?.name ?? null,
        ...own.map((column) => column.value(row)),
      ]),
    };
  }
  const own = Object.values(customFileColumns<(typeof found.rows)[number]>(found.custom));
  return {
    name: `${found.name} contacts`,
    currency,
    columns: [...contactColumns, ...own],
    rows: found.rows.map((row) => [
      row.id,
      row.externalId,
      row.name,
      row.jobTitle,
      row.persona,
      row.seniority,
      row.email,
      row.phone,
      row.isReachable ? 'yes' : 'no',
      row.account?.id ?? null,
      row.account?.externalId ?? null,
      row.account?.name ?? null,
      ...own.map((column) => column.value(row)),
    ]),
  };
}
