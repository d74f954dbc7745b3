'use client';
import { Columns2, Ellipsis, Plus } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useMemo, useState, useTransition } from 'react';
import { DataTable } from '#components/table/data-table.tsx';
import { NOTHING_SELECTED, type RowSelection, selectionTest } from '#components/table/selection.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { COMPARED_AT_MOST, type Scenario, type Scenarios } from '#lib/shared/scenario-shapes.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import { NewScenario } from './new-scenario.tsx';
import { RebaseDialog } from './rebase-dialog.tsx';
import { RenameScenario } from './rename-scenario.tsx';
import { archiveScenario } from './scenario-actions.ts';
import { formatCount } from '#lib/shared/format.ts';
import { type ListedPlan, scenarioColumns } from './scenario-columns.tsx';

type Asking =
  | { kind: 'new'; from: string }
  | { kind: 'rename' | 'rebase' | 'adopt'; scenario: Scenario }
  | null;

/** The scenarios of a plan with who made them and how much each changes, beside its draft and what is published. */
export function ScenarioList({
  plan,
  found,
  archived,
  timeZone,
  currency,
  seesVersions,
  refusal,
}: {
  plan: { id: string; name: string };
  found: Scenarios;
  archived: boolean;
  timeZone: string;
  currency: string;
  seesVersions: boolean;
  /** Why this person may not change scenarios; null = may. */
  refusal: string | null;
}) {
  const router = useRouter();
  const [isStale, startTransition] = useTransition();
  const refresh = () => startTransition(() => router.refresh());
  const [asking, setAsking] = useState<Asking>(null);
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED);
  const rows = useMemo(
    () => rowsOf(plan, found, { archived, seesVersions }),
    [plan, found, archived, seesVersions],
  );
  const columns = scenarioColumns({
    timeZone,
    currency,
    menuOf: (row) => row.scenario && refusal === null && menuOf(row.scenario),
  });
  const isChosen = selectionTest(selection);
  const chosen = rows.filter((row) => isChosen(row.id)).map((row) => row.id);
  const canCompare = chosen.length > 1 && chosen.length <= COMPARED_AT_MOST;
  const done = () => {
    setAsking(null);
    refresh();
  };

  function menuOf(scenario: Scenario) {
    return (
      <Menu
        label={`More about ${scenario.name}`}
        trigger={
          <IconButton size="sm" label={`More about ${scenario.name}`}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={
          scenario.isArchived
            ? [{ label: 'Bring back', onSelect: () => void archiveScenario(scenario, false, refresh) }]
            : [
                { label: 'Name and note…', onSelect: () => setAsking({ kind: 'rename', scenario }) },
                {
                  label: 'New scenario from it…',
                  onSelect: () => setAsking({ kind: 'new', from: scenario.id }),
                },
                { label: 'Re-base…', onSelect: () => setAsking({ kind: 'rebase', scenario }) },
                { label: 'Make this the draft…', onSelect: () => setAsking({ kind: 'adopt', scenario }) },
                { kind: 'separator' },
                { label: 'Put away', onSelect: () => void archiveScenario(scenario, true, refresh) },
              ]
        }
      />
    );
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: plan.name, href: '/territories' }]}
        title="Scenarios"
        facts={refusal}
        actions={
          <Button
            variant="primary"
            disabled={refusal !== null}
            title={refusal ?? undefined}
            onClick={() => setAsking({ kind: 'new', from: 'draft' })}
          >
            <Plus aria-hidden />
            New scenario
          </Button>
        }
      />
      <DataTable
        label="Scenarios"
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowHeight={36}
        pageKeys
        state={isStale ? 'stale' : 'ready'}
        {...(archived
          ? {}
          : {
              selection,
              onSelectionChange: setSelection,
              bulkActions: (
                <Button size="sm" variant="ghost" asChild={canCompare} disabled={!canCompare}>
                  {canCompare ? (
                    <AppLink href={`/territories/compare?plans=${chosen.join(',')}`}>
                      <Columns2 aria-hidden />
                      Compare {chosen.length}
                    </AppLink>
                  ) : (
                    <span>
                      {chosen.length < 2
                        ? 'Choose another to compare'
                        : `Choose at most ${COMPARED_AT_MOST} to compare`}
                    </span>
                  )}
                </Button>
              ),
            })}
        onOpen={(row) => router.push(row.href as Route)}
        phoneRow={(row) => (
          <div className="flex h-full flex-col justify-center px-4">
            <AppLink href={row.href} className="truncate font-medium">
              {row.name}
            </AppLink>
            <span className="truncate text-12 text-ink-3">{phoneWords(row)}</span>
          </div>
        )}
        toolbar={
          <Segmented
            label="Which scenarios"
            className="h-6"
            value={archived ? 'archived' : 'live'}
            onValueChange={(next) =>
              router.push(`/territories/scenarios${next === 'archived' ? '?archived=true' : ''}` as Route)
            }
            options={[
              { value: 'live', label: 'In use' },
              { value: 'archived', label: 'Put away' },
            ]}
          />
        }
        empty={
          <EmptyState title={archived ? 'No scenario was put away.' : 'There is no scenario yet.'}>
            A scenario is a copy of the plan to try things on: split a region, add a rep, let the books be
            balanced anew. Nothing of the plan changes until you make one of them the draft.
          </EmptyState>
        }
      />
      {asking?.kind === 'new' && (
        <NewScenario
          planId={plan.id}
          scenarios={archived ? [] : found.items}
          isPublished={found.published !== null}
          from={asking.from}
          onClose={() => setAsking(null)}
          onCreated={(id) => {
            setAsking(null);
            router.push(`/territories?plan=${id}` as Route);
          }}
        />
      )}
      {asking?.kind === 'rename' && (
        <RenameScenario scenario={asking.scenario} refresh={refresh} onClose={() => setAsking(null)} />
      )}
      {asking?.kind === 'rebase' && (
        <RebaseDialog scenario={asking.scenario} onClose={() => setAsking(null)} onDone={done} />
      )}
      {asking?.kind === 'adopt' && (
        <AdoptDialog
          scenario={asking.scenario}
          planName={plan.name}
          refresh={refresh}
          onClose={() => setAsking(null)}
          onDone={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function rowsOf(
  plan: { id: string },
  found: Scenarios,
  { archived, seesVersions }: { archived: boolean; seesVersions: boolean },
): ListedPlan[] {
  const scenarios = found.items.map((scenario) => ({
    id: scenario.id,
    name: scenario.name,
    href: `/territories?plan=${scenario.id}`,
    size: scenario.size,
    scenario,
  }));
  if (archived) return scenarios;
  return [
    ...(found.published
      ? [
          {
            id: 'published',
            name: 'Published',
            href: seesVersions ? '/territories/history' : '/territories',
            size: found.published,
            scenario: null,
          },
        ]
      : []),
    { id: plan.id, name: 'Draft', href: '/territories', size: found.draft, scenario: null },
    ...scenarios,
  ];
}

/** What a scenario comes to, in one line. */
function phoneWords({ size, scenario }: ListedPlan): string {
  const figures = size
    ? [
        formatCount(size.moves, 'move'),
        ...(size.reps > 0 ? [`${size.inBand} of ${size.reps} in the band`] : []),
      ]
    : [];
  return [...figures, ...(scenario?.note ? [scenario.note] : [])].join(' · ');
}
