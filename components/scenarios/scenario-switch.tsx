'use client';
import { ChevronDown, Columns2, List, Plus } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, type MenuItem } from '#components/ui/menu.tsx';
import { COMPARED_AT_MOST } from '#lib/shared/scenario-shapes.ts';
import { NewScenario } from './new-scenario.tsx';

/** Goes between the draft and the scenarios of a plan, to their comparison, and makes new ones. */
export function ScenarioSwitch() {
  const { plan, scenarios, rights } = usePlanner();
  const router = useRouter();
  const [isMaking, setMaking] = useState(false);
  const planId = plan.scenario?.of.id ?? plan.id;
  const others = scenarios.slice(0, COMPARED_AT_MOST - 1).map((item) => item.id);
  const items: MenuItem[] = [
    { label: 'The draft', href: '/territories', hint: plan.scenario ? '' : 'on screen' },
    ...(scenarios.length > 0 ? [{ kind: 'heading' as const, label: 'Scenarios' }] : []),
    ...scenarios.map((item) => ({
      label: item.name,
      href: `/territories?plan=${item.id}`,
      hint: item.id === plan.id ? 'on screen' : '',
    })),
    { kind: 'separator' },
    {
      label: 'Compare side by side',
      icon: <Columns2 aria-hidden />,
      href: `/territories/compare?plans=${[planId, ...others].join(',')}`,
      ...(scenarios.length === 0 ? { reason: 'There is no scenario yet.' } : {}),
    },
    { label: 'All scenarios', icon: <List aria-hidden />, href: '/territories/scenarios' },
    {
      label: 'New scenario…',
      icon: <Plus aria-hidden />,
      onSelect: () => setMaking(true),
      ...(rights.noRestructure ? { reason: rights.noRestructure } : {}),
    },
  ];
  return (
    <>
      <Menu
        label="Scenarios"
        trigger={
          <Button className="max-w-52" title="Draft and scenarios">
            <span className="truncate">{plan.scenario ? plan.name : 'Draft'}</span>
            <ChevronDown aria-hidden />
            <span className="sr-only">and scenarios</span>
          </Button>
        }
        items={items}
      />
      {isMaking && (
        <NewScenario
          planId={planId}
          scenarios={scenarios}
          isPublished={plan.publishedNumber !== null}
          from={plan.scenario ? plan.id : 'draft'}
          onClose={() => setMaking(false)}
          onCreated={(id) => {
            setMaking(false);
            router.push(`/territories?plan=${id}` as Route);
          }}
        />
      )}
    </>
  );
}
