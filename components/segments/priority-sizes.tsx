'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { setSizes, sizesByPriority } from '#lib/metrics/overlaps.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Overlap } from '#lib/shared/overlap-shapes.ts';
import { segmentShape } from '#lib/shared/segment-shapes.ts';
import { recordsHref } from './overlap-links.ts';

const madeShape = z.object({ items: z.array(segmentShape.pick({ id: true, name: true })) });

/** How large a segment is, and which part of it is left when the earlier ones have taken theirs. */
function KeptBar({ kept, size, largest }: { kept: number; size: number; largest: number }) {
  const width = (count: number) => `${(100 * count) / largest}%`;
  return (
    <span aria-hidden className="flex h-3">
      <span className="rounded-l-1 bg-chart-ink" style={{ width: width(kept) }} />
      <span className="rounded-r-1 bg-chart-fill" style={{ width: width(size - kept) }} />
    </span>
  );
}

/** What each segment keeps when every record counts only in the first that it is in, and drafts that say so. */
export function PrioritySizes({ overlap, noEdit }: { overlap: Overlap; noEdit: string | null }) {
  const router = useRouter();
  const { segments, intersections, entity } = overlap;
  const order = segments.map((_, at) => at);
  const sizes = setSizes(intersections, segments.length);
  const kept = sizesByPriority(intersections, order);
  const largest = Math.max(1, ...sizes);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<{ id: string; name: string }[]>([]);

  async function save(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const body = { segmentIds: segments.map(({ id }) => id) };
      const { items } = await api('/segments/deduplicate', { method: 'POST', body, schema: madeShape });
      setMade(items);
      router.refresh();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="flex max-w-2xl flex-col gap-2">
      <SectionHeader
        title="Everyone counts once"
        fact={`each ${entity} in the first segment that it is in`}
        actions={
          <Button size="sm" busy={busy} reason={noEdit ?? undefined} onClick={() => void save()}>
            Save as drafts
          </Button>
        }
      />
      <table className="border-collapse text-13" aria-label="Sizes by priority">
        <thead>
          <tr className="text-12 text-ink-2">
            <th scope="col" className="py-1 text-left font-normal">
              Segment
            </th>
            <th scope="col" className="px-2 text-right font-normal">
              Members
            </th>
            <th scope="col" className="px-2 text-right font-normal">
              In an earlier one
            </th>
            <th scope="col" className="px-2 text-right font-normal">
              Left
            </th>
            <td className="max-sm:hidden" />
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {segments.map((segment, at) => (
            <tr key={segment.id} className="border-t border-line">
              <th scope="row" className="max-w-72 truncate py-1.5 text-left font-normal" title={segment.name}>
                {at + 1}. {segment.name}
              </th>
              <td className="px-2 text-right">{formatNumber(sizes[at] ?? 0)}</td>
              <td className="px-2 text-right text-ink-2">
                {formatNumber((sizes[at] ?? 0) - (kept[at] ?? 0))}
              </td>
              <td className="px-2 text-right font-medium">
                {(kept[at] ?? 0) === 0 ? (
                  '0'
                ) : (
                  <AppLink
                    prefetch={false}
                    href={recordsHref(overlap, [at], order.slice(0, at))}
                    aria-label={`${formatCount(kept[at] ?? 0, entity)} counted in ${segment.name}`}
                    className="text-ink hover:underline"
                  >
                    {formatNumber(kept[at] ?? 0)}
                  </AppLink>
                )}
              </td>
              <td className="w-40 pl-2 max-sm:hidden">
                <KeptBar kept={kept[at] ?? 0} size={sizes[at] ?? 0} largest={largest} />
              </td>
            </tr>
          ))}
          <tr className="border-t border-line-strong">
            <th scope="row" className="py-1.5 text-left font-normal text-ink-2">
              Together
            </th>
            <td />
            <td />
            <td className="px-2 text-right font-medium">
              {formatNumber(kept.reduce((sum, n) => sum + n, 0))}
            </td>
            <td className="max-sm:hidden" />
          </tr>
        </tbody>
      </table>
      {problem && <Callout tone="bad" title={problem} />}
      {made.length > 0 && (
        <div aria-live="polite" className="flex flex-col gap-1">
          <p>
            {formatCount(made.length, 'draft')} made. The first segment stays as it is; publish these to put
            them in force.
          </p>
          <ul className="flex flex-col gap-0.5">
            {made.map(({ id, name }) => (
              <li key={id}>
                <AppLink href={`/segments/${id}`}>{name}</AppLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
