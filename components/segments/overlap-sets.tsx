'use client';
import { type CSSProperties, useState } from 'react';
import { FileMenu } from '#components/table/file-menu.tsx';
import { saveTable } from '#components/table/save-file.ts';
import type { FileFormat } from '#lib/shared/table-file/table-file.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { type Intersection, unionSize } from '#lib/metrics/overlaps.ts';
import { formatCount, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Overlap } from '#lib/shared/overlap-shapes.ts';
import { recordsHref } from './overlap-links.ts';

const SHOWN = 20;

function nameOf({ sets }: Intersection, segments: Overlap['segments']): string {
  const names = sets.map((at) => segments[at]?.name ?? '');
  return names.length === 1 ? `Only ${names[0]}` : names.join(' and ');
}

function others({ sets }: Intersection, count: number): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => !sets.includes(at));
}

/** One place of a combination: filled when the segment is part of it, with a line that joins the parts. */
function Dot({ at, sets }: { at: number; sets: readonly number[] }) {
  const isIn = sets.includes(at);
  const [first, last] = [Math.min(...sets), Math.max(...sets)];
  return (
    <td className="relative px-1 text-center">
      <span
        aria-hidden
        className={cn(
          'absolute top-1/2 left-1/2 size-3 -translate-1/2 rounded-full',
          isIn ? 'bg-chart-ink' : 'bg-line',
        )}
      />
      <span
        aria-hidden
        className={cn(
          'absolute top-1/2 h-0.5 -translate-y-1/2 bg-chart-ink',
          at > first && at <= last ? 'left-0' : 'left-1/2',
          at >= first && at < last ? 'right-0' : 'right-1/2',
        )}
      />
      <span className="sr-only">{isIn ? 'in' : 'not in'}</span>
    </td>
  );
}

/** Every combination that occurs, the largest first: dots say which segments, the bar how many are in exactly those. */
export function OverlapSets({ overlap }: { overlap: Overlap }) {
  const { segments, intersections, entity } = overlap;
  const [showsAll, setShowsAll] = useState(false);
  const largest = Math.max(1, ...intersections.map(({ count }) => count));
  const total = unionSize(intersections);
  const shown = showsAll ? intersections : intersections.slice(0, SHOWN);

  function save(format: FileFormat): void {
    const columns = [...segments.map((segment) => segment.name), `${entity}s`].map((header) => ({ header }));
    const rows = intersections.map(({ sets, count }) => [
      ...segments.map((_, at) => (sets.includes(at) ? 'yes' : '')),
      count,
    ]);
    void saveTable({ name: 'Overlaps', columns, rows }, format);
  }

  return (
    <section className="flex flex-col gap-2">
      <SectionHeader
        title="In exactly which segments"
        fact={`${formatCount(intersections.length, 'combination')} of ${formatCount(total, entity)}`}
        actions={<FileMenu choices={[{ label: 'Combinations', save }]} />}
      />
      <div className="overflow-auto" tabIndex={0} role="region" aria-label="Combinations of segments">
        <table className="border-collapse text-13" aria-label="Combinations of segments, the largest first">
          <thead>
            <tr>
              {segments.map((segment, at) => (
                <th
                  key={segment.id}
                  scope="col"
                  title={segment.name}
                  className="w-7 px-1 text-12 font-normal"
                >
                  <span aria-hidden className="flex flex-col items-center gap-1 pb-1">
                    {at + 1}
                    <Swatch id={segment.id} />
                  </span>
                  <span className="sr-only">{segment.name}</span>
                </th>
              ))}
              <th scope="col" className="pl-3 text-left text-12 font-normal text-ink-2">
                {`${entity}s in exactly these`}
              </th>
              <th scope="col" className="px-3 text-right text-12 font-normal text-ink-2">
                Share
              </th>
              <th scope="col" className="text-left text-12 font-normal text-ink-2">
                Segments
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((intersection) => (
              <tr key={intersection.sets.join()} className="border-t border-line">
                {segments.map((segment, at) => (
                  <Dot key={segment.id} at={at} sets={intersection.sets} />
                ))}
                <td className="h-7 pl-3">
                  <span className="flex items-center gap-2">
                    <span
                      aria-hidden
                      className="h-3 w-[calc(var(--part)*220px)] min-w-0.5 rounded-1 bg-chart-fill max-sm:w-[calc(var(--part)*110px)]"
                      style={{ '--part': intersection.count / largest } as CSSProperties}
                    />
                    <AppLink
                      prefetch={false}
                      href={recordsHref(overlap, intersection.sets, others(intersection, segments.length))}
                      aria-label={`${formatCount(intersection.count, entity)}: ${nameOf(intersection, segments)}`}
                      className="text-ink tabular-nums hover:underline"
                    >
                      {formatNumber(intersection.count)}
                    </AppLink>
                  </span>
                </td>
                <td className="px-3 text-right text-ink-2 tabular-nums">
                  {formatRate(intersection.count / total)}
                </td>
                <td className="max-w-96 truncate text-ink-2" title={nameOf(intersection, segments)}>
                  {nameOf(intersection, segments)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {intersections.length > SHOWN && !showsAll && (
        <div>
          <Button variant="link" onClick={() => setShowsAll(true)}>
            Show all {formatNumber(intersections.length)} combinations
          </Button>
        </div>
      )}
    </section>
  );
}
