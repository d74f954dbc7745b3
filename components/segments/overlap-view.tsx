'use client';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Combobox } from '#components/ui/combobox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { setSizes, unionSize } from '#lib/metrics/overlaps.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Overlap } from '#lib/shared/overlap-shapes.ts';
import { OverlapMatrix } from './overlap-matrix.tsx';
import { OverlapSets } from './overlap-sets.tsx';
import { PrioritySizes } from './priority-sizes.tsx';

type Choice = { id: string; name: string };

/** Chosen segments in the order of their priority, how they overlap, and what each keeps when everyone counts once. */
export function OverlapView({
  overlap,
  ids,
  choices,
  noEdit,
}: {
  /** Null when the choice cannot be compared. */
  overlap: Overlap | null;
  ids: string[];
  choices: Choice[];
  noEdit: string | null;
}) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const names = new Map(choices.map(({ id, name }) => [id, name]));
  const sizes = overlap ? setSizes(overlap.intersections, overlap.segments.length) : [];

  function choose(next: string[]): void {
    const href = `/segments/overlap${next.length > 0 ? `?ids=${next.join(',')}` : ''}` as Route;
    startTransition(() => router.replace(href, { scroll: false }));
  }

  function move(at: number, by: number): void {
    const next = [...ids];
    const [moved] = next.splice(at, 1);
    if (moved === undefined) return;
    next.splice(at + by, 0, moved);
    choose(next);
  }

  return (
    <div className={isPending ? 'is-stale flex flex-col gap-6 p-4' : 'flex flex-col gap-6 p-4'}>
      <section className="flex max-w-2xl flex-col gap-2">
        <SectionHeader
          title="Segments, in order of priority"
          fact={
            overlap && ids.length > 0
              ? `${formatCount(unionSize(overlap.intersections), overlap.entity)} in at least one`
              : undefined
          }
          actions={
            <Combobox
              label="Add a segment"
              placeholder="Add a segment"
              value={null}
              onValueChange={(id) => choose([...ids, id])}
              options={choices
                .filter(({ id }) => !ids.includes(id))
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          }
        />
        <ol aria-label="Chosen segments" className="flex flex-col">
          {ids.map((id, at) => (
            <li key={id} className="flex min-h-8 items-center gap-2 border-b border-line">
              <span className="w-5 text-right text-12 text-ink-3">{at + 1}</span>
              <Swatch id={id} />
              <span className="min-w-0 flex-1 truncate">{names.get(id) ?? id}</span>
              <span className="text-ink-2">{overlap ? formatNumber(sizes[at] ?? 0) : ''}</span>
              <IconButton
                size="sm"
                label={`Move ${names.get(id) ?? id} up`}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={`Move ${names.get(id) ?? id} down`}
                disabled={at === ids.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={`Take ${names.get(id) ?? id} out`}
                onClick={() => choose(ids.filter((other) => other !== id))}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ol>
      </section>
      {ids.length < 2 && (
        <EmptyState title="Choose at least two segments.">
          You will see who is in both, and what each keeps when every account counts once. Rows chosen in the
          list of segments come here with “Overlaps” too.
        </EmptyState>
      )}
      {overlap && ids.length >= 2 && (
        <>
          <OverlapMatrix overlap={overlap} />
          <OverlapSets overlap={overlap} />
          <PrioritySizes overlap={overlap} noEdit={noEdit} />
        </>
      )}
    </div>
  );
}
