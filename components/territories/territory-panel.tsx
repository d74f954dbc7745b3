'use client';
import { Ellipsis, Trash2 } from 'lucide-react';
import { DataList } from '#components/ui/data-list.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { InlineEdit } from '#components/ui/inline-edit.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { toastUndo } from '#components/ui/toast.ts';
import { api, problemText } from '#components/api-client.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { z } from 'zod';
import { HoldersEditor } from './holders-editor.tsx';
import { NamedAccounts } from './named-accounts.tsx';
import { PlacesEditor } from './places-editor.tsx';
import { TerritoryParent } from './parent-select.tsx';
import { sendPlan } from './plan-actions.ts';
import { usePlanner } from './planner-context.tsx';
import { RuleSection } from './rule-section.tsx';
import { kindWords, ordinal, stepWords } from './words.ts';

const steps = ['lock', 'named', 'rule', 'geography'];

/** One territory: what takes accounts into it, who holds them, what lies in it. */
export function TerritoryPanel({ territory, onClose }: { territory: PlanTerritory; onClose: () => void }) {
  const { plan, rights, currency, refresh } = usePlanner();
  const path = `/plans/${plan.id}/territories/${territory.id}`;
  const peers = plan.territories.filter((other) => other.kind === territory.kind);
  const place = peers.findIndex((other) => other.id === territory.id) + 1;
  const canEdit = rights.noRestructure === null;

  async function rename(name: string): Promise<string | null> {
    try {
      await api(path, { method: 'PATCH', body: { name }, schema: z.unknown() });
      refresh();
      return null;
    } catch (error) {
      return problemText(error);
    }
  }

  async function remove(): Promise<void> {
    if (!(await sendPlan(path, { method: 'DELETE' }))) return;
    onClose();
    refresh();
    toastUndo(`“${territory.name}” removed; its accounts fall to the next step`, () => {
      void sendPlan(`${path}/restore`, { method: 'POST' }).then(refresh);
    });
  }

  return (
    <PeekPanel
      title={territory.name}
      width={304}
      onClose={onClose}
      header={
        <div className="flex items-center gap-2 text-14 font-semibold">
          <Swatch id={territory.colourId ?? territory.id ?? ''} />
          {canEdit ? (
            <InlineEdit key={territory.name} label="Name" value={territory.name} onSave={rename} />
          ) : (
            <span className="truncate">{territory.name}</span>
          )}
        </div>
      }
      actions={
        canEdit && (
          <Menu
            label={`More about ${territory.name}`}
            trigger={
              <IconButton label="More">
                <Ellipsis aria-hidden />
              </IconButton>
            }
            items={[
              {
                label: 'Remove the territory',
                icon: <Trash2 aria-hidden />,
                danger: true,
                onSelect: () => void remove(),
              },
            ]}
          />
        )
      }
    >
      {rights.noRestructure && <p className="px-4 pb-2 text-12 text-ink-3">{rights.noRestructure}</p>}
      <section className="flex flex-col gap-2 px-4 pb-4">
        <p className="text-12 text-ink-3">
          {territory.kind && kindWords[territory.kind]}
          {peers.length > 1 && territory.kind !== 'named' && ` · tried ${ordinal(place)} of ${peers.length}`}
        </p>
        {territory.kind === 'rule' && <RuleSection territory={territory} />}
        {territory.kind === 'geography' && <PlacesEditor key={territory.id} territory={territory} />}
        {territory.kind === 'named' && <NamedAccounts territory={territory} />}
        <TerritoryParent territory={territory} />
      </section>
      <section className="border-t border-line px-4 py-3">
        <DataList
          labelWidth={96}
          items={[
            { label: 'Accounts', value: formatNumber(territory.accounts) },
            {
              label: 'Potential',
              value: formatMoney(territory.potentialAmount, currency, { compact: true }),
            },
            { label: 'Touches', value: `${formatNumber(territory.workloadTouches)} a month` },
            ...steps
              .filter((step) => (territory.bySteps[step] ?? 0) > 0)
              .map((step) => ({
                label: stepWords[step] ?? step,
                value: formatNumber(territory.bySteps[step] ?? 0),
              })),
          ]}
        />
      </section>
      <HoldersEditor key={territory.id} territory={territory} />
    </PeekPanel>
  );
}
