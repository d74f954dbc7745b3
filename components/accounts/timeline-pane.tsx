'use client';
import { CircleDollarSign, Layers, type LucideIcon, PhoneCall, Radar, Shapes, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { type TimelineItem, timelineKinds, timelineShape } from '#lib/shared/account-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import type { AccountFacts } from './account-page.tsx';
import { dayWords } from './day-words.ts';
import { timelineWords } from './timeline-words.ts';

type Kind = TimelineItem['kind'];
const kinds: Record<Kind, { label: string; Icon: LucideIcon }> = {
  signal: { label: 'Signals', Icon: Radar },
  activity: { label: 'Activities', Icon: PhoneCall },
  deal: { label: 'Deals', Icon: CircleDollarSign },
  tier: { label: 'Tiers', Icon: Layers },
  owner: { label: 'Owners', Icon: UserRound },
  segment: { label: 'Segments', Icon: Shapes },
};

type Held = { key: string; items: TimelineItem[]; next: string | null; problem: string | null };

/** Everything that happened, latest first, by kind; more on request. */
export function TimelinePane({
  accountId,
  facts,
  turn,
}: {
  accountId: string;
  facts: AccountFacts;
  turn: number;
}) {
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [loading, setLoading] = useState(false);
  const base = `/accounts/${accountId}/timeline?limit=50${chosen ? `&kind=${chosen}` : ''}`;
  const key = `${base}#${turn}`;

  useEffect(() => {
    const controller = new AbortController();
    api(base, { schema: timelineShape, signal: controller.signal }).then(
      ({ items, nextCursor }) => setHeld({ key, items, next: nextCursor, problem: null }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setHeld({ key, items: [], next: null, problem: problemText(error) });
      },
    );
    return () => controller.abort();
  }, [base, key]);

  async function more(): Promise<void> {
    if (!held?.next || loading) return;
    setLoading(true);
    try {
      const page = await api(`${base}&cursor=${encodeURIComponent(held.next)}`, { schema: timelineShape });
      setHeld({ ...held, items: [...held.items, ...page.items], next: page.nextCursor });
    } catch (error) {
      setHeld({ ...held, problem: problemText(error) });
    } finally {
      setLoading(false);
    }
  }

  const isStale = held !== null && held.key !== key;
  return (
    <div className="pb-4">
      <div className="flex flex-wrap px-3 py-2" role="group" aria-label="Kinds of entries">
        <Button
          size="sm"
          variant={chosen === null ? 'secondary' : 'ghost'}
          aria-pressed={chosen === null}
          onClick={() => setChosen(null)}
        >
          All
        </Button>
        {timelineKinds.map((kind) => (
          <Button
            key={kind}
            size="sm"
            variant={chosen === kind ? 'secondary' : 'ghost'}
            aria-pressed={chosen === kind}
            onClick={() => setChosen(kind)}
          >
            {kinds[kind].label}
          </Button>
        ))}
      </div>
      {held?.problem && (
        <div className="px-4">
          <ErrorState title={held.problem} />
        </div>
      )}
      {!held && <SkeletonRows rows={8} label="Loading what happened" />}
      {held && held.items.length === 0 && !held.problem && (
        <p className="px-4 py-2 text-ink-3">Nothing of this kind is known here.</p>
      )}
      <ol className={isStale ? 'is-stale' : undefined}>
        {held?.items.map((item) => {
          const { Icon, label } = kinds[item.kind];
          const { text, detail } = timelineWords(item);
          return (
            <li
              key={`${item.kind}-${item.id}`}
              className="flex min-h-8 items-center gap-2.5 border-b border-line px-4 py-1 last:border-b-0"
            >
              <Icon className="size-3.5 shrink-0 text-ink-3" role="img" aria-label={label} />
              <span className="min-w-0 flex-1">
                <span className={item.isAhead ? 'font-medium' : undefined}>{text}</span>
                {detail && <span className="ml-2 text-12 break-words text-ink-3">{detail}</span>}
                {item.person && <span className="block truncate text-12 text-ink-3">{item.person}</span>}
              </span>
              <time
                dateTime={new Date(item.happenedAt).toISOString()}
                className={item.isAhead ? 'shrink-0 text-12 font-medium' : 'shrink-0 text-12 text-ink-3'}
              >
                {dayWords(dayOfInstant(item.happenedAt, facts.timeZone), facts.todayOn)}
              </time>
            </li>
          );
        })}
      </ol>
      {held?.next && (
        <div className="px-4 pt-2">
          <Button size="sm" busy={loading} onClick={() => void more()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
