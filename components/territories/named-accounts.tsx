'use client';
import { useCallback, useRef, useState } from 'react';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import type { PasteReport } from '#components/ui/pasted-values.ts';
import { formatCount } from '#lib/shared/format.ts';
import { foundAccountsSchema, planAccountsSchema } from '#lib/shared/plan-account-shapes.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { placeText } from './account-columns.tsx';
import { MovePanel } from './move-panel.tsx';
import { usePlanner } from './planner-context.tsx';

/** Accounts by name, found on the server or pasted as names, domains or CRM ids. */
export function AccountPicker({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { plan } = usePlanner();
  const names = useRef(new Map<string, string>());
  const loadOptions = useCallback(
    async (query: string, signal: AbortSignal): Promise<ComboOption[]> => {
      const search = new URLSearchParams({ limit: '30', ...(query ? { q: query } : {}) });
      const { items } = await api(`/plans/${plan.id}/accounts?${search}`, {
        schema: planAccountsSchema,
        signal,
      });
      for (const item of items) names.current.set(item.id, item.name);
      return items.map((item) => ({
        value: item.id,
        label: item.name,
        hint: [placeText(item), item.territoryAfter ? `now in ${item.territoryAfter.name}` : 'unassigned']
          .filter(Boolean)
          .join(' · '),
      }));
    },
    [plan.id],
  );
  const resolvePasted = useCallback(
    async (texts: string[]): Promise<PasteReport> => {
      const { found, missing } = await api(`/plans/${plan.id}/accounts/find`, {
        method: 'POST',
        body: { texts },
        schema: foundAccountsSchema,
      });
      for (const item of found) names.current.set(item.id, item.name);
      return { found: found.map((item) => ({ value: item.id, label: item.name })), missing };
    },
    [plan.id],
  );
  return (
    <MultiCombobox
      label="Accounts"
      size="lg"
      value={value}
      onValueChange={onChange}
      labelOf={(id) => names.current.get(id) ?? id}
      loadOptions={loadOptions}
      resolvePasted={resolvePasted}
      placeholder="Search accounts, or paste a list"
    />
  );
}

/** Adds accounts to a territory by name; their effect on books is shown before they move. */
export function NamedAccounts({ territory }: { territory: PlanTerritory }) {
  const { rights } = usePlanner();
  const [ids, setIds] = useState<string[]>([]);
  const [isOpen, setOpen] = useState(false);
  const named = (territory.bySteps.named ?? 0) + (territory.bySteps.lock ?? 0);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-2">
        {named === 0
          ? 'No account is named into it yet.'
          : `${formatCount(named, 'account')} put here by hand.`}
      </p>
      {rights.noMove === null && (
        <>
          <AccountPicker value={ids} onChange={setIds} />
          {ids.length > 0 && (
            <div>
              <Button size="sm" variant="primary" onClick={() => setOpen(true)}>
                Add {formatCount(ids.length, 'account')}…
              </Button>
            </div>
          )}
        </>
      )}
      {isOpen && (
        <MovePanel
          kind="territory"
          slot="ae"
          selection={{ mode: 'some', ids }}
          matching={{ territory: null, rep: null, q: '', changes: false, locked: false }}
          count={ids.length}
          territoryId={territory.id}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setIds([]);
          }}
        />
      )}
    </div>
  );
}
