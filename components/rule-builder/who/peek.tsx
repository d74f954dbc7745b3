'use client';
import { AppLink } from '#components/ui/app-link.tsx';
import { DataList } from '#components/ui/data-list.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { ExplainBody } from '#components/segments/explain-panel.tsx';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { stateShortLabel } from '#lib/shared/states.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';

export type Peeked = {
  row: AccountRow | ContactRow;
  definition: SegmentDefinition;
  segmentId?: string;
  asOf: number;
};

function factsOf(row: AccountRow | ContactRow, currency: string) {
  const known = (value: string | null) => value ?? 'unknown';
  if ('jobTitle' in row) {
    return [
      { label: 'Title', value: known(row.jobTitle) },
      { label: 'Account', value: row.account?.name ?? 'none' },
      { label: 'Persona', value: known(row.persona) },
      { label: 'E-mail', value: known(row.email) },
      { label: 'Phone', value: known(row.phone) },
    ];
  }
  return [
    { label: 'Industry', value: known(row.industry) },
    {
      label: 'Place',
      value:
        [row.state === null ? null : stateShortLabel(row.state), row.country].filter(Boolean).join(', ') ||
        'unknown',
    },
    { label: 'Employees', value: row.employees === null ? 'unknown' : formatNumber(row.employees) },
    {
      label: 'Revenue',
      value: row.revenue === null ? 'unknown' : formatMoney(row.revenue, currency, { compact: true }),
    },
    { label: 'Tier', value: row.tier?.name ?? 'none' },
    { label: 'Owner', value: row.owner?.name ?? 'nobody' },
    { label: 'Signals, 30 days', value: `${row.signalCount}, and ${row.intentCount} of intent` },
  ];
}

/** One record beside the list: its facts, and why it is in or out of the rule as it stands. */
export function Peek({
  peeked: { row, definition, segmentId, asOf },
  isWhyOnly,
  timeZone,
  currency,
  onPinned,
  onClose,
}: {
  peeked: Peeked;
  isWhyOnly: boolean;
  timeZone: string;
  currency: string;
  onPinned: () => void;
  onClose: () => void;
}) {
  const isContact = 'jobTitle' in row;
  const name = row.name ?? '(no name)';
  const id = isContact ? row.account?.id : row.id;
  return (
    <div className="absolute inset-y-0 right-0 z-20 flex shadow-pop max-lg:static">
      <PeekPanel
        title={`About ${name}`}
        width={380}
        onClose={onClose}
        header={
          id ? (
            <AppLink
              href={`/accounts/${id}`}
              className="truncate rounded-1 text-16 font-semibold hover:underline"
            >
              {name}
            </AppLink>
          ) : (
            <span className="truncate text-16 font-semibold">{name}</span>
          )
        }
      >
        {!isWhyOnly && (
          <div className="border-b border-line px-4 py-3">
            <DataList items={factsOf(row, currency)} />
          </div>
        )}
        <SectionHeader title="Why is it in or out?" className="px-4 pt-1" />
        <div className="px-4 pb-4">
          <ExplainBody
            recordId={row.id}
            definition={definition}
            segmentId={segmentId}
            asOf={asOf}
            timeZone={timeZone}
            onPinned={onPinned}
          />
        </div>
      </PeekPanel>
    </div>
  );
}
