'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { setSizes, sizesByPriority } from '#lib/metrics/overlaps.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Overlap } from '#lib/shared/overlap-shapes.ts';
import { segmentShape } from '#lib/shared/segment-shapes.ts';
import { problemText } from './segment-actions.ts';

const madeShape = z.object({ items: z.array(segmentShape.pick({ id: true, name: true })) });

/** What each segment keeps when every record counts only in the first that it is in, and drafts that say so. */
export function PrioritySizes({ overlap, noEdit }: { overlap: Overlap; noEdit: string | null }) {
  const router = useRouter();
  const { segments, intersections, entity } = overlap;
  const order = segments.map((_, at) => at);
  const sizes = setSizes(intersections, segments.length);
  const kept = sizesByPriority(intersections, order);
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
              <td className="px-2 text-right font-medium">{formatNumber(kept[at] ?? 0)}</td>
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
