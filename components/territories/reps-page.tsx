'use client';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { parseIsoDay } from '#lib/shared/days.ts';
import { formatCount, formatDay, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { HandOverInput } from '#lib/shared/plan-shapes.ts';
import type { Rep } from '#lib/shared/rep-shapes.ts';
import { totalsOfRows } from '#lib/shared/total-shapes.ts';
import { CountOfCap } from './book-cells.tsx';
import { HandOver } from './hand-over.tsx';
import { RepsActions } from './reps-actions.tsx';
import { RepJoins } from './rep-joins.tsx';
import { RepSheet } from './rep-sheet.tsx';
import { roleText } from './words.ts';

const unset = <span className="text-ink-3">–</span>;

function columnsOf(currency: string): DataColumn<Rep>[] {
  const number = (value: number | null) => (value === null ? unset : formatNumber(value));
  return [
    {
      id: 'name',
      header: 'Name',
      width: 180,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (rep) => rep.name,
      cell: (rep) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={rep.name} />
          <span className="truncate font-medium">{rep.name}</span>
          {rep.kind === 'pool' && <Chip outline>pool of {rep.memberIds.length}</Chip>}
          {rep.isOpening && <Chip tone="caution">open place</Chip>}
          {!rep.isActive && <Chip>left</Chip>}
        </span>
      ),
    },
    {
      id: 'role',
      header: 'Role',
      width: 90,
      sortable: true,
      value: (rep) => rep.role,
      cell: (rep) => (rep.role === null ? unset : roleText(rep.role)),
    },
    {
      id: 'region',
      header: 'Region',
      width: 90,
      sortable: true,
      value: (rep) => rep.region,
      cell: (rep) => rep.region ?? unset,
    },
    {
      id: 'manager',
      header: 'Manager',
      width: 150,
      sortable: true,
      value: (rep) => rep.managerName,
      cell: (rep) => <span className="truncate">{rep.managerName ?? unset}</span>,
    },
    {
      id: 'accounts',
      header: 'Accounts / cap',
      width: 120,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (rep) => rep.accounts,
      cell: (rep) => <CountOfCap count={rep.accounts} cap={rep.maxAccounts} />,
    },
    {
      id: 'capacity',
      header: 'Touches a month',
      width: 120,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (rep) => rep.capacityTouches,
      cell: (rep) =>
        rep.capacityHours === null ? number(rep.capacityTouches) : `${formatNumber(rep.capacityHours)} hours`,
    },
    {
      id: 'ramp',
      header: 'Ramp',
      width: 76,
      align: 'right',
      sortable: true,
      value: (rep) => rep.rampRate,
      cell: (rep) => (rep.rampRate === null ? unset : formatRate(rep.rampRate, { digits: 0 })),
    },
    {
      id: 'startsOn',
      header: 'First day',
      width: 110,
      sortable: true,
      value: (rep) => rep.startsOn,
      cell: (rep) => (rep.startsOn === null ? unset : formatDay(parseIsoDay(rep.startsOn) ?? 0)),
    },
    {
      id: 'quota',
      header: 'Quota a quarter',
      width: 120,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (rep) => rep.quotaAmount,
      cell: (rep) =>
        rep.quotaAmount === null ? unset : formatMoney(rep.quotaAmount, currency, { compact: true }),
    },
    {
      id: 'book',
      header: 'Book',
      width: 104,
      cell: (rep) =>
        rep.kind === 'rep' &&
        rep.accounts > 0 && (
          <span className="flex gap-3">
            <AppLink
              href={`/my/book?rep=${rep.id}`}
              aria-label={`Book of ${rep.name}`}
              className="text-accent-ink hover:underline"
            >
              Book
            </AppLink>
            <AppLink
              href={`/territories/reps/${rep.id}/letter`}
              aria-label={`Letter to ${rep.name}`}
              className="text-accent-ink hover:underline"
            >
              Letter
            </AppLink>
          </span>
        ),
    },
  ];
}

/** Who can hold accounts: reps and pools with role, manager, capacity, cap, quota and ramp. */
export function RepsPage({
  reps,
  refusal,
  currency,
  planId,
  mayPlan,
  mayImport,
}: {
  reps: readonly Rep[];
  /** Why this person may not change them; null = may. */
  refusal: string | null;
  currency: string;
  /** The plan in which accounts can be handed over; null = none, or not by this person. */
  planId: string | null;
  /** Everybody's books in one file are for those who plan. */
  mayPlan: boolean;
  mayImport: boolean;
}) {
  const [handingOver, setHandingOver] = useState<HandOverInput['because'] | null>(null);
  const [isJoining, setJoining] = useState(false);
  const [edited, setEdited] = useState<Rep | 'rep' | 'pool' | null>(null);
  const columns = useMemo(() => columnsOf(currency), [currency]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Territories', href: '/territories' }]}
        title="Reps and pools"
        facts={refusal ?? formatCount(reps.length, 'holder')}
        actions={
          <>
            <RepsActions
              mayImport={mayImport}
              mayExport={mayPlan}
              onJoin={planId === null ? null : () => setJoining(true)}
              onHandOver={planId === null ? null : setHandingOver}
            />
            {refusal === null && (
              <>
                <Button onClick={() => setEdited('pool')} className="max-sm:hidden">
                  Add a pool
                </Button>
                <Button variant="primary" onClick={() => setEdited('rep')}>
                  <Plus aria-hidden />
                  Add a rep
                </Button>
              </>
            )}
          </>
        }
      />
      <DataTable
        label="Reps and pools"
        columns={columns}
        rows={reps}
        rowId={(rep) => rep.id}
        pageKeys
        totals={totalCells({
          count: reps.length,
          totals: totalsOfRows(reps, {
            accounts: (rep) => rep.accounts,
            capacity: (rep) => rep.capacityTouches,
            ramp: (rep) => rep.rampRate,
            quota: (rep) => rep.quotaAmount,
          }),
          kinds: { accounts: 'sum', capacity: 'sum', ramp: 'meanRate', quota: { currency } },
          note: 'An account that several hold counts for each.',
        })}
        rowTone={(rep) => (rep.isActive ? undefined : 'pale')}
        {...(refusal === null ? { onOpen: (rep: Rep) => setEdited(rep) } : {})}
        phoneRow={(rep) => (
          <div className="flex h-full flex-col justify-center px-4">
            <div className="flex items-center gap-2">
              <span className="truncate font-medium">{rep.name}</span>
              {!rep.isActive && <Chip>left</Chip>}
              <span className="ml-auto shrink-0">
                <CountOfCap count={rep.accounts} cap={rep.maxAccounts} />
              </span>
            </div>
            <div className="truncate text-12 text-ink-2">
              {[rep.role === null ? rep.kind : roleText(rep.role), rep.region, rep.managerName]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        )}
        empty={
          <EmptyState
            title="There are no reps yet."
            actions={
              !refusal && (
                <Button asChild>
                  <AppLink href="/data">Import reps</AppLink>
                </Button>
              )
            }
          >
            Add the people who sell, or import them from a file; then territories can be given to them.
          </EmptyState>
        }
      />
      {handingOver !== null && planId !== null && (
        <HandOver planId={planId} reps={reps} first={handingOver} onClose={() => setHandingOver(null)} />
      )}
      {isJoining && planId !== null && (
        <RepJoins
          planId={planId}
          reps={reps}
          mayEditReps={refusal === null}
          onClose={() => setJoining(false)}
        />
      )}
      {edited !== null && (
        <RepSheet
          key={typeof edited === 'string' ? edited : edited.id}
          rep={typeof edited === 'string' ? null : edited}
          kind={typeof edited === 'string' ? edited : edited.kind}
          reps={reps}
          currency={currency}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
