'use client';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { DataList } from '#components/ui/data-list.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { accountBriefShape, type AccountListItem } from '#lib/shared/account-shapes.ts';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { stateLabel } from '#lib/shared/states.ts';
import type { AccountsFacts } from './accounts-list.tsx';
import { CommitteeList } from './committee-list.tsx';
import { instantWords } from './day-words.ts';
import { ReasonLine } from './reason-line.tsx';
import { TierBadge } from './tier-badge.tsx';
import { useApi } from './use-api.ts';

const section = 'border-t border-line px-4 py-2.5';
const PEOPLE = 6;

/** An account beside the list: how it stands, why now, who is there. */
export function AccountPeek({
  row,
  facts,
  onClose,
  onWhy,
}: {
  row: AccountListItem;
  facts: AccountsFacts;
  onClose: () => void;
  onWhy?: (() => void) | undefined;
}) {
  const brief = useApi(`/accounts/${row.id}/brief`, accountBriefShape);
  const { currency, todayOn, timeZone } = facts;
  const money = (amount: number | null) =>
    amount === null ? 'unknown' : formatMoney(amount, currency, { compact: true });
  return (
    <PeekPanel
      title={row.name}
      onClose={onClose}
      header={
        <div className="flex items-center gap-2 py-1">
          <TierBadge tier={row.tier} />
          <AppLink href={`/accounts/${row.id}`} className="truncate text-16 font-semibold hover:underline">
            {row.name}
          </AppLink>
        </div>
      }
      footer={
        <div className="flex items-center gap-2">
          <Button asChild variant="primary">
            <AppLink href={`/accounts/${row.id}`}>Open the account</AppLink>
          </Button>
          {onWhy && <Button onClick={onWhy}>Why is it in?</Button>}
        </div>
      }
    >
      <div className="px-4 pb-2">
        <DataList
          items={[
            { label: 'Industry', value: row.industry ?? 'unknown' },
            {
              label: 'Place',
              value:
                [row.city, row.state === null ? null : stateLabel(row.state), row.country]
                  .filter(Boolean)
                  .join(', ') || 'unknown',
            },
            { label: 'Employees', value: row.employees === null ? 'unknown' : formatNumber(row.employees) },
            { label: 'Revenue', value: money(row.revenue) },
            { label: 'Owner', value: row.owner?.name ?? 'nobody' },
            { label: 'SDR', value: row.sdr?.name ?? 'nobody' },
            { label: 'Territory', value: row.territory?.name ?? 'none' },
            {
              label: 'Open deals',
              value:
                row.openDeals === 0 ? 'none' : `${formatNumber(row.openDeals)}, ${money(row.openAmount)}`,
            },
            {
              label: 'Last touch',
              value: row.lastTouchAt === null ? 'never' : instantWords(row.lastTouchAt, todayOn, timeZone),
            },
          ]}
        />
        {row.isDoNotContact && <Chip tone="bad">Do not contact</Chip>}
      </div>
      <section className={section}>
        <SectionHeader
          title="Why now"
          fact={brief.value ? `${formatCount(brief.value.recentSignals, 'signal')} in 30 days` : undefined}
        />
        {brief.problem && <p className="text-bad-ink">{brief.problem}</p>}
        {!brief.value && !brief.problem && <SkeletonRows rows={3} label="Loading why now" />}
        <ul>
          {brief.value?.reasons.map((reason, index) => (
            <li key={`${reason.kind}-${index}`} className="flex min-h-7 items-center gap-3">
              <span className="min-w-0 flex-1">
                <ReasonLine reason={reason} />
              </span>
              <span className="text-12 text-ink-3">
                {reason.seenAt === null ? null : instantWords(reason.seenAt, todayOn, timeZone)}
              </span>
            </li>
          ))}
        </ul>
        {brief.value?.reasons.length === 0 && <p className="text-ink-3">Nothing new in 30 days.</p>}
      </section>
      {brief.value && brief.value.segments.length > 0 && (
        <section className={section}>
          <SectionHeader title="Segments" />
          <p className="flex flex-wrap gap-1.5">
            {brief.value.segments.map((segment) => (
              <Chip key={segment.id} colourOf={segment.id}>
                {segment.name}
              </Chip>
            ))}
          </p>
        </section>
      )}
      <section className={section}>
        <SectionHeader
          title="Buying committee"
          fact={
            brief.value
              ? `${brief.value.coverage.reachable} of ${brief.value.coverage.personas.length} personas reachable`
              : undefined
          }
        />
        <CommitteeList
          people={brief.value?.committee.slice(0, PEOPLE) ?? []}
          today={todayOn}
          timeZone={timeZone}
          blocked={row.isDoNotContact ? 'Do not contact' : undefined}
        />
      </section>
    </PeekPanel>
  );
}
