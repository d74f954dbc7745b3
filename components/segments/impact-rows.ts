import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { toastError } from '#components/ui/toast.ts';
import { type ImpactRecords, impactRecordsShape } from '#lib/shared/segment-queries.ts';

/** What the list is narrowed to: those of one tier or owner (null = none of it), or with an open deal. */
export type ImpactPart =
  | { by: 'tier' | 'owner'; id: string | null; label: string }
  | { by: 'hasOpenDeal'; label: string };
export type ImpactSide = 'entering' | 'leaving';

type Kept = ImpactRecords & { key: string };

function addressOf(
  segmentId: string,
  side: ImpactSide,
  part: ImpactPart | null,
  cursor: string | null,
): string {
  const query = new URLSearchParams({ side, limit: '100' });
  if (part?.by === 'hasOpenDeal') query.set('hasOpenDeal', 'true');
  else if (part) query.set(part.by, part.id ?? 'none');
  if (cursor !== null) query.set('cursor', cursor);
  return `/segments/${segmentId}/impact?${query}`;
}

/** The records of one side of a review, page by page; `first` is at hand while nothing is narrowed. */
export function useImpactRows(
  segmentId: string,
  side: ImpactSide,
  part: ImpactPart | null,
  first: Pick<ImpactRecords, 'count' | 'items'>,
) {
  const key = JSON.stringify([segmentId, side, part]);
  const [kept, setKept] = useState<Kept | null>(null);
  const [loading, setLoading] = useState(false);
  const isGiven = part === null;
  useEffect(() => {
    if (isGiven) return;
    const [id, of, narrowed] = JSON.parse(key) as [string, ImpactSide, ImpactPart | null];
    const controller = new AbortController();
    api(addressOf(id, of, narrowed, null), { schema: impactRecordsShape, signal: controller.signal }).then(
      (page) => setKept({ key, ...page }),
      (error: unknown) => {
        if (!controller.signal.aborted) toastError(problemText(error));
      },
    );
    return () => controller.abort();
  }, [key, isGiven]);

  const given = {
    ...first,
    nextCursor: first.items.length < first.count ? String(first.items.length) : null,
  };
  const current = kept?.key === key ? kept : isGiven ? { key, ...given } : null;

  async function loadMore(): Promise<void> {
    if (!current?.nextCursor || loading) return;
    setLoading(true);
    try {
      const path = addressOf(segmentId, side, part, current.nextCursor);
      const page = await api(path, { schema: impactRecordsShape });
      setKept({ ...page, key, items: [...current.items, ...page.items] });
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setLoading(false);
    }
  }

  return { rows: current, loading, loadMore };
}
