'use client';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState, useTransition } from 'react';
import { SavedViews } from '#components/accounts/saved-views.tsx';
import type { ViewState } from '#components/accounts/view-address.ts';
import { useApi } from '#components/accounts/use-api.ts';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { useMediaQuery } from '#components/table/use-media-query.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { KeptNote } from '#components/holdovers/kept-note.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { accountBriefShape } from '#lib/shared/account-shapes.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { WorkList, WorkRep } from '#lib/shared/work-shapes.ts';
import { queryOf, stateOf } from './address.ts';
import { KeyBar, workShortcuts } from './key-bar.tsx';
import { changeDraft, type LogDraft, newDraft } from './log-draft.ts';
import { LogForm } from './log-form.tsx';
import { NoWork } from './no-work.tsx';
import { useMarks } from './use-marks.ts';
import { useWork } from './use-work.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { groupHeading, paceWords, workColumns, WorkPhoneRow } from './work-columns.tsx';
import { WorkBulk } from './work-bulk.tsx';
import { type WorkDialog, WorkDialogs } from './work-dialogs.tsx';
import { WorkFilter } from './work-filter.tsx';
import { WorkPeek, WorkPeekHeader } from './work-peek.tsx';
import { asOfWords, WorkStats } from './work-stats.tsx';

const LEAST_CEILING = 4;

export type WorkSettings = { timeZone: string; currency: string; isOwn: boolean; mayShareViews: boolean };

/** The list that a rep works from: what is due, why now, whom to call; logging without leaving it. */
export function MyAccounts({
  initial,
  reps,
  tiers,
  settings,
}: {
  initial: WorkList;
  /** Whose lists one may look at; empty for a rep with only their own. */
  reps: WorkRep[];
  tiers: { id: string; name: string }[];
  settings: WorkSettings;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const isWide = useMediaQuery('(min-width: 1024px)');
  const [peeks, setPeeks] = useState<boolean | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<WorkDialog | null>(null);
  const [logging, setLogging] = useState<{ of: string; draft: LogDraft; problem: string | null } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  usePageShortcuts(workShortcuts);

  const { timeZone, currency } = settings;
  const address = queryOf(params);
  const [turn, setTurn] = useState(0);
  const work = useWork(initial, address, () => setTurn((now) => now + 1));
  const { list } = work;
  const clock = useMemo(() => ({ todayOn: list.todayOn, timeZone }), [list.todayOn, timeZone]);
  const isSnoozed = params.get('show') === 'snoozed';
  const ceiling = Math.max(LEAST_CEILING, ...list.items.flatMap((row) => row.weeks));
  const columns = useMemo(() => workColumns(clock, ceiling, isSnoozed), [clock, ceiling, isSnoozed]);

  const at = Math.max(
    0,
    list.items.findIndex(({ id }) => id === chosen),
  );
  const row = list.items[at] ?? null;
  const isPeeking = row !== null && (peeks ?? isWide);
  const brief = useApi(isPeeking ? `/accounts/${row.id}/brief` : null, accountBriefShape, turn);
  const current = row && logging?.of === row.id ? logging : null;
  const draft = current?.draft ?? newDraft(row?.contact?.id ?? null);
  const { selection, setSelection, marks, isMarked, clear } = useMarks(address, list.count);
  const groups = new Map(list.groups.map((group) => [group.id as string, group]));

  function change(next: Record<string, string | null>): void {
    const query = new URLSearchParams(params);
    for (const [key, value] of Object.entries(next)) {
      if (value === null) query.delete(key);
      else query.set(key, value);
    }
    startTransition(() => router.replace(`${pathname}?${query}` as Route, { scroll: false }));
  }

  function applyView(viewId: string | null, state: ViewState): void {
    const kept = Object.entries(state).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as [string, string]] : [],
    );
    const query = new URLSearchParams(kept);
    if (viewId !== null) query.set('view', viewId);
    startTransition(() => router.replace(`${pathname}?${query}` as Route, { scroll: false }));
  }

  function prepare(next: Partial<LogDraft>): void {
    if (!row) return;
    setPeeks(true);
    setLogging({ of: row.id, draft: changeDraft(draft, next), problem: null });
  }

  function moveTo(index: number): void {
    const next = list.items[Math.min(Math.max(index, 0), list.items.length - 1)];
    if (next) setChosen(next.id);
  }

  async function logAndNext(): Promise<void> {
    if (!row || busy) return;
    const next = list.items[at + 1] ?? list.items[at - 1] ?? null;
    setBusy(true);
    const problem = await work.log(row, draft);
    setBusy(false);
    if (problem !== null) {
      setPeeks(true);
      setLogging({ of: row.id, draft, problem });
      return;
    }
    setLogging(null);
    if (next) setChosen(next.id);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  useWorkKeys(
    {
      email: () => prepare({ type: 'touch', channel: 'email' }),
      call: () => prepare({ type: 'touch', channel: 'call' }),
      meeting: () => prepare({ type: 'meeting' }),
      reply: () => prepare({ type: 'reply', channel: 'email' }),
      log: () => void logAndNext(),
      snooze: () => setDialog(marks > 0 ? 'snoozeMany' : 'snooze'),
      nextStep: () => setDialog('step'),
      move: (by) => moveTo(at + by),
    },
    row !== null && dialog === null,
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title={settings.isOwn ? 'My accounts' : list.rep.name}
        facts={
          <span className="max-sm:hidden">
            Book of {formatNumber(list.book.accounts)} · {asOfWords(list.asOf, timeZone)}
          </span>
        }
        actions={
          <>
            {reps.length > 1 && (
              <Combobox
                label="Whose list"
                value={list.rep.id}
                valueLabel={list.rep.name}
                onValueChange={(id) => change({ rep: id, view: null })}
                options={reps.map(({ id, name, kind, role }) => ({
                  value: id,
                  label: name,
                  hint: kind === 'pool' ? 'pool' : (role?.toUpperCase() ?? undefined),
                }))}
              />
            )}
            <Button asChild size="sm">
              <AppLink href={settings.isOwn ? '/my/book' : `/my/book?rep=${list.rep.id}`}>
                {settings.isOwn ? 'My book' : 'Book'}
              </AppLink>
            </Button>
            <WorkFilter list={list} tiers={tiers} params={params} onChange={change} />
            <SavedViews
              page="my"
              viewId={params.get('view')}
              state={stateOf(params)}
              onApply={applyView}
              mayShare={settings.mayShareViews}
            />
            <Button
              size="sm"
              aria-pressed={isSnoozed}
              onClick={() => change({ show: isSnoozed ? null : 'snoozed' })}
            >
              {isSnoozed ? 'Back to the list' : `Snoozed ${formatNumber(list.book.snoozed)}`}
            </Button>
          </>
        }
      />
      <WorkStats list={list} timeZone={timeZone} />
      <KeptNote repId={list.rep.id} isOwn={settings.isOwn} />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <DataTable
            label={isSnoozed ? 'Snoozed accounts' : 'My accounts'}
            columns={columns}
            rows={list.items}
            rowId={(item) => item.id}
            matching={list.count}
            pageKeys
            columnsMenu={false}
            selection={selection}
            onSelectionChange={setSelection}
            bulkActions={
              <WorkBulk
                chosenRows={async () => (await work.allRows()).filter(({ id }) => isMarked(id))}
                onSnooze={() => setDialog('snoozeMany')}
              />
            }
            activeId={row?.id ?? null}
            onActiveChange={setChosen}
            onPeek={(item) => {
              setChosen(item.id);
              setPeeks(true);
            }}
            onOpen={(item) => router.push(`/accounts/${item.id}` as Route)}
            groupOf={isSnoozed ? undefined : (item) => groupHeading(item, groups.get(item.group))}
            phoneRow={(item) => <WorkPhoneRow row={item} clock={clock} />}
            state={isPending ? 'stale' : 'ready'}
            totals={totalCells({
              count: list.count,
              totals: list.totals,
              kinds: { due: 'sum', score: 'mean' },
            })}
            hasMore={list.nextCursor !== null}
            loadingMore={work.isLoadingMore}
            onLoadMore={() => void work.loadMore()}
            empty={
              <NoWork
                list={list}
                isSnoozed={isSnoozed}
                isFiltered={params.has('q') || params.has('tier')}
                onClear={() => change({ q: null, tier: null })}
              />
            }
          />
          <KeyBar />
        </div>
        {isPeeking && (
          <PeekPanel
            title={row.name}
            header={<WorkPeekHeader row={row} />}
            onClose={() => setPeeks(false)}
            footer={
              <LogForm
                draft={draft}
                onDraftChange={(next) => setLogging({ of: row.id, draft: next, problem: null })}
                people={brief.value?.committee ?? (row.contact ? [row.contact] : [])}
                pace={draft.type === 'touch' ? `now ${paceWords(row)}` : undefined}
                busy={busy}
                problem={current?.problem ?? null}
                onLog={() => void logAndNext()}
              />
            }
          >
            <WorkPeek
              key={row.id}
              row={row}
              brief={brief.value}
              problem={brief.problem}
              clock={clock}
              currency={currency}
              onStepDone={(step) => void work.finishStep(step)}
              onNextStep={() => setDialog('step')}
              onSnooze={() => setDialog('snooze')}
            />
          </PeekPanel>
        )}
      </div>
      <WorkDialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        row={row}
        marks={marks}
        todayOn={list.todayOn}
        isSnoozed={isSnoozed}
        onSnooze={(one, untilOn) => {
          const next = list.items[at + 1] ?? list.items[at - 1];
          void work.snooze(one, untilOn).then(() => next && setChosen(next.id));
        }}
        onSnoozeMarked={(untilOn) => {
          clear();
          void work.snoozeMany(({ id }) => isMarked(id), untilOn);
        }}
        onStep={(one, step) => work.addStep(one, step)}
      />
    </div>
  );
}
