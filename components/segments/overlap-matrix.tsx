import { AppLink } from '#components/ui/app-link.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { pairCounts } from '#lib/metrics/overlaps.ts';
import { formatCount, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Overlap } from '#lib/shared/overlap-shapes.ts';
import { recordsHref } from './overlap-links.ts';

/** Strongest tint in percent: text on it still reads well in both themes. */
const MOST_TINT = 34;

/** Every pair of segments: how many are in both, and what share of the row's segment that is. */
export function OverlapMatrix({ overlap }: { overlap: Overlap }) {
  const { segments, intersections, entity } = overlap;
  const pairs = pairCounts(intersections, segments.length);
  return (
    <section className="flex flex-col gap-2">
      <SectionHeader
        title="Who is in both"
        fact={`${entity}s of the row that are in the column too, and their share of the row`}
      />
      <div className="overflow-auto" tabIndex={0} role="region" aria-label="Overlap of each pair">
        <table className="border-collapse text-13" aria-label="Overlap of each pair">
          <thead>
            <tr>
              <td />
              {segments.map((segment) => (
                <th
                  key={segment.id}
                  scope="col"
                  className="max-w-32 min-w-24 truncate px-2 py-1 text-right align-bottom text-12 font-normal text-ink-2"
                  title={segment.name}
                >
                  {segment.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {segments.map((segment, row) => {
              const size = pairs[row]?.[row] ?? 0;
              return (
                <tr key={segment.id}>
                  <th
                    scope="row"
                    className="sticky left-0 max-w-56 truncate bg-panel max-sm:max-w-28 py-1 pr-3 text-left text-12 font-normal text-ink-2"
                    title={segment.name}
                  >
                    {segment.name}
                  </th>
                  {segments.map((other, column) => {
                    const count = pairs[row]?.[column] ?? 0;
                    const share = size === 0 ? null : count / size;
                    const isSelf = row === column;
                    const tint = isSelf || share === null ? 0 : Math.round(share * MOST_TINT);
                    return (
                      <td
                        key={other.id}
                        className="border border-line px-2 py-1 text-right tabular-nums"
                        style={{
                          backgroundColor: isSelf
                            ? 'var(--sunken)'
                            : `color-mix(in oklab, var(--accent) ${tint}%, transparent)`,
                        }}
                      >
                        {count === 0 ? (
                          <span className="block text-ink-3">0</span>
                        ) : (
                          <AppLink
                            prefetch={false}
                            href={recordsHref(overlap, isSelf ? [row] : [row, column], [])}
                            aria-label={
                              isSelf
                                ? `${formatCount(count, entity)} in ${segment.name}`
                                : `${formatCount(count, entity)} in ${segment.name} and ${other.name}`
                            }
                            className="block text-ink hover:underline"
                          >
                            {formatNumber(count)}
                          </AppLink>
                        )}
                        {(isSelf || count > 0) && (
                          <span className="block text-12 text-ink-2">
                            {isSelf ? 'all' : share === null ? '–' : formatRate(share)}
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
