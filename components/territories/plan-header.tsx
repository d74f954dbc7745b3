'use client';
import {
  CalendarRange,
  Download,
  Ellipsis,
  Gauge,
  Handshake,
  History,
  Inbox,
  ListChecks,
  Scale,
  UsersRound,
} from 'lucide-react';
import { useState } from 'react';
import { ScenarioSwitch } from '#components/scenarios/scenario-switch.tsx';
import { fileItems } from '#components/table/file-menu.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { draftWord, planHref } from './plan-href.ts';
import { periodText, PlanSettings } from './plan-settings.tsx';
import { usePlanner } from './planner-context.tsx';

/** `Published v2`, and `Draft` where it says something else. */
export function PlanStatus({ plan }: { plan: PlanView }) {
  if (plan.scenario) {
    return <Chip tone="accent">{plan.scenario.isArchived ? 'Scenario, put away' : 'Scenario'}</Chip>;
  }
  const hasDraft = plan.moves > 0 || plan.publishedNumber === null;
  return (
    <span className="flex items-center gap-1">
      {plan.publishedNumber !== null && <Chip outline>Published v{plan.publishedNumber}</Chip>}
      {hasDraft && (
        <Chip tone="caution" dot title="Publishing would move accounts">
          Draft
        </Chip>
      )}
    </span>
  );
}

/** The bar of the planner: the plan, its state, and what leads on. */
export function PlanHeader() {
  const { plan, rights, timeZone } = usePlanner();
  const [isEditing, setEditing] = useState(false);
  const publishedOn =
    plan.publishedAt === null
      ? null
      : `in force since ${formatDay(dayOfInstant(Date.parse(plan.publishedAt), timeZone))}`;
  return (
    <PageHeader
      crumbs={[
        { label: 'Territories', href: '/territories' },
        ...(plan.scenario ? [{ label: plan.scenario.of.name, href: '/territories' }] : []),
      ]}
      title={plan.name}
      status={<PlanStatus plan={plan} />}
      facts={[periodText(plan), plan.scenario ? null : (publishedOn ?? 'never published')]
        .filter((fact) => fact !== null)
        .join(' · ')}
      actions={
        <>
          <ScenarioSwitch />
          <Menu
            label="More about the plan"
            trigger={
              <IconButton label="More">
                <Ellipsis aria-hidden />
              </IconButton>
            }
            items={[
              {
                label: 'Review the moves',
                icon: <ListChecks aria-hidden />,
                ...(rights.noMove
                  ? { reason: rights.noMove }
                  : { href: planHref(plan, '/territories/review') }),
              },
              {
                label: 'Balance books…',
                icon: <Scale aria-hidden />,
                ...(rights.noMove
                  ? { reason: rights.noMove }
                  : { href: planHref(plan, '/territories/balance') }),
              },
              {
                label: 'Requests',
                icon: <Inbox aria-hidden />,
                ...(rights.noMove ? { reason: rights.noMove } : { href: '/territories/requests' }),
              },
              { label: 'Reps and pools', icon: <UsersRound aria-hidden />, href: '/territories/reps' },
              {
                label: 'Capacity',
                icon: <Gauge aria-hidden />,
                href: planHref(plan, '/territories/capacity'),
              },
              {
                label: plan.scenario ? 'Name and note…' : 'Name and period…',
                icon: <CalendarRange aria-hidden />,
                onSelect: () => setEditing(true),
                ...(rights.noRestructure ? { reason: rights.noRestructure } : {}),
              },
              {
                label: 'Versions',
                icon: <History aria-hidden />,
                ...(rights.noMove ? { reason: rights.noMove } : { href: '/territories/history' }),
              },
              {
                label: 'Held-over deals',
                icon: <Handshake aria-hidden />,
                href: '/territories/holdovers',
              },
              ...fileItems(
                [
                  {
                    label: `Moves of the ${draftWord(plan)}`,
                    address: `/api/v1/plans/${plan.id}/moves`,
                    reason: plan.moves === 0 ? 'Nothing would move.' : undefined,
                  },
                ],
                <Download aria-hidden />,
              ),
            ]}
          />
          {rights.noMove === null && (
            <Button asChild className="max-md:hidden">
              <AppLink href={planHref(plan, '/territories/balance')}>
                <Scale aria-hidden />
                Balance…
              </AppLink>
            </Button>
          )}
          {plan.scenario || rights.noMove ? null : (
            <Button variant={rights.noPublish ? 'secondary' : 'primary'} asChild className="max-md:hidden">
              <AppLink href="/territories/review">{rights.noPublish ? 'Review' : 'Review & publish'}</AppLink>
            </Button>
          )}
          {isEditing && <PlanSettings onClose={() => setEditing(false)} />}
        </>
      }
    />
  );
}
