'use client';
import { useMemo, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { NOTHING_SELECTED, type RowSelection, selectedCount } from '#components/table/selection.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatCount, formatMoney } from '#lib/shared/format.ts';
import { keptDealsShape, type MovingDeal, type MovingDealList } from '#lib/shared/holdover-shapes.ts';
import { dealColumns } from './deal-columns.tsx';
import { KeepDialog, type Until } from './keep-dialog.tsx';
import { type DealFilter, matchingOf, NO_FILTER, useMovingDeals } from './use-moving-deals.ts';

const EVERY = 'every';
type Chosen = { words: string; body: object };

/** Open deals whose accounts move: one, many or all that match stay with their former owner. */
export function MovingDeals({
  planId,
  rep,
  onRep,
  currency,
  todayOn,
  mayKeep,
  onChanged,
}: {
  planId: string;
  /** Only deals that this holder gets or loses. */
  rep: { id: string; name: string } | null;
  onRep: (rep: null) => void;
  currency: string;
  todayOn: number;
  mayKeep: boolean;
  onChanged: () => void;
}) {
  const [filter, setFilter] = useState<DealFilter>(NO_FILTER);
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED);
  const [keeping, setKeeping] = useState<Chosen | null>(null);
  const found = useMovingDeals(planId, filter, rep?.id ?? null);
  const columns = useMemo(() => dealColumns(currency), [currency]);
  const change = (next: Partial<DealFilter>) => {
    setFilter({ ...filter, ...next });
    setSelection(NOTHING_SELECTED);
  };
  if (found.problem) {
    return (
      <ErrorState
        title={found.problem}
        className="m-4"
        actions={
          <Button
            onClick={() => {
              change(NO_FILTER);
              found.retry();
            }}
          >
            Show all open deals
          </Button>
        }
      />
    );
  }
  const { sum, late, kept, stages } = found.first ?? none;
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });

  async function send(chosen: Chosen, keep: Until | null): Promise<void> {
    const done = await api(`/plans/${planId}/kept-deals`, {
      method: 'POST',
      body: { ...chosen.body, keep: keep !== null, ...keep },
      schema: keptDealsShape,
    });
    toast(
      `${formatCount(done.deals, 'deal')} ${keep === null ? 'will go with the account' : 'will stay with the former owner'}`,
    );
    setSelection(NOTHING_SELECTED);
    found.retry();
    onChanged();
  }

  function chosenNow(): Chosen {
    const words = formatCount(selectedCount(selection, sum.deals), 'deal');
    if (selection.mode === 'some') return { words, body: { opportunityIds: selection.ids } };
    const matching = { ...matchingOf(filter, rep?.id ?? null), except: selection.except };
    return { words, body: { matching } };
  }

  return (
    <div className="flex min-h-80 min-w-0 flex-1 flex-col">
      {mayKeep && late.deals > 0 && kept.deals === 0 && (
        <Callout
          tone="question"
          title={`${formatCount(late.deals, 'deal')} in late stages worth ${money(late.amount)} would change hands`}
          actions={
            <Button
              size="sm"
              onClick={() =>
                setKeeping({
                  words: formatCount(late.deals, 'deal'),
                  body: { matching: { late: true } },
                })
              }
            >
              Keep deals in late stages…
            </Button>
          }
        >
          Whoever worked them so far can keep them until they close, while the account goes to its new holder.
        </Callout>
      )}
      <DataTable<MovingDeal>
        label="Open deals that move"
        columns={columns}
        rows={found.rows}
        rowId={(row) => row.id}
        rowHeight={44}
        matching={sum.deals}
        pageKeys
        columnsMenu={false}
        state={found.state}
        hasMore={found.hasMore}
        loadingMore={found.isLoadingMore}
        onLoadMore={() => void found.loadMore()}
        {...(mayKeep
          ? {
              selection,
              onSelectionChange: setSelection,
              bulkActions: (
                <>
                  <Button size="sm" variant="ghost" onClick={() => setKeeping(chosenNow())}>
                    Keep with former owner…
                  </Button>
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() =>
                      void send(chosenNow(), null).catch((error: unknown) => toastError(problemText(error)))
                    }
                  >
                    Let them go
                  </Button>
                </>
              ),
            }
          : {})}
        toolbar={
          <>
            <span className="text-12 text-ink-3">
              {formatCount(sum.deals, 'open deal')}, {money(sum.amount)} · {formatCount(kept.deals, 'deal')}{' '}
              {kept.deals === 1 ? 'stays' : 'stay'}
            </span>
            <Switch checked={filter.late} onCheckedChange={(on) => change({ late: on })}>
              Late stages
            </Switch>
            <Switch checked={filter.kept} onCheckedChange={(on) => change({ kept: on })}>
              Those that stay
            </Switch>
            <Select
              label="Stage"
              size="sm"
              value={filter.stage ?? EVERY}
              onValueChange={(stage) => change({ stage: stage === EVERY ? null : stage })}
              options={[
                { value: EVERY, label: 'Every stage' },
                ...stages.map(({ id, name, deals }) => ({ value: id, label: name, fact: String(deals) })),
              ]}
            />
            <NumberInput
              aria-label="Least amount"
              placeholder="Least amount"
              value={filter.minAmount}
              onValueChange={(minAmount) => change({ minAmount })}
              size="md"
              className="w-32"
            />
            {rep && (
              <Chip
                name={rep.name}
                onRemove={() => {
                  onRep(null);
                  setSelection(NOTHING_SELECTED);
                }}
              >
                {rep.name}
              </Chip>
            )}
          </>
        }
        empty={
          <EmptyState title="No open deal changes hands.">
            {rep || filter !== NO_FILTER
              ? 'None passes these filters.'
              : 'The accounts that move have no open deal, or all of them are held over already.'}
          </EmptyState>
        }
      />
      {keeping && (
        <KeepDialog
          title={`Keep ${keeping.words} with the former owner`}
          action={`Keep ${keeping.words}`}
          todayOn={todayOn}
          onSave={(until) => send(keeping, until)}
          onClose={() => setKeeping(null)}
        />
      )}
    </div>
  );
}

const zero = { deals: 0, amount: 0 };
const none: Pick<MovingDealList, 'late' | 'kept' | 'stages'> & { sum: MovingDealList['total'] } = {
  sum: zero,
  late: zero,
  kept: zero,
  stages: [],
};
