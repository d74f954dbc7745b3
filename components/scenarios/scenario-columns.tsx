import type { ReactNode } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { formatInstant, formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanSize, Scenario } from '#lib/shared/scenario-shapes.ts';

/** One row of the list: what is published, the draft, or a scenario. */
export type ListedPlan = {
  id: string;
  name: string;
  href: string;
  size: PlanSize | null;
  scenario: Scenario | null;
};

export function scenarioColumns({
  timeZone,
  currency,
  menuOf,
}: {
  timeZone: string;
  currency: string;
  menuOf: (row: ListedPlan) => ReactNode;
}): DataColumn<ListedPlan>[] {
  const figure = (
    id: string,
    header: string,
    hint: string,
    value: (size: PlanSize) => number,
    text: (size: PlanSize) => string,
  ): DataColumn<ListedPlan> => ({
    id,
    header,
    hint,
    width: 120,
    align: 'right',
    sortable: true,
    descFirst: true,
    value: (row) => row.size && value(row.size),
    cell: (row) => (row.size ? text(row.size) : <span className="text-ink-3">–</span>),
  });
  return [
    {
      id: 'name',
      header: 'Name',
      width: 220,
      grow: 2,
      hideable: false,
      sortable: true,
      value: (row) => row.name,
      interactive: true,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <AppLink href={row.href} className="truncate rounded-1 font-medium hover:underline">
            {row.name}
          </AppLink>
          {row.scenario === null && <Chip outline>{row.id === 'published' ? 'in force' : 'the plan'}</Chip>}
          {row.scenario?.note && <span className="truncate text-12 text-ink-3">{row.scenario.note}</span>}
        </span>
      ),
    },
    {
      id: 'by',
      header: 'Made by',
      width: 132,
      sortable: true,
      value: (row) => row.scenario?.createdBy ?? null,
      cell: (row) => <span className="truncate text-ink-2">{row.scenario?.createdBy ?? ''}</span>,
    },
    {
      id: 'updated',
      header: 'Last changed',
      width: 148,
      sortable: true,
      descFirst: true,
      kind: 'instant',
      value: (row) => (row.scenario ? Date.parse(row.scenario.updatedAt) : null),
      cell: (row) =>
        row.scenario && (
          <span
            className="truncate text-ink-2"
            title={
              row.scenario.rebasedAt
                ? `Re-based ${formatInstant(Date.parse(row.scenario.rebasedAt), timeZone)}`
                : undefined
            }
          >
            {formatInstant(Date.parse(row.scenario.updatedAt), timeZone)}
          </span>
        ),
    },
    figure(
      'moves',
      'Moves',
      'Accounts that would change territory or holder against what is published.',
      (size) => size.moves,
      (size) => formatNumber(size.moves),
    ),
    figure(
      'moved',
      'Potential moved',
      'Potential of those accounts.',
      (size) => size.movedAmount,
      (size) => formatMoney(size.movedAmount, currency, { compact: true }),
    ),
    figure(
      'band',
      'In the band',
      'AE books within the tolerance of an even share of potential.',
      (size) => size.inBand,
      (size) => (size.reps === 0 ? '–' : `${size.inBand} of ${size.reps}`),
    ),
    figure(
      'unassigned',
      'Unassigned',
      'Accounts in no territory.',
      (size) => size.unassigned,
      (size) => formatNumber(size.unassigned),
    ),
    {
      id: 'menu',
      header: 'Actions',
      width: 56,
      align: 'right',
      hideable: false,
      interactive: true,
      cell: (row) => menuOf(row) || null,
    },
  ];
}
