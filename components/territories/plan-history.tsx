import { FileMenu } from '#components/table/file-menu.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { formatCount, formatInstant } from '#lib/shared/format.ts';
import type { PlanVersion } from '#lib/shared/plan-shapes.ts';
import { RestoreVersion } from './restore-version.tsx';

/** The published versions, latest first: who, when, why, how many accounts moved, and the moves as a file. */
export function PlanHistory({
  plan,
  versions,
  timeZone,
  currency,
  refusal,
}: {
  plan: { id: string; name: string };
  versions: readonly PlanVersion[];
  timeZone: string;
  currency: string;
  /** Why this person may not go back to a version; null = may. */
  refusal: string | null;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader crumbs={[{ label: plan.name, href: '/territories' }]} title="Versions" />
      <div className="min-h-0 flex-1 overflow-auto">
        {versions.length === 0 && (
          <div className="p-4">
            <EmptyState title="This plan has not been published yet.">
              Publishing freezes who holds what, and is listed here with its moves.
            </EmptyState>
          </div>
        )}
        <ol>
          {versions.map((version, index) => (
            <li
              key={version.number}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5"
            >
              <span className="w-10 font-semibold">v{version.number}</span>
              <div className="min-w-52 flex-1">
                <p>{version.note ?? <span className="text-ink-3">no note</span>}</p>
                <p className="text-12 text-ink-3">
                  {formatInstant(Date.parse(version.publishedAt), timeZone)}
                  {version.publishedBy && ` · ${version.publishedBy}`}
                </p>
              </div>
              <span className="w-36 text-right text-ink-2 max-sm:flex-1 max-sm:pl-14 max-sm:text-left">
                {version.number === 1 && version.movedAccounts === 0
                  ? 'first placement'
                  : `${formatCount(version.movedAccounts, 'account')} moved`}
              </span>
              <span className="flex w-20 justify-end">
                {index === 0 ? (
                  <Chip tone="good">In force</Chip>
                ) : (
                  refusal === null && (
                    <RestoreVersion plan={plan} number={version.number} currency={currency} />
                  )
                )}
              </span>
              <FileMenu
                variant="secondary"
                label="Moves"
                choices={[
                  {
                    label: `Moves of v${version.number}`,
                    address: `/api/v1/plans/${plan.id}/versions/${version.number}/moves`,
                  },
                ]}
              />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
