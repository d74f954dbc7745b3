import type { MembersExport } from './members.ts';

type Cell = string | number | null;
export type MemberFile = { name: string; header: string[]; rows: Cell[][] };

const accountHeader = [
  'account_id',
  'crm_id',
  'name',
  'domain',
  'industry',
  'country',
  'state',
  'employees',
  'revenue',
  'score',
  'tier',
  'owner',
];

const contactHeader = [
  'contact_id',
  'crm_id',
  'name',
  'job_title',
  'persona',
  'seniority',
  'email',
  'phone',
  'reachable',
  'account_id',
  'account_crm_id',
  'account',
];

/** Members as a table for a file: one row an account, or one row a contact. */
export function memberCsv(found: MembersExport): MemberFile {
  if (found.of === 'accounts') {
    return {
      name: `${found.name} accounts.csv`,
      header: accountHeader,
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
      ]),
    };
  }
  return {
    name: `${found.name} contacts.csv`,
    header: contactHeader,
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
    ]),
  };
}
