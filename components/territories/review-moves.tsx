'use client';
import { Pin } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SortState } from '#components/table/columns.ts';
import { FileMenu } from '#components/table/file-menu.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { NOTHING_SELECTED, type RowSelection, selectedCount } from '#components/table/selection.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { moveColumns } from './account-columns.tsx';
import { MovePanel } from './move-panel.tsx';
import { PlacePeek } from './place-peek.tsx';
import { usePlanner } from './planner-context.tsx';
import { planSlots } from './use-plan-address.ts';
import { usePlanAccounts } from './use-plan-accounts.ts';

const everything = { territory: null, rep: null, q: '', changes: true, locked: false };

/** Every move of the draft; the ones not wanted can be kept where they are. */
export function ReviewMoves() {
  const { plan, rights, currency } = usePlanner();
  const [slot, setSlot] = useState<(typeof planSlots)[number]>('ae');
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED);
  const [isKeeping, setKeeping] = useState(false);
  const [whyId, setWhyId] = useState<string | null>(null);
  const [sort, setSort] = useState<SortState>({ id: 'potential', desc: true });
  const order = sort ? `${sort.desc ? '-' : ''}${sort.id}` : '-potential';
  const list = usePlanAccounts(plan.id, plan.version, { changes: true, sort: order });
  const columns = useMemo(() => moveColumns(slot, currency), [slot, currency]);
  if (list.problem) {
    return (
      <div className="flex-1 p-4">
        <ErrorState title={list.problem} actions={<Button onClick={list.retry}>Try again</Button>} />
      </div>
    );
  }
  return (
    <div className="flex min-h-80 min-w-0 flex-1">
      <DataTable
        label="Moves"
        columns={columns}
        rows={list.rows}
        rowId={(row) => row.id}
        matching={list.total}
        pageKeys
        sort={sort}
        onSortChange={setSort}
        serverSorts
        {...(rights.noMove === null
          ? {
              selection,
              onSelectionChange: setSelection,
              bulkActions: (
                <Button size="sm" variant="ghost" onClick={() => setKeeping(true)}>
                  <Pin aria-hidden />
                  Keep as published…
                </Button>
              ),
            }
          : {})}
        state={list.state}
        hasMore={list.hasMore}
        loadingMore={list.isLoadingMore}
        onLoadMore={() => void list.loadMore()}
        activeId={whyId ?? undefined}
        onPeek={(row) => setWhyId(row.id)}
        toolbar={
          <>
            <span className="font-semibold">Moves</span>
            <span className="text-12 text-ink-3">{formatCount(list.total, 'account')}</span>
            <Segmented
              label="Slot"
              className="h-6"
              value={slot}
              onValueChange={setSlot}
              options={planSlots.map((value) => ({ value, label: slotLabels[value] }))}
            />
          </>
        }
        exportSlot={
          list.total > 0 && (
            <FileMenu choices={[{ label: 'The moves', address: `/api/v1/plans/${plan.id}/moves` }]} />
          )
        }
        totals={totalCells({
          count: list.total,
          totals: list.totals,
          kinds: { potential: { currency }, touches: 'sum' },
        })}
        empty={
          <EmptyState title="Nothing moves.">
            Every account lies where the version in force put it. Publishing now only freezes territories and
            holders anew.
          </EmptyState>
        }
      />
      {whyId !== null && <PlacePeek accountId={whyId} onClose={() => setWhyId(null)} />}
      {isKeeping && (
        <MovePanel
          kind="keep"
          slot={slot}
          selection={selection}
          matching={everything}
          count={selectedCount(selection, list.total)}
          onClose={() => setKeeping(false)}
          onDone={() => {
            setKeeping(false);
            setSelection(NOTHING_SELECTED);
          }}
        />
      )}
    </div>
  );
}
