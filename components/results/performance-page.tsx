'use client';
import { parseAsString, useQueryState } from 'nuqs';
import type { Performance } from '#lib/metrics/performance.ts';
import { type ResultRow, restRates, resultRows } from '#lib/metrics/result-rows.ts';
import { resultSentence, type SentencePart } from '#lib/metrics/result-sentence.ts';
import { useMediaQuery } from '../table/use-media-query.ts';
import { cn } from '../ui/cn.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { AnswersCard } from './answers-card.tsx';
import { CreatedCard } from './created-card.tsx';
import { CycleCard } from './cycle-card.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FunnelCard } from './funnel-card.tsx';
import { groupName } from './group-name.ts';
import { LeftOutFacts } from './left-out-facts.tsx';
import { NothingClosed } from './nothing-closed.tsx';
import { QuotaCard } from './quota-card.tsx';
import { resultColumns } from './result-columns.tsx';
import { ResultList } from './result-list.tsx';
import { ResultTable } from './result-table.tsx';
import { sortRows } from './sort-rows.ts';
import { StageCard } from './stage-card.tsx';
import { useFilters } from './use-filters.ts';
import { VelocityCard } from './velocity-card.tsx';
import { ViewMenu } from './view-menu.tsx';
import { asOfWords, restInSentence, titleWords } from './words.ts';

/** Rows that reach out instead of being reached. */
const aboutPeople = new Set<string>(['owner', 'manager', 'rep.region', 'month']);

const cards =
  'grid border-b border-line [&>*]:border-line [&>*+*]:border-t xl:[&>*:nth-child(2)]:border-t-0 xl:[&>*:nth-child(even)]:border-l';

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
  const sentence = resultSentence(
    named(data, rows),
    restInSentence(groupBy, data.isScoped),
    aboutPeople.has(groupBy) ? 'gets replies' : 'replies',
  );
  const { total } = data.byGroup;
  const isEmpty = total.won + total.lost + (total.open ?? 0) + (total.touched ?? 0) === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Performance', href: '/performance' }]}
        title={titleWords(groupBy)}
        facts={<span className="inline-block first-letter:uppercase">{asOfWords(data)}</span>}
        actions={
          <>
            <ViewMenu filters={data.filters} />
            <ExportButton data={data} rows={rows} />
          </>
        }
      />
      <FilterBar data={data} change={change} />
      <div className={cn('min-h-0 flex-1 overflow-auto', isPending && 'is-stale')} aria-busy={isPending}>
        {isEmpty ? (
          <NothingClosed data={data} change={change} />
        ) : (
          <>
            {total.won + total.lost === 0 && <NothingClosed data={data} change={change} />}
            <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3">
              <Sentence parts={total.won + total.lost === 0 ? [] : sentence} />
              <LeftOutFacts data={data} />
            </div>
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
            <div className={cn(cards, 'xl:grid-cols-[1fr_1.28fr]')}>
              <FunnelCard data={data} />
              <CreatedCard data={data} />
            </div>
            <div className={cn(cards, 'xl:grid-cols-2')}>
              <StageCard data={data} />
              <CycleCard data={data} rows={rows} />
              <VelocityCard data={data} />
              <AnswersCard data={data} />
            </div>
            <div className={cards}>
              <QuotaCard data={data} />
            </div>
            <p className="px-4 py-2.5 text-12 text-ink-3">
              Whiskers are 95 % intervals; the dotted line is{' '}
              {groupBy === 'segment' ? 'the rest of the market' : 'all deals together'}. A green or red mark
              stands only where two intervals do not meet; below 10 closed deals nothing is claimed.
              {groupBy === 'month' &&
                ' Accounts touched lately had less time to answer, so months make no claim about replies.'}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

/** Rows under the names that the table shows. */
function named(data: Performance, rows: readonly ResultRow[]): ResultRow[] {
  return rows.map((row) => ({ ...row, label: row.label === null ? null : groupName(data, row.group) }));
}

function Sentence({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <p className="max-w-5xl min-w-0 text-14 leading-5 text-ink-2">
      {parts.map((part, index) =>
        part.strong ? (
          <b key={index} className="font-semibold text-ink">
            {part.text}
          </b>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
