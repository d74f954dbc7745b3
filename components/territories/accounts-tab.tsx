'use client';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { DataTable } from '#components/table/data-table.tsx';
import { NOTHING_SELECTED, type RowSelection, selectedCount } from '#components/table/selection.ts';
import { totalCells } from '#components/table/total-cells.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Input } from '#components/ui/input.tsx';
import { formatCount, formatMoney } from '#lib/shared/format.ts';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import { accountColumns, moveColumns, placeText } from './account-columns.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { MovePanel } from './move-panel.tsx';
import { AccountGrip, focusGrip } from './drag/account-grip.tsx';
import { DragSourceProvider } from './drag/drag-state.ts';
import type { ChosenAccounts } from './chosen-accounts.ts';
import type { ChangeKind } from './move-words.ts';
import { usePlanner } from './planner-context.tsx';
import { RuleFilter } from './rule-filter.tsx';
import type { PlanAddress } from './use-plan-address.ts';
import { usePlanAccounts } from './use-plan-accounts.ts';
import { useRuleFilter } from './use-rule-filter.ts';

/** The accounts of what is selected: found, filtered, and changed one by one or all that match. */
export function AccountsTab({
  address,
  typed,
  setAddress,
  chosen,
  onChoose,
  onWhy,
  whyId,
}: {
  /** What the list shows; it may follow what is chosen a frame later. */
  address: PlanAddress;
  /** What stands in the search box now. */
  typed: string;
  setAddress: (change: Partial<Record<keyof PlanAddress, never>> | Record<string, unknown>) => void;
  chosen: ChosenAccounts;
  onChoose: (chosen: ChosenAccounts) => void;
  onWhy: (accountId: string) => void;
  whyId: string | null;
}) {
  const { plan, rights, currency, holders } = usePlanner();
  const { territory, rep, q, changes, locked, sort, slot } = address;
  const { rule, isUnreadable, clear: clearRule } = useRuleFilter();
  const list = usePlanAccounts(plan.id, plan.version, { territory, rep, q, changes, locked, rule, sort });
  const filterKey = [territory, rep, q, changes, locked, rule].join();
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const columns = useMemo(
    () => (changes ? moveColumns(slot, currency) : accountColumns(slot, currency)),
    [slot, currency, changes],
  );
  // A selection belongs to the list it was made in; what was chosen on the map is named one by one.
  const selection = chosen.of === null || chosen.of === filterKey ? chosen.selection : NOTHING_SELECTED;
  const repName = holders.find((holder) => holder.id === rep)?.name;
  const inTerritory = plan.territories.find((item) => item.id === territory)?.name;
  const canMove = rights.noMove === null;
  const matching = useMemo(
    () => ({ territory, rep, q, changes, locked }),
    [territory, rep, q, changes, locked],
  );
  const source = useMemo(
    () => (canMove ? { selection, matching, total: list.total } : null),
    [canMove, selection, matching, list.total],
  );
  const [by, isDown] = [sort.replace('-', ''), sort.startsWith('-')];

  if (list.problem) {
    return (
      <div className="p-4">
        <ErrorState
          title={isUnreadable ? 'The rule in this address cannot be read' : list.problem}
          actions={
            <>
              <Button onClick={list.retry}>Try again</Button>
              {rule && <Button onClick={clearRule}>Take the rule off</Button>}
            </>
          }
        />
      </div>
    );
  }
  return (
    <DragSourceProvider value={source}>
      <DataTable
        label="Accounts of the plan"
        columns={columns}
        rows={list.rows}
        rowId={(row) => row.id}
        // Changes of all that match do not know rules: under one, the rows that are shown can be chosen.
        matching={rule === null ? list.total : list.rows.length}
        pageKeys
        columnsMenu
        serverSorts
        sort={{ id: by, desc: isDown }}
        onSortChange={(next) => setAddress({ sort: next ? `${next.desc ? '-' : ''}${next.id}` : null })}
        {...(canMove
          ? {
              selection,
              onSelectionChange: (next: RowSelection) => onChoose({ of: filterKey, selection: next }),
              rowGrip: (row: PlanAccountView) => <AccountGrip row={row} />,
              bulkActions: <BulkActions onPick={setKind} hasChanges={changes} />,
            }
          : {})}
        state={list.state}
        totals={totalCells({
          count: list.total,
          totals: list.totals,
          kinds: { potential: { currency }, touches: 'sum' },
        })}
        hasMore={list.hasMore}
        loadingMore={list.isLoadingMore}
        onLoadMore={() => void list.loadMore()}
        activeId={whyId ?? undefined}
        onPeek={(row) => onWhy(row.id)}
        onRowKey={(key, row) => {
          if (key === 'w') onWhy(row.id);
          else if (key === 'm' && canMove) focusGrip(row.id);
          else return false;
          return true;
        }}
        phoneRow={(row) => <PhoneRow row={row} currency={currency} />}
        toolbar={
          <>
            <span className="relative">
              <Search className="absolute inset-y-0 left-2 my-auto size-3.5 text-ink-3" aria-hidden />
              <Input
                data-page-search
                size="md"
                aria-label="Find accounts by name"
                placeholder="Find accounts"
                className="w-44 pl-7"
                value={typed}
                onChange={(event) => setAddress({ q: event.target.value || null })}
              />
            </span>
            <Checkbox
              checked={changes}
              onCheckedChange={(on) => setAddress({ changes: on === true ? true : null })}
            >
              Only changes
            </Checkbox>
            <Checkbox
              checked={locked}
              onCheckedChange={(on) => setAddress({ locked: on === true ? true : null })}
            >
              Locked
            </Checkbox>
            <RuleFilter />
            {rep && (
              <Chip name={repName ?? 'holder'} onRemove={() => setAddress({ rep: null })}>
                {repName ?? 'Holder'}
              </Chip>
            )}
            {territory && (
              <Chip name={inTerritory ?? 'Unassigned'} onRemove={() => setAddress({ territory: null })}>
                {inTerritory ?? 'Unassigned'}
              </Chip>
            )}
            {list.state !== 'loading' && (
              <span className="text-12 text-ink-3">{formatCount(list.total, 'account')}</span>
            )}
          </>
        }
        empty={
          <EmptyState
            title={emptyTitle({ ...address, hasRule: rule !== null, inTerritory, repName })}
            actions={
              (q || changes || locked || rep || rule) && (
                <Button
                  onClick={() => {
                    setAddress({ q: null, changes: null, locked: null, rep: null });
                    if (rule) clearRule();
                  }}
                >
                  Clear the filters
                </Button>
              )
            }
          />
        }
      />
      {kind && (
        <MovePanel
          kind={kind}
          slot={slot}
          selection={selection}
          matching={matching}
          count={selectedCount(selection, list.total)}
          onClose={() => setKind(null)}
          onDone={() => {
            setKind(null);
            onChoose({ of: filterKey, selection: NOTHING_SELECTED });
          }}
        />
      )}
    </DragSourceProvider>
  );
}

function emptyTitle(
  filter: PlanAddress & {
    hasRule: boolean;
    inTerritory?: string | undefined;
    repName?: string | undefined;
  },
): string {
  const { q, changes, locked, territory, rep, hasRule, inTerritory, repName } = filter;
  const where = [
    territory &&
      (territory === 'unassigned' ? 'among the unassigned' : `in ${inTerritory ?? 'this territory'}`),
    rep && `in the book of ${repName ?? 'this holder'}`,
  ]
    .filter(Boolean)
    .join(' ');
  if (q) return `No account named “${q}”${where && ` ${where}`}.`;
  if (hasRule) return `No account matches the rule${where && ` ${where}`}.`;
  if (changes) return `Nothing changes${where && ` ${where}`}.`;
  if (locked) return `Nothing is locked${where && ` ${where}`}.`;
  return where ? `No account ${where}.` : 'There are no accounts yet. Import some on the Data page.';
}

function PhoneRow({ row, currency }: { row: PlanAccountView; currency: string }) {
  return (
    <div className="flex h-full flex-col justify-center px-4">
      <div className="truncate font-medium">{row.name}</div>
      <div className="flex gap-3 truncate text-12 text-ink-2">
        <span>{row.territoryAfter?.name ?? 'Unassigned'}</span>
        <span>{placeText(row)}</span>
        {row.potentialAmount !== null && (
          <span className="ml-auto">{formatMoney(row.potentialAmount, currency, { compact: true })}</span>
        )}
      </div>
    </div>
  );
}
