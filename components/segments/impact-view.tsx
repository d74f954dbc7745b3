'use client';
import { useMemo, useState } from 'react';
import { DataTable } from '#components/table/data-table.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { AccountRow, ContactRow, Impact } from '#lib/shared/segment-shapes.ts';
import { accountColumns } from './account-columns.tsx';
import { contactColumns } from './contact-columns.tsx';
import { BreakdownList } from './breakdown-list.tsx';
import { ImpactExport } from './impact-export.tsx';
import { type ImpactPart, type ImpactSide, useImpactRows } from './impact-rows.ts';
import { AccountPhoneRow, ContactPhoneRow } from './phone-rows.tsx';

/** Said elsewhere on the account page; the review needs the room. */
const leftOut = ['signals', 'place'];

/** Who comes in and who goes out when the draft is published, with their tiers, owners and open pipeline. */
export function ImpactView({
  segment,
  impact,
  entity,
  currency,
  mayExport,
}: {
  segment: { id: string; name: string };
  impact: Impact;
  entity: 'account' | 'contact';
  currency: string;
  mayExport: boolean;
}) {
  const [side, setSide] = useState<ImpactSide>(
    impact.entering === 0 && impact.leaving > 0 ? 'leaving' : 'entering',
  );
  const columns = useMemo(
    () => accountColumns(currency, []).filter((column) => !leftOut.includes(column.id)),
    [currency],
  );
  const [part, setPart] = useState<ImpactPart | null>(null);
  const count = impact[side];
  const samples = entity === 'account' ? impact.samples : impact.contactSamples;
  const { rows, loading, loadMore } = useImpactRows(segment.id, side, part, { count, items: samples[side] });
  const narrow = (by: 'tier' | 'owner') => (row: { id: string | null; label: string } | null) =>
    setPart(row && { by, id: row.id, label: row.label });
  const chosenIn = (by: 'tier' | 'owner') => (part?.by === by ? part.id : undefined);
  const money = ({ amount, deals, known }: Impact['pipeline']['after']) =>
    amount === null
      ? deals === 0
        ? 'no open deals'
        : `${formatCount(deals, 'open deal')}, no amounts`
      : `${formatCount(deals, 'open deal')}${known < deals ? `, ${formatNumber(known)} with an amount` : ''}`;
  const shown = (amount: number | null) =>
    amount === null ? '–' : formatMoney(amount, currency, { compact: true });
  const facts = impact.pipeline[side];
  const toolbar = (
    <>
      <Segmented
        label="Which side"
        value={side}
        onValueChange={(next) => {
          setSide(next);
          setPart(null);
        }}
        options={[
          { value: 'entering', label: `Coming in ${formatNumber(impact.entering)}` },
          { value: 'leaving', label: `Going out ${formatNumber(impact.leaving)}` },
        ]}
      />
      {part && (
        <Chip onRemove={() => setPart(null)} name={part.label}>
          {rows ? `${part.label}: ${formatNumber(rows.count)} of ${formatNumber(count)}` : part.label}
        </Chip>
      )}
      {count > 0 && mayExport && <ImpactExport segment={segment} side={side} />}
    </>
  );
  const paging = {
    matching: rows?.count ?? 0,
    state: rows ? ('ready' as const) : ('loading' as const),
    hasMore: (rows?.nextCursor ?? null) !== null,
    loadingMore: loading,
    onLoadMore: () => void loadMore(),
  };
  const empty = <EmptyState title={side === 'entering' ? 'Nobody comes in.' : 'Nobody goes out.'} />;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:min-h-[720px] max-lg:flex-none">
      <StatRow>
        <StatBlock
          value={formatNumber(impact.after)}
          label={`${entity}s after`}
          fact={`${formatNumber(impact.before)} before`}
        />
        <StatBlock
          value={`+${formatNumber(impact.entering)} −${formatNumber(impact.leaving)}`}
          label="in and out"
          fact={`${formatNumber(impact.staying)} stay`}
        />
        <StatBlock
          value={formatNumber(impact.reachableContacts)}
          label="reachable contacts"
          fact="after publishing"
        />
        {entity === 'account' && (
          <StatBlock
            value={shown(impact.pipeline.after.amount)}
            label="open pipeline after"
            fact={formatCount(impact.pipeline.after.deals, 'open deal')}
            title={money(impact.pipeline.after)}
          />
        )}
      </StatRow>
      {entity === 'account' && impact.entering + impact.leaving > 0 && (
        <div className="grid shrink-0 grid-cols-3 divide-x divide-line border-b border-line max-md:grid-cols-1 max-md:divide-x-0 max-md:divide-y">
          <BreakdownList
            title="Their tier today"
            rows={impact.tiers}
            side={side}
            chosen={chosenIn('tier')}
            onChoose={narrow('tier')}
          />
          <BreakdownList
            title="Their owner today"
            rows={impact.owners}
            side={side}
            chosen={chosenIn('owner')}
            onChoose={narrow('owner')}
          />
          <div className="px-4 py-3">
            <h3 className="text-12 text-ink-3">Their open pipeline</h3>
            <p className="mt-1 text-16 font-semibold">{shown(facts.amount)}</p>
            <p className="text-12 text-ink-3">{money(facts)}</p>
            {facts.deals > 0 && (
              <Button
                variant="link"
                onClick={() => setPart({ by: 'hasOpenDeal', label: 'With an open deal' })}
              >
                Show their accounts
              </Button>
            )}
          </div>
        </div>
      )}
      {entity === 'account' ? (
        <DataTable
          label={side === 'entering' ? 'Accounts coming in' : 'Accounts going out'}
          columns={columns}
          {...paging}
          rows={(rows?.items ?? []) as AccountRow[]}
          rowId={(row) => row.id}
          phoneRow={(row) => <AccountPhoneRow row={row} currency={currency} />}
          toolbar={toolbar}
          empty={empty}
        />
      ) : (
        <DataTable
          label={side === 'entering' ? 'Contacts coming in' : 'Contacts going out'}
          columns={contactColumns}
          {...paging}
          rows={(rows?.items ?? []) as ContactRow[]}
          rowId={(row) => row.id}
          phoneRow={(row) => <ContactPhoneRow row={row} />}
          toolbar={toolbar}
          empty={empty}
        />
      )}
    </div>
  );
}
