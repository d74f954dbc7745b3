'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { customListColumns } from '#components/accounts/custom-columns.tsx';
import type { AccountsFacts } from '#components/accounts/accounts-list.tsx';
import { ExportButton } from '#components/accounts/export-button.tsx';
import { type ListFilter, ListFilters, NOT_KNOWN } from '#components/accounts/list-filters.tsx';
import { NothingFits } from '#components/accounts/nothing-fits.tsx';
import { SavedViews } from '#components/accounts/saved-views.tsx';
import { useListPage } from '#components/accounts/use-list-page.ts';
import { useTotals } from '#components/accounts/use-totals.ts';
import { api } from '#components/api-client.ts';
import { NoDataYet } from '#components/layout/no-data-yet.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { toast } from '#components/ui/toast.ts';
import { type ContactList, type ContactListItem, contactListShape } from '#lib/shared/contact-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import { contactListColumns, ContactPhoneRow } from './contact-list-columns.tsx';
import { NewContact } from './new-contact.tsx';
import { ContactPeek } from './contact-peek.tsx';

export type ContactsFacts = Omit<AccountsFacts, 'may'> & {
  may: AccountsFacts['may'] & { edit: boolean };
};

const yesNo = (yes: string, no: string) => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
];
const filters: ListFilter[] = [
  { key: 'persona', label: 'Persona', entity: 'contact', missing: 'not known' },
  { key: 'seniority', label: 'Seniority', entity: 'contact', missing: 'not known' },
  { key: 'jobFunction', label: 'Function', entity: 'contact', missing: 'not known' },
  { key: 'reachable', label: 'Reachable', entity: 'contact', options: yesNo('reachable', 'not reachable') },
  {
    key: 'lead',
    label: 'Leads',
    entity: 'contact',
    options: yesNo('leads without an account', 'at an account'),
  },
];
const more: ListFilter[] = [
  { key: 'optedOut', label: 'Opted out', entity: 'contact', options: yesNo('opted out', 'not opted out') },
  { key: 'country', label: 'Country', entity: 'contact', missing: 'not known' },
  { key: 'leadStatus', label: 'Lead status', entity: 'contact', missing: 'not known' },
];
const filterNames = new Map([...filters, ...more].map(({ key, label }) => [key, label]));
const contactTotalKinds = { reachable: 'sum' } as const;
const noLabels = new Map([[NOT_KNOWN, 'not known']]);

/** Every contact within one's reach: who they are, whether they can be reached, and how. */
export function ContactsList({ first, facts }: { first: ContactList; facts: ContactsFacts }) {
  const router = useRouter();
  const [peeked, setPeeked] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const { currency, todayOn, timeZone, may, customFields } = facts;
  const columns = useMemo(
    () => [
      ...contactListColumns({ todayOn, timeZone }),
      ...customListColumns<ContactListItem>(customFields, currency, timeZone),
    ],
    [todayOn, timeZone, customFields, currency],
  );
  const list = useListPage(first, columns, (query, cursor) =>
    api('/contacts/query', {
      method: 'POST',
      body: { ...query, cursor, limit: 200 },
      schema: contactListShape,
    }),
  );
  const { sort: _sort, ...matching } = list.query;
  const totals = useTotals({ path: '/contacts/query', body: { ...matching, limit: 0, totals: true } });
  const row = list.rows.find(({ id }) => id === peeked);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title="Contacts"
        facts={formatCount(list.count, 'contact')}
        actions={
          <>
            <SavedViews
              page="contacts"
              viewId={list.params.get('view')}
              state={list.viewState}
              onApply={list.applyView}
              mayShare={may.shareViews}
            />
            {may.edit && (
              <Button variant="primary" size="sm" onClick={() => setAdding(true)}>
                New contact
              </Button>
            )}
          </>
        }
      />
      <div className="flex min-h-0 flex-1">
        <DataTable
          label="Contacts"
          columns={columns}
          rows={list.rows}
          rowId={(contact) => contact.id}
          matching={list.count}
          pageKeys
          serverSorts
          sort={list.sort}
          onSortChange={list.setSort}
          selection={list.selection}
          onSelectionChange={list.setSelection}
          activeId={peeked ?? undefined}
          onActiveChange={(id) => {
            if (peeked !== null) setPeeked(id);
          }}
          onPeek={(contact) => setPeeked(contact.id)}
          onOpen={(contact) =>
            contact.account ? router.push(`/accounts/${contact.account.id}` as Route) : setPeeked(contact.id)
          }
          state={list.isPending ? 'stale' : 'ready'}
          totals={totalCells({ count: list.count, totals, kinds: contactTotalKinds })}
          hasMore={list.hasMore}
          loadingMore={list.isLoadingMore}
          onLoadMore={() => void list.loadMore()}
          phoneRow={(contact) => <ContactPhoneRow row={contact} />}
          toolbar={
            <ListFilters
              placeholder="Name, address, account"
              filters={filters}
              more={more}
              segments={facts.segments}
              labels={noLabels}
              params={list.params}
              onChange={list.change}
            />
          }
          exportSlot={
            <ExportButton
              path="/contacts/export"
              fileName="contacts"
              may={may.export}
              selection={list.selection}
              query={list.query}
              count={list.count}
              columns={list.shownIds.filter((id) => id !== 'links')}
            />
          }
          empty={
            !list.isFiltered ? (
              <NoDataYet
                title={facts.isScoped ? 'Your accounts have no contacts yet.' : 'There are no contacts yet.'}
                label="Import contacts"
                mayImport={may.import}
              >
                {may.import && 'Import them from a file, or add one on the page of its account.'}
              </NoDataYet>
            ) : (
              <NothingFits
                what="contact"
                emptiedBy={first.emptiedBy}
                labels={filterNames}
                onRemove={(filter) => list.change({ [filter]: null })}
                onClear={() => router.push('/contacts' as Route)}
              />
            )
          }
        />
        {adding && (
          <NewContact
            account={null}
            onClose={() => setAdding(false)}
            onMade={({ name }) => {
              setAdding(false);
              toast(name ? `${name} added` : 'Contact added');
              list.refresh();
            }}
          />
        )}
        {row && (
          <ContactPeek
            key={row.id}
            row={row}
            clock={{ todayOn, timeZone }}
            currency={facts.currency}
            mayEdit={may.edit}
            onChanged={list.refresh}
            onClose={() => setPeeked(null)}
          />
        )}
      </div>
    </div>
  );
}
