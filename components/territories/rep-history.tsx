import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount, formatDay } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { RepHistory } from '#lib/shared/rep-history-shapes.ts';

type Entry = RepHistory['items'][number];

/** What came to a rep's or pool's book and what went: when, by which version, from or to whom. */
export function RepHistoryPage({
  history: { rep, items },
  timeZone,
}: {
  history: RepHistory;
  timeZone: string;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[
          { label: 'Territories', href: '/territories' },
          { label: 'Reps and pools', href: '/territories/reps' },
        ]}
        title={rep.name}
        facts="what came and what went"
        actions={
          <>
            <Button asChild>
              <AppLink href={`/territories/holdovers?rep=${rep.id}`}>Held-over deals</AppLink>
            </Button>
            <Button asChild>
              <AppLink href={`/territories?tab=accounts&rep=${rep.id}`}>The book</AppLink>
            </Button>
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-auto">
        {items.length === 0 && (
          <div className="p-4">
            <EmptyState title={`Nothing came to ${rep.name} and nothing went.`}>
              Accounts come and go when a plan is published, by an import, or by hand.
            </EmptyState>
          </div>
        )}
        <ol aria-label="What came and went">
          {items.map((entry) => (
            <li key={`${entry.at}-${entry.planNumber}`} className="border-b border-line">
              <EntryRow entry={entry} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function EntryRow({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const rest = entry.came + entry.went - entry.accounts.length;
  return (
    <details>
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-hover">
        <span className="w-28 font-medium">{formatDay(dayOfInstant(entry.at, timeZone))}</span>
        {entry.planNumber === null ? (
          <span className="w-16 text-ink-3">not by a plan</span>
        ) : (
          <Chip outline>v{entry.planNumber}</Chip>
        )}
        <span className="min-w-40 flex-1 truncate text-ink-2">
          {entry.note ?? (entry.planNumber === null || entry.isByPublish ? null : 'new, placed as it says')}
        </span>
        <span className="w-36 text-right text-good-ink empty:hidden">
          {entry.came > 0 && `${formatCount(entry.came, 'account')} came`}
        </span>
        <span className="w-36 text-right text-bad-ink empty:hidden">
          {entry.went > 0 && `${formatCount(entry.went, 'account')} went`}
        </span>
      </summary>
      <ul className="px-4 pb-3">
        {entry.accounts.map((account) => (
          <li
            key={`${account.id}-${account.slot}-${account.way}`}
            className="flex min-h-7 flex-wrap items-center gap-x-2"
          >
            {account.way === 'came' ? (
              <ArrowDownLeft className="size-3.5 text-good-ink" role="img" aria-label="Came" />
            ) : (
              <ArrowUpRight className="size-3.5 text-bad-ink" role="img" aria-label="Went" />
            )}
            <AppLink href={`/accounts/${account.id}`} className="hover:underline">
              {account.name}
            </AppLink>
            <span className="text-12 text-ink-3">{slotLabels[account.slot]}</span>
            <span className="text-ink-2">
              {account.way === 'came' ? 'from' : 'to'} {account.other?.name ?? 'nobody'}
            </span>
            {account.reason && <span className="text-12 text-ink-3">{account.reason}</span>}
          </li>
        ))}
        {rest > 0 && <li className="py-1 text-ink-3">and {formatCount(rest, 'other account')}</li>}
      </ul>
    </details>
  );
}
