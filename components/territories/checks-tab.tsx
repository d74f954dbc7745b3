'use client';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { formatCount, formatMoney } from '#lib/shared/format.ts';
import type { PlanChecksView } from '#lib/shared/plan-check-shapes.ts';
import { tryBefore } from './check-fixes.ts';
import { GapRow } from './gap-row.tsx';
import { usePlanner } from './planner-context.tsx';
import { usePlanChecks } from './use-plan-checks.ts';

const row = 'flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2';

/** Where rules and places meet and what none of them takes, each with a count and something to do about it. */
export function ChecksTab({ onOpen, onAdd }: { onOpen: (territoryId: string) => void; onAdd: () => void }) {
  const { plan } = usePlanner();
  const { checks, problem, isStale, retry } = usePlanChecks(plan);
  if (problem !== null) {
    return (
      <ErrorState
        className="m-4"
        title="Overlaps and gaps could not be read"
        actions={<Button onClick={retry}>Try again</Button>}
      >
        {problem}
      </ErrorState>
    );
  }
  if (!checks) return <SkeletonRows label="Looking for overlaps and gaps" />;
  const { overlaps, shadowed, gaps } = checks;
  if (overlaps.length + shadowed.length + gaps.length === 0) {
    return (
      <EmptyState title="Rules and places do not meet.">
        Every account has one territory that takes it, and none is left over.
      </EmptyState>
    );
  }
  return (
    <div className={cn('min-h-0 flex-1 overflow-auto pb-6', isStale && 'opacity-60')} aria-busy={isStale}>
      <Shadowed items={shadowed} onOpen={onOpen} />
      <Gaps items={gaps} onAdd={onAdd} />
      <Overlaps items={overlaps} onOpen={onOpen} />
    </div>
  );
}

function Shadowed({
  items,
  onOpen,
}: {
  items: PlanChecksView['shadowed'];
  onOpen: (territoryId: string) => void;
}) {
  const { plan, rights, refresh } = usePlanner();
  if (items.length === 0) return null;
  return (
    <section aria-label="Shadowed territories" className="pt-3">
      <SectionHeader className="px-4" title="Get nothing" fact="because others are tried earlier" />
      <ul>
        {items.map(({ territory, takes, by, before }) => (
          <li key={territory.id} className={row}>
            <span className="min-w-60 flex-1">
              <NameButton of={territory} onOpen={onOpen} /> would take {formatCount(takes, 'account')}; all go
              to{' '}
              {by.slice(0, 3).map((other, index) => (
                <span key={other.id}>
                  {index > 0 && ', '}
                  <NameButton of={other} onOpen={onOpen} />
                </span>
              ))}
              {by.length > 3 && ` and ${by.length - 3} more`}.
            </span>
            {before !== null && rights.noRestructure === null && (
              <Button size="sm" onClick={() => void tryBefore(plan, { moved: territory, before }, refresh)}>
                Try it before {before.name}
              </Button>
            )}
            {before === null && (
              <Button size="sm" variant="ghost" onClick={() => onOpen(by[0]?.id ?? territory.id)}>
                Narrow {by[0]?.name}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Overlaps({
  items,
  onOpen,
}: {
  items: PlanChecksView['overlaps'];
  onOpen: (territoryId: string) => void;
}) {
  const { plan, rights, currency, refresh } = usePlanner();
  if (items.length === 0) return null;
  return (
    <section aria-label="Overlaps" className="pt-5">
      <SectionHeader
        className="px-4"
        title="Overlaps"
        fact="accounts that two territories would take; names come before rules, rules before places"
      />
      <ul>
        {items.map(({ winner, loser, canTurn, accounts, potentialAmount }) => (
          <li key={`${winner.id}:${loser.id}`} className={row}>
            <span className="min-w-60 flex-1">
              <NameButton of={winner} onOpen={onOpen} /> has {formatCount(accounts, 'account')} that{' '}
              <NameButton of={loser} onOpen={onOpen} /> would take too
              <span className="text-ink-3">
                {' '}
                · {formatMoney(potentialAmount, currency, { compact: true })}
              </span>
            </span>
            {canTurn && rights.noRestructure === null && (
              <Button
                size="sm"
                variant="ghost"
                onClick={() => void tryBefore(plan, { moved: loser, before: winner }, refresh)}
              >
                Give them to {loser.name}
              </Button>
            )}
            {!canTurn && rights.noRestructure === null && (
              <Button size="sm" variant="ghost" onClick={() => onOpen(winner.id)}>
                Narrow {winner.name}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ items, onAdd }: { items: PlanChecksView['gaps']; onAdd: () => void }) {
  const { rights } = usePlanner();
  if (items.length === 0) return null;
  return (
    <section aria-label="Gaps" className="pt-5">
      <SectionHeader
        className="px-4"
        title="Gaps"
        fact="where accounts lie that no territory takes"
        actions={
          rights.noRestructure === null && (
            <Button size="sm" onClick={onAdd}>
              Add a territory
            </Button>
          )
        }
      />
      <ul>
        {items.map((gap) => (
          <GapRow key={gap.place} gap={gap} className={row} />
        ))}
      </ul>
    </section>
  );
}

function NameButton({
  of,
  onOpen,
}: {
  of: { id: string; name: string };
  onOpen: (territoryId: string) => void;
}) {
  return (
    <Button variant="link" className="inline" onClick={() => onOpen(of.id)}>
      {of.name}
    </Button>
  );
}
