'use client';
import { useState } from 'react';
import type { Figures } from '#lib/metrics/figures.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';
import { performanceSearch } from '#lib/metrics/performance-filters.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { ChartSeries, ChartTable } from '../charts/chart-data.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { type FunnelStage, FunnelBars } from '../charts/funnel-bars.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Select } from '../ui/select.tsx';
import { restColour } from './colours.ts';
import { groupName } from './group-name.ts';
import { MetricName } from './metric-name.tsx';
import { recordsHref } from './records-href.ts';
import { asOfWords, filterWords, restWords } from './words.ts';

type Choice = { value: string; label: string; figures: Figures; key: ResultGroup['key'] };

/** Where deals stop, for one group or all compared ones, beside the rest. */
export function FunnelCard({ data }: { data: Performance }) {
  const choices = choicesOf(data);
  const [chosen, setChosen] = useState('together');
  const choice = choices.find((candidate) => candidate.value === chosen) ?? choices[0];
  const beside = besideOf(data, choice);
  const shown = [choice, beside].filter(
    (one) => one !== undefined && one.figures.funnel !== null,
  ) as Choice[];
  const series: ChartSeries[] = shown.map((one, index) => ({
    key: one.value,
    label: one.label,
    colour: index === 0 ? 'var(--n-500)' : restColour,
  }));
  const stages = stagesOf(data, shown);
  const inferred = inferredDeals(shown);
  const deals = (choice?.figures.won ?? 0) + (choice?.figures.lost ?? 0) + (choice?.figures.open ?? 0);
  return (
    <ChartCard
      question="Where do deals stop?"
      facts={`${formatCount(deals, 'deal')}: ${formatNumber(choice?.figures.won ?? 0)} won, ${formatNumber(choice?.figures.lost ?? 0)} lost, ${formatNumber(choice?.figures.open ?? 0)} open · ${asOfWords(data)}`}
      filters={filterWords(data)}
      table={tableOf(stages, series)}
      fileName="funnel"
      series={[
        ...series,
        ...(inferred > 0
          ? [{ key: 'inferred', label: 'inferred from stage order', colour: 'var(--n-500)', hatched: true }]
          : []),
      ]}
      note={
        <>
          <MetricName metric="funnel">Furthest known stage</MetricName>
          {inferred > 0 &&
            `. ${formatCount(inferred, 'deal')} without recorded stage changes: earlier stages inferred, hatched.`}
        </>
      }
      empty={stages.length === 0 ? <NoFunnel data={data} hasDeals={deals > 0} /> : undefined}
    >
      {choices.length > 1 && (
        <div className="mb-2" data-no-export>
          <Select
            label="Deals of"
            size="sm"
            value={choice?.value ?? null}
            onValueChange={setChosen}
            options={choices.map(({ value, label }) => ({ value, label }))}
          />
        </div>
      )}
      <FunnelBars stages={stages} series={series} />
    </ChartCard>
  );
}

function choicesOf(data: Performance): Choice[] {
  const compared = data.compared?.groups.find((group) => group.key.compared === true);
  const together: Choice = compared
    ? { value: 'together', label: 'Compared segments', figures: compared, key: compared.key }
    : { value: 'together', label: 'All deals', figures: data.byGroup.total, key: {} };
  const groups = data.byGroup.groups
    .filter((group) => group.key[data.filters.groupBy] !== null && group.funnel !== null)
    .map((group) => ({
      value: String(group.key[data.filters.groupBy]),
      label: groupName(data, group),
      figures: group as Figures,
      key: group.key,
    }));
  return [together, ...groups];
}

function besideOf(data: Performance, choice: Choice | undefined): Choice | undefined {
  const rest = data.compared?.groups.find((group) => group.key.compared === false);
  const isCompared = data.compared?.groups.some((group) => group.key.compared === true);
  if (rest && isCompared)
    return { value: 'rest', label: restWords(data.isScoped), figures: rest, key: rest.key };
  if (choice?.value === 'together') return undefined;
  return { value: 'all', label: 'All deals', figures: data.byGroup.total, key: {} };
}

/** Deals whose stages were inferred; what stands beside is part of all deals or apart from the choice. */
function inferredDeals(shown: readonly Choice[]): number {
  const counts = shown.map(({ figures }) =>
    Math.max(0, ...(figures.funnel ?? []).map((stage) => stage.inferred)),
  );
  const isPart = shown.some(({ key }) => Object.keys(key).length === 0);
  return isPart ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
}

function stagesOf(data: Performance, shown: readonly Choice[]): FunnelStage[] {
  const names = shown[0]?.figures.funnel?.map((row) => row.stage) ?? [];
  return names.map((stage) => ({
    key: stage,
    label: stage,
    reached: Object.fromEntries(
      shown.map((one) => {
        const row = one.figures.funnel?.find((candidate) => candidate.stage === stage);
        const href = recordsHref(data, { figure: 'all', key: one.key, reached: stage });
        return [one.value, { count: row?.count ?? 0, inferred: row?.inferred ?? 0, href }];
      }),
    ),
  }));
}

function tableOf(stages: readonly FunnelStage[], series: readonly ChartSeries[]): ChartTable {
  return {
    columns: [
      { label: 'Stage' },
      ...series.flatMap((one) => [
        { label: `${one.label}: deals`, numeric: true },
        { label: `${one.label}: inferred`, numeric: true },
      ]),
    ],
    rows: stages.map((stage) => ({
      key: stage.key,
      cells: [
        stage.label,
        ...series.flatMap(({ key }) => [stage.reached[key]?.count ?? 0, stage.reached[key]?.inferred ?? 0]),
      ],
    })),
  };
}

function NoFunnel({ data, hasDeals }: { data: Performance; hasDeals: boolean }) {
  const { options, filters } = data;
  if (!hasDeals || options.pipelines.length < 2) {
    return <p className="py-6 text-ink-2">No deal closed in this period and none is open.</p>;
  }
  return (
    <div className="py-6 text-ink-2">
      <p>These deals run through several pipelines, whose stages have no common order. Choose one:</p>
      <p className="mt-2 flex flex-wrap gap-3">
        {options.pipelines.map((pipeline) => (
          <AppLink
            key={pipeline}
            href={`/performance${performanceSearch({ ...filters, pipeline })}`}
            className="rounded-1 text-accent-ink hover:underline"
          >
            {pipeline}
          </AppLink>
        ))}
      </p>
    </div>
  );
}
