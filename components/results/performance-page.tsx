'use client';
import { parseAsString, useQueryState } from 'nuqs';
import type { Performance } from '#lib/metrics/performance.ts';
import { restRates, resultRows } from '#lib/metrics/result-rows.ts';
import { resultSentence } from '#lib/metrics/result-sentence.ts';
import { useMediaQuery } from '../table/use-media-query.ts';
import { cn } from '../ui/cn.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { AnswersCard } from './answers-card.tsx';
import { CreatedCard } from './created-card.tsx';
import { CycleCard } from './cycle-card.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FunnelCard } from './funnel-card.tsx';
import { NothingClosed } from './nothing-closed.tsx';
import { QuotaCard } from './quota-card.tsx';
import { resultColumns } from './result-columns.tsx';
import { ResultList } from './result-list.tsx';
import { ResultTable } from './result-table.tsx';
import { sortRows } from './sort-rows.ts';
import { StageCard } from './stage-card.tsx';
import { useFilters } from './use-filters.ts';
import { VelocityCard } from './velocity-card.tsx';
import { asOfWords, restInSentence } from './words.ts';

/** Segment results: the sentence first, the table with its doubt, then where pipeline comes from and where it stops. */
export function PerformancePage({ data }: { data: Performance }) {
  const { isPending, change } = useFilters(data.filters);
  const { groupBy } = data.filters;
  const [order, setOrder] = useQueryState('sort', parseAsString.withDefault('-winRate'));
  const isPhone = useMediaQuery('(max-width: 767px)');
  const rest = restRates(data.byGroup, groupBy);
  const columns = resultColumns(data, rest);
  const isChronological = groupBy === 'month' && order === '-winRate';
  const sort = isChronological ? null : { id: order.replace(/^-/, ''), desc: order.startsWith('-') };
  const rows = sortRows(resultRows(data.byGroup, groupBy), columns, sort);
  const sentence = resultSentence(rows, rest, restInSentence(groupBy, data.isScoped));
  const { total } = data.byGroup;
  const isEmpty = total.won + total.lost + (total.open ?? 0) + (total.touched ?? 0) === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Performance', href: '/performance' }]}
        title="Segment results"
        facts={<span className="first-letter:uppercase">{asOfWords(data)}</span>}
        actions={<ExportButton data={data} rows={rows} />}
      />
      <FilterBar data={data} change={change} />
      <div className={cn('min-h-0 flex-1 overflow-auto', isPending && 'is-stale')} aria-busy={isPending}>
        {isEmpty ? (
          <NothingClosed data={data} change={change} />
        ) : (
          <>
            {total.won + total.lost === 0 ? (
              <NothingClosed data={data} change={change} />
            ) : (
              <p className="px-4 py-3.5 text-14 leading-5 text-ink-2">
                {sentence.map((part, index) =>
                  part.strong ? (
                    <b key={index} className="font-semibold text-ink">
                      {part.text}
                    </b>
                  ) : (
                    part.text
                  ),
                )}
              </p>
            )}
            {isPhone ? (
              <ResultList data={data} rows={rows} columns={columns} />
            ) : (
              <ResultTable
                data={data}
                rows={rows}
                columns={columns}
                sort={sort}
                onSort={({ id, desc }) => setOrder(`${desc ? '-' : ''}${id}`)}
              />
            )}
            <div className="grid border-b border-line xl:grid-cols-[1fr_1.28fr] [&>*]:border-t [&>*]:border-line [&>*:nth-child(-n+2)]:xl:border-t-0 [&>*:nth-child(even)]:xl:border-l">
              <FunnelCard data={data} stale={isPending} />
              <CreatedCard data={data} stale={isPending} />
              <StageCard data={data} stale={isPending} />
              <CycleCard data={data} stale={isPending} />
              <VelocityCard data={data} stale={isPending} />
              <AnswersCard data={data} stale={isPending} />
              <div className="xl:col-span-2 xl:border-l-0!">
                <QuotaCard data={data} stale={isPending} />
              </div>
            </div>
            <p className="px-4 py-2.5 text-12 text-ink-3">
              Whiskers are 95 % intervals; the dotted line is{' '}
              {groupBy === 'segment' ? 'the rest of the market' : 'all deals together'}. A green or red mark
              stands only where two intervals do not meet; below 10 closed deals nothing is claimed.
            </p>
          </>
        )}
      </div>
    </div>
  );
}
