import { leftWords } from '#components/publishing/left-words.ts';
import { WithdrawVersion } from '#components/publishing/withdraw-version.tsx';
import { FileMenu } from '#components/table/file-menu.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount, formatDay, formatInstant } from '#lib/shared/format.ts';
import type { PlanVersion } from '#lib/shared/publish-shapes.ts';
import { RestoreVersion } from './restore-version.tsx';

type Facts = {
  plan: { id: string; name: string };
  timeZone: string;
  currency: string;
  /** Why this person may not go back to a version; null = may. */
  refusal: string | null;
};

/** The published versions, latest first: who, when, why, how many accounts moved, and the moves as a file. */
export function PlanHistory({ versions, ...facts }: Facts & { versions: readonly PlanVersion[] }) {
  const waiting = versions.find(({ state }) => state === 'waiting');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader crumbs={[{ label: facts.plan.name, href: '/territories' }]} title="Versions" />
      <div className="min-h-0 flex-1 overflow-auto">
        {versions.length === 0 && (
          <div className="p-4">
            <EmptyState title="This plan has not been published yet.">
              Publishing freezes who holds what, and is listed here with its moves.
            </EmptyState>
          </div>
        )}
        <ol>
          {versions.map((version) => (
            <VersionRow
              key={version.number}
              version={version}
              waitingNumber={waiting?.number ?? null}
              {...facts}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

function VersionRow({
  version,
  waitingNumber,
  plan,
  timeZone,
  currency,
  refusal,
}: Facts & { version: PlanVersion; waitingNumber: number | null }) {
  const { number, state } = version;
  const day = formatDay(dayOfInstant(version.effectiveAt, timeZone));
  const isLater = version.effectiveAt > version.publishedAt;
  const trouble = state === 'waiting' || state === 'withdrawn' ? null : leftWords(version, 'did');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5">
      <span className="w-10 font-semibold">v{number}</span>
      <div className="min-w-52 flex-1">
        <p>{version.note ?? <span className="text-ink-3">no note</span>}</p>
        <p className="text-12 text-ink-3">
          {formatInstant(version.publishedAt, timeZone)}
          {version.publishedBy && ` · ${version.publishedBy}`}
          {isLater && (state === 'inForce' || state === 'past') && ` · took over on ${day}`}
          {state === 'withdrawn' && ` · was to take over on ${day}`}
        </p>
        {trouble && <p className="text-12 text-caution-ink">{trouble}</p>}
      </div>
      <span className="w-36 text-right text-ink-2 max-sm:flex-1 max-sm:pl-14 max-sm:text-left">
        {movedWords(version)}
      </span>
      <span className="flex min-w-20 items-center justify-end gap-2">
        {state === 'inForce' && <Chip tone="good">In force</Chip>}
        {state === 'withdrawn' && <Chip>Withdrawn</Chip>}
        {state === 'waiting' && (
          <>
            <Chip tone="accent">Takes over on {day}</Chip>
            {refusal === null && <WithdrawVersion planId={plan.id} number={number} day={day} />}
          </>
        )}
        {state === 'past' && refusal === null && (
          <RestoreVersion plan={plan} number={number} currency={currency} waitingNumber={waitingNumber} />
        )}
      </span>
      {state !== 'withdrawn' && (
        <FileMenu
          variant="secondary"
          label="Moves"
          choices={[
            {
              label: `Moves of v${number}`,
              address: `/api/v1/plans/${plan.id}/versions/${number}/moves`,
            },
          ]}
        />
      )}
    </li>
  );
}

function movedWords({ number, movedAccounts, state }: PlanVersion): string {
  if (number === 1 && movedAccounts === 0) return 'first placement';
  const accounts = formatCount(movedAccounts, 'account');
  if (state === 'waiting') return `${accounts} to move`;
  return state === 'withdrawn' ? 'nothing moved' : `${accounts} moved`;
}
