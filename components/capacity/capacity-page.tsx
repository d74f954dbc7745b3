'use client';
import { Download } from 'lucide-react';
import { fileItems } from '#components/table/file-menu.tsx';
import { roleText } from '#components/territories/words.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { formatCount, formatInstant, formatNumber } from '#lib/shared/format.ts';
import { AssumptionsForm } from './assumptions-form.tsx';
import { CapacityChart } from './capacity-chart.tsx';
import { gapSentence, monthText } from './capacity-words.ts';
import { TeamTable } from './team-table.tsx';
import { TierTable } from './tier-table.tsx';
import { useCapacityAddress } from './use-capacity-address.ts';

/** Whether the people of a role can do what the tiers ask for, how many it takes, and what the tiers could be. */
export function CapacityPage({
  view,
  plan,
  now,
  timeZone,
  refusal,
}: {
  view: CapacityView;
  /** The plan or scenario whose books are asked about; null = what is published. */
  plan: { id: string; name: string } | null;
  /** Epoch ms. */
  now: number;
  timeZone: string;
  /** Why this person may not change what is assumed; null = may. */
  refusal: string | null;
}) {
  const { address, setAddress, isStale } = useCapacityAddress();
  const role = view.role === null ? 'Nobody' : roleText(view.role);
  const [month] = view.months;
  const gap = month?.gapTouches ?? 0;
  const basis = view.demand === 'held' ? `held by ${role}s and pools` : 'all accounts with a tier';
  const query = new URLSearchParams({
    ...(view.role === null ? {} : { role: view.role }),
    demand: address.demand,
    ...(plan ? { plan: plan.id } : {}),
  });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[
          { label: 'Territories', href: '/territories' },
          ...(plan ? [{ label: plan.name, href: `/territories?plan=${plan.id}` }] : []),
        ]}
        title="Capacity"
        facts={
          plan
            ? `demand in the books of “${plan.name}” against what people can do`
            : 'demand by tier against what people can do'
        }
        actions={
          <Menu
            label="Export the capacity"
            trigger={
              <Button aria-label="Export">
                <Download aria-hidden />
                <span className="max-sm:hidden">Export</span>
              </Button>
            }
            items={fileItems(
              [{ label: 'Months', address: `/api/v1/capacity?${query}` }],
              <Download aria-hidden />,
            )}
          />
        }
      />
      <div className="min-h-0 flex-1 overflow-auto">
        {view.roles.length === 0 ? (
          <div className="p-4">
            <EmptyState
              title="Nobody has a capacity yet."
              actions={
                <Button asChild>
                  <AppLink href="/territories/reps">Reps and pools</AppLink>
                </Button>
              }
            >
              Say what each rep can do in a month; then this page holds it against what the tiers ask for.
            </EmptyState>
          </div>
        ) : (
          <div className="flex max-w-[1120px] flex-col gap-6 p-4">
            <div className="flex flex-wrap items-center gap-3">
              <Segmented
                label="Role"
                value={view.role ?? ''}
                onValueChange={(next) => void setAddress({ role: next, people: null })}
                options={view.roles.map((item) => ({ value: item.role, label: roleText(item.role) }))}
              />
              {view.slot !== null && (
                <Segmented
                  label="Demand of"
                  value={view.demand}
                  onValueChange={(demand) => void setAddress({ demand })}
                  options={[
                    { value: 'held', label: `Held by ${role}s` },
                    { value: 'all', label: 'All with a tier' },
                  ]}
                />
              )}
            </div>
            <div>
              <StatRow>
                <StatBlock
                  value={formatNumber(Math.round(view.demandTouches))}
                  label="touches asked a month"
                  fact={basis}
                  stale={isStale}
                />
                <StatBlock
                  value={formatNumber(Math.round(month?.touches ?? 0))}
                  label={`touches ${role}s can do`}
                  fact={month && `in ${monthText(month.month)}`}
                  stale={isStale}
                />
                <StatBlock
                  value={formatNumber(Math.abs(Math.round(gap)))}
                  label={gap < 0 ? 'short' : 'to spare'}
                  fact={gap < 0 ? 'touches this month' : undefined}
                  factTone={gap < 0 ? 'caution' : 'none'}
                  stale={isStale}
                />
                <StatBlock
                  value={view.need.people === null ? '–' : formatNumber(view.need.people)}
                  label="people needed"
                  fact={`${formatNumber(month?.people ?? 0, { digits: 1 })} this month`}
                  title="Demand ÷ mean capacity at full ramp, or what the account caps need if that is more"
                  stale={isStale}
                />
              </StatRow>
              <p className="pt-2 text-ink-2">
                {gapSentence(view)}
                {view.withoutTier > 0 &&
                  ` ${formatCount(view.withoutTier, 'account')} without a tier ${view.withoutTier === 1 ? 'asks' : 'ask'} for nothing here.`}
              </p>
            </div>
            <CapacityChart
              view={view}
              facts={`${formatCount(view.team.length, 'place')} · as of ${formatInstant(now, timeZone)}`}
              filters={`${role} · ${basis}`}
              stale={isStale}
            />
            <TierTable key={view.role} view={view} onPeople={(people) => void setAddress({ people })} />
            <TeamTable view={view} />
            {view.assumptions && (
              <AssumptionsForm key={view.assumptions.role} assumptions={view.assumptions} refusal={refusal} />
            )}
          </div>
        )}
      </div>
    </div>
  );
}
