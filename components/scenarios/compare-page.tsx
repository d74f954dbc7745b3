'use client';
import { ChevronDown, Link2 } from 'lucide-react';
import type { Route } from 'next';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { cn } from '#components/ui/cn.ts';
import { copyText } from '#components/ui/code-block.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { COMPARED_AT_MOST, type Comparison } from '#lib/shared/scenario-shapes.ts';
import { slots } from '#lib/territories/plan-model.ts';
import { CompareAccounts } from './compare-accounts.tsx';
import { CompareFigures } from './compare-figures.tsx';
import { CompareReps } from './compare-reps.tsx';

type Choice = { id: string; name: string };

/** Scenarios, the draft and what is published side by side. What is compared stands in the address, to be shared. */
export function ComparePage({
  planId,
  comparison,
  problem,
  choices,
  currency,
  seesVersions,
}: {
  planId: string;
  comparison: Comparison | null;
  problem: string | null;
  choices: readonly Choice[];
  currency: string;
  seesVersions: boolean;
}) {
  const router = useRouter();
  const search = useSearchParams();
  const [isStale, startTransition] = useTransition();
  const asked = (search.get('plans') ?? '').split(',').filter(Boolean);
  const chosen = comparison
    ? comparison.sides.map((side) => side.id)
    : asked.map((id) => (id === 'draft' ? planId : id));
  const slot = comparison?.slot ?? 'ae';
  const tab = search.get('tab') ?? 'figures';

  function go(change: Record<string, string>): void {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(change)) next.set(key, value);
    startTransition(() =>
      router.push(`/territories/compare?${next.toString().replaceAll('%2C', ',')}` as Route, {
        scroll: false,
      }),
    );
  }

  const toggle = (id: string) =>
    go({
      plans: (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]).join(','),
    });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[
          { label: comparison?.plan.name ?? 'Territories', href: '/territories' },
          { label: 'Scenarios', href: '/territories/scenarios' },
        ]}
        title="Compare"
        actions={
          <>
            <Button onClick={() => void copyText(window.location.href, 'Link to this comparison')}>
              <Link2 aria-hidden />
              Copy the link
            </Button>
            <Menu
              label="What is compared"
              trigger={
                <Button>
                  Comparing {formatNumber(chosen.length)} of {formatNumber(choices.length)}
                  <ChevronDown aria-hidden />
                </Button>
              }
              items={choices.map(({ id, name }) => ({
                label: name,
                checked: chosen.includes(id),
                onSelect: () => toggle(id),
                ...(chosen.length >= COMPARED_AT_MOST && !chosen.includes(id)
                  ? { reason: `At most ${COMPARED_AT_MOST} at a time.` }
                  : {}),
              }))}
            />
          </>
        }
      />
      {problem !== null && <Callout tone="caution" title={problem} />}
      {comparison === null ? (
        <div className="p-4">
          <EmptyState
            title="Choose two or more to compare."
            actions={choices.map(({ id, name }) => (
              <Button
                key={id}
                variant={chosen.includes(id) ? 'primary' : 'secondary'}
                aria-pressed={chosen.includes(id)}
                onClick={() => toggle(id)}
              >
                {name}
              </Button>
            ))}
          >
            What is published, the draft, and the scenarios of the plan.
          </EmptyState>
        </div>
      ) : (
        <Tabs
          label="Comparison"
          className={cn('flex-1', isStale && 'is-stale')}
          panelClassName="flex min-h-0 flex-col"
          value={tab}
          onValueChange={(next) => go({ tab: next })}
          items={[
            { value: 'figures', label: 'Figures' },
            { value: 'reps', label: 'Reps', count: formatNumber(comparison.reps.length) },
            { value: 'accounts', label: 'Accounts', count: formatNumber(comparison.differences) },
          ]}
          aside={
            <span className="flex items-center gap-2">
              {comparison.differences === 0 && <Chip tone="good">All the same</Chip>}
              <Segmented
                label="Slot"
                className="h-6 max-sm:h-7 max-sm:[&>*]:px-1.25"
                value={slot}
                onValueChange={(next) => go({ slot: next })}
                options={slots.map((value) => ({ value, label: slotLabels[value] }))}
              />
            </span>
          }
          panels={{
            figures: (
              <CompareFigures comparison={comparison} currency={currency} seesVersions={seesVersions} />
            ),
            reps: <CompareReps comparison={comparison} currency={currency} />,
            accounts: <CompareAccounts comparison={comparison} currency={currency} />,
          }}
        />
      )}
    </div>
  );
}
