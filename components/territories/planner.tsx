'use client';
import dynamic from 'next/dynamic';
import { type ComponentProps, useState } from 'react';
import { ImpactTable } from '#components/publishing/impact-table.tsx';
import { PlanNotices } from '#components/publishing/plan-notices.tsx';
import { ScenarioBar } from '#components/scenarios/scenario-bar.tsx';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import { cn } from '#components/ui/cn.ts';
import { Segmented } from '#components/ui/segmented.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { NOTHING_SELECTED } from '#components/table/selection.ts';
import { AccountsTab } from './accounts-tab.tsx';
import { BalanceTable } from './balance-table.tsx';
import { ChecksTab } from './checks-tab.tsx';
import { AccountDrag } from './drag/account-drag.tsx';
import type { ChosenAccounts } from './chosen-accounts.ts';
import { NewTerritory } from './new-territory.tsx';
import { PhoneTerritory } from './phone-territory.tsx';
import { PlacePeek } from './place-peek.tsx';
import { PlanHeader } from './plan-header.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { PlanTree } from './plan-tree.tsx';
import { type PlannerFacts, PlannerProvider } from './planner-context.tsx';
import { TerritoryPanel } from './territory-panel.tsx';
import { UnassignedPanel } from './unassigned-panel.tsx';
import { useAfterPaint } from './use-after-paint.ts';
import { planSlots, usePlanAddress } from './use-plan-address.ts';
import { usePlanRefresh } from './use-plan-refresh.ts';

// The map with its geometry is a part of its own, read by those who open it.
const MapTab = dynamic(() => import('#components/map/map-tab.tsx').then((map) => map.MapTab), { ssr: false });

const shortcuts = {
  title: 'Territories',
  shortcuts: [
    { keys: ['J', 'K'], label: 'Move in the list' },
    { keys: ['X'], label: 'Choose an account' },
    { keys: ['M'], label: 'Go to the handle of an account: Space picks it up, arrows and Space move it' },
    { keys: ['W'], label: 'Why is it here?' },
    { keys: ['Alt', '↑'], label: 'Move a territory up in the order' },
    { keys: ['+', '−', '0'], label: 'On the map: closer, farther, all of it' },
  ],
};

/** The territory planner: the plan at the left, books and accounts in the middle, what is selected at the right. */
export function Planner({
  publishing,
  ...facts
}: PlannerFacts & { publishing: ComponentProps<typeof PlanNotices>['publishing'] }) {
  const { isStale, refresh } = usePlanRefresh(facts.plan);
  return (
    <PlannerProvider value={{ ...facts, isStale, refresh }}>
      <div className="flex min-h-0 flex-1 flex-col">
        <PlanHeader />
        {facts.plan.scenario ? (
          <ScenarioBar />
        ) : (
          <PlanNotices
            planId={facts.plan.id}
            publishing={publishing}
            timeZone={facts.timeZone}
            mayWithdraw={facts.rights.noPublish === null}
          />
        )}
        <Panes plan={facts.plan} currency={facts.currency} />
      </div>
    </PlannerProvider>
  );
}

/** Three panes with one selection, kept in the address. */
function Panes({ plan, currency }: Pick<PlannerFacts, 'plan' | 'currency'>) {
  const { address: wanted, setAddress } = usePlanAddress();
  // What is chosen is marked at once; lists and panels follow without holding up the next input.
  const address = useAfterPaint(wanted);
  const [whyId, setWhyId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  /** On a phone what is chosen shows in one line; its panel, over everything, on request. */
  const [isDetailed, setDetailed] = useState(false);
  const [chosen, setChosen] = useState<ChosenAccounts>({ of: null, selection: NOTHING_SELECTED });
  usePageShortcuts(shortcuts);
  const { slot, territory: selected, rep } = address;
  const territory = plan.territories.find((item) => item.id === selected);

  function select(id: string | null): void {
    setWhyId(null);
    setDetailed(false);
    void setAddress({ territory: id === wanted.territory ? null : id, rep: null, q: null });
  }

  return (
    <AccountDrag slot={slot} onMoved={() => setChosen({ of: chosen.of, selection: NOTHING_SELECTED })}>
      <PlanTree selected={wanted.territory} onSelect={select} onAdd={() => setAdding(true)} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <PhoneTerritory
          selected={selected}
          territory={territory}
          onSelect={(id) => void setAddress({ territory: id, rep: null, q: null, tab: 'accounts' })}
          onDetails={() => setDetailed(true)}
        />
        <Tabs
          label="Books and accounts"
          className="flex-1"
          panelClassName="flex min-h-0 flex-col"
          value={wanted.tab}
          onValueChange={(next) => void setAddress({ tab: next as typeof wanted.tab })}
          items={[
            { value: 'balance', label: 'Balance' },
            {
              value: 'accounts',
              label: 'Accounts',
              count: formatNumber(
                territory?.accounts ?? (selected === 'unassigned' ? plan.unassigned.accounts : plan.accounts),
              ),
            },
            { value: 'pipeline', label: 'Pipeline' },
            { value: 'map', label: 'Map' },
            { value: 'checks', label: 'Overlaps and gaps' },
          ]}
          aside={
            <Segmented
              label="Slot"
              className="h-6 max-sm:h-7 max-sm:[&>*]:px-1.25"
              value={wanted.slot}
              onValueChange={(next) => void setAddress({ slot: next })}
              options={planSlots.map((value) => ({ value, label: slotLabels[value] }))}
            />
          }
          panels={{
            balance: (
              <BalanceTable
                slot={slot}
                activeRep={territory?.holders.find((holder) => holder.slot === slot)?.repId ?? rep}
                onPick={(repId) => void setAddress({ rep: repId, territory: null, tab: 'accounts' })}
              />
            ),
            accounts: (
              <AccountsTab
                address={address}
                typed={wanted.q}
                setAddress={(change) => void setAddress(change, { history: 'replace' })}
                chosen={chosen}
                onChoose={setChosen}
                whyId={whyId}
                onWhy={setWhyId}
              />
            ),
            pipeline: <ImpactTable key={plan.version} plan={plan} slot={slot} currency={currency} />,
            map: (
              <MapTab
                address={address}
                setAddress={(change) => void setAddress(change, { history: 'replace' })}
                chosen={chosen}
                onChoose={setChosen}
              />
            ),
            checks: <ChecksTab onOpen={select} onAdd={() => setAdding(true)} />,
          }}
        />
      </div>
      {whyId !== null ? (
        <PlacePeek accountId={whyId} onClose={() => setWhyId(null)} />
      ) : territory ? (
        <div className={cn('flex shrink-0', !isDetailed && 'max-md:hidden')}>
          <TerritoryPanel
            territory={territory}
            onClose={() => (isDetailed ? setDetailed(false) : select(null))}
          />
        </div>
      ) : selected === 'unassigned' ? (
        <div className="flex shrink-0 max-md:hidden">
          <UnassignedPanel onClose={() => select(null)} onAdd={() => setAdding(true)} />
        </div>
      ) : (
        <PlanPanel
          slot={slot}
          onShowChanges={() =>
            void setAddress({ tab: 'accounts', changes: true, rep: null, territory: null })
          }
        />
      )}
      {isAdding && (
        <NewTerritory
          onClose={() => setAdding(false)}
          onCreated={(id) => {
            setAdding(false);
            setWhyId(null);
            void setAddress({ territory: id, rep: null });
          }}
        />
      )}
    </AccountDrag>
  );
}
