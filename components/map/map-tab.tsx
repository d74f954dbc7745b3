'use client';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { usePlanner } from '#components/territories/planner-context.tsx';
import type { ChosenAccounts } from '#components/territories/chosen-accounts.ts';
import type { PlanAddress } from '#components/territories/use-plan-address.ts';
import { useRuleFilter } from '#components/territories/use-rule-filter.ts';
import { MapPane } from './map-pane.tsx';
import { useMapData } from './use-map-data.ts';

export type MapTabProps = {
  address: PlanAddress;
  setAddress: (change: Partial<PlanAddress>) => void;
  chosen: ChosenAccounts;
  onChoose: (chosen: ChosenAccounts) => void;
};

/** The accounts of the plan on a map, with the same selection as the tree and the list. */
export function MapTab(props: MapTabProps) {
  const { plan } = usePlanner();
  const { rule, isUnreadable, clear } = useRuleFilter();
  const { data, isStale, problem, retry } = useMapData(plan, props.address.slot, rule);
  if (isUnreadable) {
    return (
      <ErrorState
        className="m-4"
        title="The rule in this address cannot be read"
        actions={<Button onClick={clear}>Show all accounts</Button>}
      />
    );
  }
  if (problem) {
    return (
      <div className="flex gap-2 p-4">
        <ErrorState
          title={problem}
          actions={
            <>
              <Button onClick={retry}>Try again</Button>
              {rule && <Button onClick={clear}>Take the rule off</Button>}
            </>
          }
        />
      </div>
    );
  }
  if (!data)
    return (
      <div aria-busy className="min-h-0 flex-1 animate-pulse bg-sunken" aria-label="Reading the accounts" />
    );
  if (plan.accounts === 0) {
    return <EmptyState title="There are no accounts yet. Import some on the Data page." />;
  }
  return <MapPane {...props} data={data} isStale={isStale} />;
}
