'use client';
import { useMemo, useState } from 'react';
import { useApi } from '#components/accounts/use-api.ts';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { draftWord, planHref } from '#components/territories/plan-href.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { type BookImpact, planImpactShape } from '#lib/shared/impact-shapes.ts';
import { type PlanView, slotLabels } from '#lib/shared/plan-shapes.ts';

type Slot = BookImpact['slot'];
const slots: Slot[] = ['ae', 'sdr', 'csm', 'overlay'];

/**
 * Every book before and after publishing: accounts, contacts, open pipeline against the quota. Each figure leads to what
 * it counts. The switch says whose pipeline a held-over deal is. Give it the plan's version as key.
 */
export function ImpactTable({
  plan,
  slot: given,
  currency,
  onlyChanged = false,
  onDeals,
}: {
  plan: Pick<PlanView, 'id' | 'scenario'>;
  /** Chosen elsewhere on the page; without it the table has its own choice. */
  slot?: Slot;
  currency: string;
  onlyChanged?: boolean;
  /** Shows the open deals that somebody loses or gets. */
  onDeals?: (rep: { id: string; name: string }) => void;
}) {
  const [own, setOwn] = useState<Slot>('ae');
  const [isNew, setNew] = useState(false);
  const slot = given ?? own;
  const path = `/plans/${plan.id}/impact?heldOverFor=${isNew ? 'new' : 'former'}`;
  const found = useApi(path, planImpactShape);
  const columns = useMemo(() => columnsOf(plan, currency, onDeals), [plan, currency, onDeals]);
  if (found.problem) return <ErrorState title={found.problem} className="m-4" />;
  const rows = (found.value?.items ?? []).filter(
    (book) => book.slot === slot && (!onlyChanged || isChanged(book)),
  );
  return (
    <DataTable
      label="Books before and after"
      columns={columns}
      rows={rows}
      rowId={(row) => `${row.slot}-${row.repId}`}
      pageKeys
      columnsMenu={false}
      state={found.value ? 'ready' : 'loading'}
      toolbar={
        <>
          {given === undefined && (
            <Segmented
              label="Slot"
              className="h-6"
              value={own}
              onValueChange={setOwn}
              options={slots.map((value) => ({ value, label: slotLabels[value] }))}
            />
          )}
          <Switch checked={isNew} onCheckedChange={setNew}>
            Held-over deals count for the new holder
          </Switch>
          <span className="text-12 text-ink-3">
            {isNew
              ? 'as if every deal went with its account'
              : 'they count for the former owner, who works them'}
          </span>
        </>
      }
      empty={
        <EmptyState title={onlyChanged ? 'Nobody’s book changes.' : 'Nobody holds anything in this slot.'} />
      }
    />
  );
}

function isChanged({ before, after }: BookImpact): boolean {
  return (
    before.accounts !== after.accounts ||
    before.potentialAmount !== after.potentialAmount ||
    before.pipelineAmount !== after.pipelineAmount
  );
}

function columnsOf(
  plan: Pick<PlanView, 'id' | 'scenario'>,
  currency: string,
  onDeals: ((rep: { id: string; name: string }) => void) | undefined,
): DataColumn<BookImpact>[] {
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return [
    {
      id: 'name',
      header: 'Holder',
      width: 130,
      grow: 1,
      sortable: true,
      hideable: false,
      value: (row) => row.name,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <AppLink href={`/territories/reps/${row.repId}`} className="truncate font-medium hover:underline">
            {row.name}
          </AppLink>
          {row.kind === 'pool' && <Chip outline>pool</Chip>}
        </span>
      ),
    },
    {
      id: 'accounts',
      header: 'Accounts',
      width: 102,
      align: 'right',
      sortable: true,
      descFirst: true,
      interactive: true,
      value: (row) => row.after.accounts,
      cell: (row) => (
        <AppLink
          href={planHref(plan, `/territories?tab=accounts&slot=${row.slot}&rep=${row.repId}`)}
          className="hover:underline"
          title={`Accounts of ${row.name}, now or in the ${draftWord(plan)}`}
        >
          <Pair before={row.before.accounts} after={row.after.accounts} words={formatNumber} />
        </AppLink>
      ),
    },
    {
      id: 'contacts',
      header: 'Contacts',
      hint: 'People known at the accounts of the book.',
      width: 96,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (row) => row.after.contacts,
      cell: (row) => <Pair before={row.before.contacts} after={row.after.contacts} words={formatNumber} />,
    },
    {
      id: 'pipeline',
      header: 'Open pipeline',
      hint: 'Sum of the open deals of the book’s accounts.',
      width: 124,
      align: 'right',
      sortable: true,
      descFirst: true,
      interactive: true,
      value: (row) => row.after.pipelineAmount,
      cell: (row) => {
        const pair = (
          <Pair before={row.before.pipelineAmount} after={row.after.pipelineAmount} words={money} />
        );
        if (!onDeals || row.before.pipelineAmount === row.after.pipelineAmount) return pair;
        return (
          <button
            type="button"
            className="hover:underline"
            title={`Open deals that ${row.name} gets or loses`}
            onClick={() => onDeals({ id: row.repId, name: row.name })}
          >
            {pair}
          </button>
        );
      },
    },
    {
      id: 'quota',
      header: 'Quota',
      hint: 'A fiscal quarter.',
      width: 96,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (row) => row.quotaAmount,
      cell: (row) => (row.quotaAmount === null ? <Dash /> : money(row.quotaAmount)),
    },
    {
      id: 'cover',
      header: 'Coverage',
      hint: 'Pipeline ÷ quota: how many times the open pipeline covers a quarter’s quota.',
      width: 104,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (row) => cover(row.after.pipelineAmount, row.quotaAmount),
      cell: (row) => {
        const before = cover(row.before.pipelineAmount, row.quotaAmount);
        const after = cover(row.after.pipelineAmount, row.quotaAmount);
        if (before === null || after === null) return <Dash />;
        return (
          <Pair before={before} after={after} words={(value) => `${formatNumber(value, { digits: 1 })}×`} />
        );
      },
    },
  ];
}

function cover(amount: number, quota: number | null): number | null {
  return quota === null || quota === 0 ? null : amount / quota;
}

function Dash() {
  return <span className="text-ink-3">–</span>;
}

function Pair({ before, after, words }: { before: number; after: number; words: (value: number) => string }) {
  if (before === after) return <span>{words(after)}</span>;
  return (
    <span>
      <span className="text-ink-3">{words(before)} → </span>
      {words(after)}
    </span>
  );
}
