import { customListColumns } from '#components/accounts/custom-columns.tsx';
import { contactColumns } from '#components/segments/contact-columns.tsx';
import type { DataColumn } from '#components/table/columns.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import { compareLabels } from '#lib/shared/text.ts';
import { recordColumns } from './record-columns.tsx';

/** The workspace's own fields of accounts or contacts as columns, by name, as the lists have them. */
function ownColumns(catalog: Catalog, entity: RootEntity): CustomColumn[] {
  return [...catalog.fields.values()]
    .flatMap(({ entity: of, key, label, type, unit = null, customFieldId }) =>
      of === entity && customFieldId !== undefined && type !== 'ref' ? [{ key, label, type, unit }] : [],
    )
    .sort((a, b) => compareLabels(a.label, b.label));
}

/** The columns beside the rules, of accounts and of contacts, the workspace's own fields last. */
export function boardColumns(
  catalog: Catalog,
  { currency, timeZone }: { currency: string; timeZone: string },
): { accounts: DataColumn<AccountRow>[]; contacts: DataColumn<ContactRow>[] } {
  const own = (entity: RootEntity) => ownColumns(catalog, entity);
  return {
    accounts: [
      ...recordColumns(currency),
      ...customListColumns<AccountRow>(own('account'), currency, timeZone),
    ],
    contacts: [...contactColumns, ...customListColumns<ContactRow>(own('contact'), currency, timeZone)],
  };
}
