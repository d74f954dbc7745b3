'use client';
import { parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { type AuditEntryView, type AuditPage as Page, auditPage } from '#lib/shared/audit-shapes.ts';
import { formatInstant } from '#lib/shared/format.ts';
import { ApiProblem, api } from '../api-client.ts';
import type { DataColumn } from '../table/columns.ts';
import { DataTable } from '../table/data-table.tsx';
import { Callout } from '../ui/callout.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { toastError } from '../ui/toast.ts';
import { AuditEntryPanel } from './audit-entry-panel.tsx';
import { AuditSubject } from './audit-subject.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { actionWords } from './audit-words.ts';

type Props = {
  /** The first page of what the address asks for. */
  first: Page;
  choices: { people: { id: string; name: string }[]; actions: string[] };
  timeZone: string;
  /** Why the address cannot be read, if it cannot. */
  fault: string | null;
};

const auditParams = {
  user: parseAsString,
  action: parseAsString,
  from: parseAsString,
  to: parseAsString,
};

/** Who did what, newest first; the filters live in the address. */
export function AuditPage({ first, choices, timeZone, fault }: Props) {
  const [filter, setFilter] = useQueryStates(auditParams, { shallow: false });
  return (
    <>
      <AuditFilters choices={choices} filter={filter} onChange={(change) => void setFilter(change)} />
      {fault && <Callout tone="bad" title={fault} />}
      <AuditList
        key={JSON.stringify([filter, first.items[0]?.id])}
        first={first}
        filter={filter}
        timeZone={timeZone}
      />
    </>
  );
}

type Filter = Record<keyof typeof auditParams, string | null>;

function AuditList({ first, filter, timeZone }: { first: Page; filter: Filter; timeZone: string }) {
  const [pages, setPages] = useState([first]);
  const [isLoading, setLoading] = useState(false);
  const [open, setOpen] = useState<AuditEntryView | null>(null);
  const entries = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.nextCursor ?? null;
  async function more(): Promise<void> {
    if (cursor === null || isLoading) return;
    setLoading(true);
    const query = new URLSearchParams({ cursor });
    for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
    try {
      const next = await api(`/audit?${query}`, { schema: auditPage });
      setPages([...pages, next]);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toastError(error.message);
    } finally {
      setLoading(false);
    }
  }
  return (
    <div className="flex min-h-0 flex-1">
      <DataTable
        label="Audit log"
        columns={columnsIn(timeZone)}
        rows={entries}
        rowId={(entry) => entry.id}
        activeId={open?.id ?? null}
        onPeek={setOpen}
        onOpen={setOpen}
        pageKeys
        hasMore={cursor !== null}
        loadingMore={isLoading}
        onLoadMore={() => void more()}
        columnsMenu={false}
        phoneRow={(entry) => (
          <span className="grid h-full min-w-0 content-center px-4">
            <span className="truncate">{entry.summary}</span>
            <span className="truncate text-12 text-ink-3">
              {entry.actor} · {formatInstant(entry.at, timeZone)}
            </span>
          </span>
        )}
        empty={
          <EmptyState title="Nothing was done that fits these filters.">
            Every change in Tessera is written down here and never removed. Widen the dates or clear a filter.
          </EmptyState>
        }
      />
      {open && <AuditEntryPanel entry={open} timeZone={timeZone} onClose={() => setOpen(null)} />}
    </div>
  );
}

function columnsIn(timeZone: string): DataColumn<AuditEntryView>[] {
  return [
    { id: 'at', header: 'When', width: 160, cell: (entry) => formatInstant(entry.at, timeZone) },
    {
      id: 'actor',
      header: 'Who',
      width: 150,
      cell: (entry) => <span className="truncate">{entry.actor}</span>,
    },
    {
      id: 'action',
      header: 'Action',
      width: 190,
      cell: (entry) => <span className="truncate text-ink-2">{actionWords(entry.action)}</span>,
    },
    {
      id: 'subject',
      header: 'Record',
      width: 170,
      cell: (entry) => <AuditSubject entry={entry} />,
    },
    {
      id: 'summary',
      header: 'What',
      width: 260,
      grow: 1,
      cell: (entry) => <span className="truncate">{entry.summary}</span>,
    },
  ];
}
