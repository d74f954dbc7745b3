'use client';
import { EyeOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { SelectivityBar } from '#components/ui/selectivity-bar.tsx';
import { allNodes, type DraftNode } from '#lib/rules/edit/tree.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { NodeVerdict } from './node-verdict.ts';
import { useRuleEditing } from './rule-editing.ts';

/** A count; paler while a newer one is computed, yet readable. */
function Figure({ value }: { value: number }) {
  const isStale = useRuleEditing().insights?.stale;
  return <span className={cn('font-medium', !isStale && 'text-ink-2')}>{formatNumber(value)}</span>;
}

const lineClass = 'flex min-h-5 flex-wrap items-center gap-x-1 pt-0.5 text-12 text-ink-3 [&_svg]:size-3.5';

function Line({ caution, children }: { caution?: boolean; children: ReactNode }) {
  return (
    <p className={cn(lineClass, caution && 'text-caution-ink')}>
      {caution && <TriangleAlert aria-hidden />}
      {children}
    </p>
  );
}

/** The line under a condition: what it keeps, or what is wrong with it. */
export function Badge({
  node,
  verdict,
  after,
  onMute,
  onKnown,
}: {
  node: DraftNode;
  verdict: NodeVerdict;
  /** The dates that its window means. */
  after?: ReactNode;
  onMute: () => void;
  onKnown: () => void;
}) {
  const { insights, asks, draft } = useRuleEditing();
  const noun = draft.entity;
  // A template asks about the condition on the row, which has no line of its own.
  const question = allNodes(node).flatMap((inner) => asks.get(inner.id) ?? [])[0];
  switch (verdict.kind) {
    case 'muted': {
      const muted = insights?.muted[node.id];
      return (
        <p className={lineClass}>
          <EyeOff aria-hidden />
          {muted ? (
            <span>
              Muted. Without it <Figure value={insights.count} />, with it <Figure value={muted.withIt} />; it
              keeps <Figure value={muted.alone} /> alone.
            </span>
          ) : (
            'Muted, so it is left out of every count.'
          )}
        </p>
      );
    }
    case 'unfinished':
      return <Line caution>{question ?? 'Unfinished, so it is left out of every count.'}</Line>;
    case 'faulty':
      return <Line caution>{verdict.message} It is left out of every count.</Line>;
    case 'unknown':
      return <p className={lineClass} />;
    case 'passesNobody':
      return (
        <Line caution>
          No {noun} passes it, whatever else is asked.
          <Button variant="link" className="ml-1 text-12" onClick={onMute}>
            Mute
          </Button>
        </Line>
      );
    case 'removesAll':
      return (
        <Line caution>
          Removes all {formatNumber(verdict.without)} that pass the rest.
          <Button variant="link" className="ml-1 text-12" onClick={onMute}>
            Mute
          </Button>
        </Line>
      );
    case 'removesNothing':
      return <Line caution>Removes nothing: every {noun} that passes the rest is here.</Line>;
    case 'addsNothing':
      return <Line caution>Adds nothing: whoever it lets in is in already.</Line>;
    case 'counted':
      return (
        <>
          <p className={lineClass}>
            <span className="mr-1 flex items-center">
              <SelectivityBar share={insights && insights.total > 0 ? verdict.alone / insights.total : 0} />
            </span>
            keeps <Figure value={verdict.alone} /> alone
            <span aria-hidden>·</span>
            without it <Figure value={verdict.without} />
            <span className="flex gap-1 before:content-['·'] empty:hidden">{after}</span>
          </p>
          {verdict.missing && (
            <p className={lineClass}>
              includes <span className="font-medium">{formatCount(verdict.missing.count, noun)}</span> with no{' '}
              {verdict.missing.label}
              <span aria-hidden>·</span>
              <Button variant="link" className="text-12" onClick={onKnown}>
                and is known
              </Button>
            </p>
          )}
        </>
      );
  }
}
