'use client';
import { useState } from 'react';
import type { Performance } from '#lib/metrics/performance.ts';
import type { RepAttainment, TeamAttainment } from '#lib/metrics/results.ts';
import { formatCount, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { FigureLink } from './figure-link.tsx';
import { MetricName } from './metric-name.tsx';
import { QuotaBar } from './quota-bar.tsx';
import { asOfWords, periodWords } from './words.ts';
import { TableScroll } from '../ui/table-scroll.tsx';

type Line = RepAttainment | TeamAttainment;
const head = 'pb-1 pl-3 text-right font-normal whitespace-nowrap';
const cell = 'pl-3 text-right whitespace-nowrap';

/** Won and open pipeline of each rep, or each manager's team, against quota. */
export function QuotaCard({ data }: { data: Performance }) {
  const { attainment, currency } = data;
  const [who, setWho] = useState<'reps' | 'teams'>('reps');
  const lines: Line[] = [...(who === 'reps' ? attainment.reps : attainment.teams)].sort(
    (a, b) =>
      (b.attainmentRate ?? -1) - (a.attainmentRate ?? -1) ||
      (b.wonAmount.value ?? 0) - (a.wonAmount.value ?? 0),
  );
  const end = Math.max(
    1,
    ...lines.map((line) =>
      line.quotaAmount ? ((line.wonAmount.value ?? 0) + (line.openAmount.value ?? 0)) / line.quotaAmount : 0,
    ),
  );
  const scale = Math.min(3, Math.ceil(end * 4) / 4);
  const money = (value: number | null) =>
    value === null ? '–' : formatMoney(value, currency, { compact: true });
  const quota = lines.reduce((sum, line) => sum + (line.quotaAmount ?? 0), 0);
  const people = who === 'reps' ? formatCount(lines.length, 'rep') : formatCount(lines.length, 'team');
  return (
    <ChartCard
      question="Who is on the way to quota?"
      facts={`${people}, ${money(quota)} quota · ${asOfWords(data)}`}
      filters={`Closed ${periodWords(attainment.from, attainment.to)}${data.filters.pipeline === null ? '' : ` · ${data.filters.pipeline} pipeline`} · deals by their owner`}
      table={{
        columns: [
          { label: who === 'reps' ? 'Rep' : 'Team of' },
          ...['Quota', 'Won', 'Attainment', 'Open pipeline', 'Still to win', 'Coverage'].map((label) => ({
            label,
            numeric: true,
          })),
        ],
        rows: lines.map((line) => ({
          key: line.id,
          cells: [
            line.name,
            line.quotaAmount,
            line.wonAmount.value,
            line.attainmentRate,
            line.openAmount.value,
            line.remainingAmount,
            line.coverageRate,
          ],
        })),
      }}
      fileName="quota"
      note="Full bar: won. Light bar: open pipeline, all of it. The line is the quota of the period."
      empty={
        attainment.reps.length === 0 ? (
          <p className="py-6 text-ink-2">
            {data.isScoped
              ? 'You and your team have no quota and no deals of your own in this period.'
              : 'No rep has a quota or a deal in this period. Quotas are a field of reps: import them with the reps.'}
          </p>
        ) : undefined
      }
    >
      {attainment.teams.length > 0 && (
        <div className="mb-2" data-no-export>
          <Segmented
            label="Whose quota"
            value={who}
            onValueChange={setWho}
            options={[
              { value: 'reps', label: 'Reps' },
              { value: 'teams', label: 'Managers’ teams' },
            ]}
          />
        </div>
      )}
      <TableScroll label="Quota">
        <table className="w-full">
          <thead className="text-12 text-ink-3">
            <tr>
              <th scope="col" className="pb-1 text-left font-normal">
                {who === 'reps' ? 'Rep' : 'Team of'}
              </th>
              <th scope="col" className="w-2/5 pb-1 pl-3 text-left font-normal max-sm:hidden">
                <MetricName metric="quotaAttainment">Won and open against quota</MetricName>
              </th>
              <th scope="col" className={head}>
                Won
              </th>
              <th scope="col" className={head}>
                Quota
              </th>
              <th scope="col" className={head}>
                <MetricName metric="quotaAttainment" />
              </th>
              <th scope="col" className={`${head} max-sm:hidden`}>
                Open
              </th>
              <th scope="col" className={`${head} max-sm:hidden`}>
                <MetricName metric="coverage" />
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="h-8">
                <th scope="row" className="max-w-44 truncate pr-2 text-left font-medium">
                  {line.name}
                  {'members' in line && (
                    <span className="ml-1.5 text-12 font-normal text-ink-3">
                      {formatCount(line.members, 'rep')}
                    </span>
                  )}
                </th>
                <td className="pl-3 max-sm:hidden">
                  <QuotaBar line={line} scale={scale} />
                </td>
                <td className={cell}>
                  <WonLink data={data} line={line} text={money(line.wonAmount.value)} figure="won" />
                </td>
                <td className={cell}>{money(line.quotaAmount)}</td>
                <td className={`${cell} font-medium`}>
                  {line.attainmentRate === null ? '–' : formatRate(line.attainmentRate, { digits: 0 })}
                </td>
                <td className={`${cell} max-sm:hidden`}>
                  <WonLink data={data} line={line} text={money(line.openAmount.value)} figure="open" />
                </td>
                <td className={`${cell} max-sm:hidden`}>
                  {line.coverageRate === null ? '–' : `${formatNumber(line.coverageRate, { digits: 1 })} ×`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </ChartCard>
  );
}

/** A rep's figure opens the deals they own; a team's is the sum of its lines. */
function WonLink({
  data,
  line,
  text,
  figure,
}: {
  data: Performance;
  line: Line;
  text: string;
  figure: 'won' | 'open';
}) {
  if ('members' in line || text === '–') return text;
  const span = { ...data, frame: { ...data.frame, from: data.attainment.from, to: data.attainment.to } };
  return (
    <FigureLink data={span} to={{ figure, key: { owner: line.id } }} name={`${line.name}: ${figure} deals`}>
      {text}
    </FigureLink>
  );
}
