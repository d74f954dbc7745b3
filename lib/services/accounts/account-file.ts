import type { AccountListItem } from '#lib/shared/account-shapes.ts';
import { customFileColumns } from '#lib/services/records/custom-file-columns.ts';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';
import type { FileCell, FileColumn, TableFile } from '#lib/shared/table-file/table-file.ts';

type Column = FileColumn & { value: (row: AccountListItem) => FileCell };

/** Columns of the accounts file by the id that the page uses; the ids of ours and of the CRM come first, always. */
const columns: Record<string, Column> = {
  name: { header: 'Account', value: (row) => row.name },
  domain: { header: 'Domain', value: (row) => row.domain },
  industry: { header: 'Industry', value: (row) => row.industry },
  country: { header: 'Country', value: (row) => row.country },
  state: { header: 'State', value: (row) => row.state },
  city: { header: 'City', value: (row) => row.city },
  employees: { header: 'Employees', value: (row) => row.employees },
  revenue: { header: 'Revenue', kind: 'money', value: (row) => row.revenue },
  score: { header: 'Score', value: (row) => row.score },
  tier: { header: 'Tier', value: (row) => row.tier?.name ?? null },
  owner: { header: 'Owner', value: (row) => row.owner?.name ?? null },
  sdr: { header: 'SDR', value: (row) => row.sdr?.name ?? null },
  territory: { header: 'Territory', value: (row) => row.territory?.name ?? null },
  type: { header: 'Type', value: (row) => row.type },
  journeyStage: { header: 'Journey stage', value: (row) => row.journeyStage },
  signals: { header: 'Signals in 30 days', value: (row) => row.signalCount + row.intentCount },
  lastSignalAt: { header: 'Last signal', kind: 'instant', value: (row) => row.lastSignalAt },
  lastTouchAt: { header: 'Last touch', kind: 'instant', value: (row) => row.lastTouchAt },
  reachableContacts: { header: 'Reachable contacts', value: (row) => row.reachableContacts },
  openDeals: { header: 'Open deals', value: (row) => row.openDeals },
  openAmount: { header: 'Open pipeline', kind: 'money', value: (row) => row.openAmount },
};

/** A file of accounts: the columns asked for in their order, or all; money in `currency`. */
export function accountFile(
  items: readonly AccountListItem[],
  wanted: readonly string[] | undefined,
  currency: string,
  custom: readonly CustomColumn[],
): TableFile {
  const all = { ...columns, ...customFileColumns<AccountListItem>(custom) };
  const chosen = (wanted ?? Object.keys(all)).flatMap((id) => all[id] ?? []);
  return {
    name: 'accounts',
    currency,
    columns: [{ header: 'Id' }, { header: 'CRM id' }, ...chosen],
    rows: items.map((row) => [row.id, row.externalId, ...chosen.map((column) => column.value(row))]),
  };
}
