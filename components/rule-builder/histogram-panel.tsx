'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { HistogramBrush } from '#components/ui/histogram-brush.tsx';
import type { HistogramRange } from '#components/ui/histogram-scale.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { findField } from '#lib/rules/catalog.ts';
import type { DraftFieldCondition } from '#lib/rules/draft.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { spokenBound } from '#lib/shared/number-bands.ts';
import { DetailsPanel } from './details-panel.tsx';
import { HistogramTable } from './histogram-table.tsx';
import { rangeOf, withRange } from './number-range.ts';
import { useRuleEditing } from './rule-editing.ts';
import { useHistogram } from './use-histogram.ts';
import { isRate } from './values/number-box.tsx';

/** How the number is spread over the records that pass every other condition, with the range to be brushed. */
export function HistogramPanel({ condition }: { condition: DraftFieldCondition }) {
  const { draft, catalog, edit, words } = useRuleEditing();
  const [isTable, setTable] = useState(false);
  const [brushed, setBrushed] = useState<HistogramRange | null>(null);
  const field = findField(catalog, draft.entity, condition.field);
  const answer = useHistogram(condition);
  if (!field || answer?.state === 'failed') return null;
  const format = (value: number) => {
    if (field.type === 'money')
      return formatMoney(value, words.currency ?? 'USD', { compact: value >= 1000 });
    return isRate(field)
      ? `${formatNumber(value * 100)} %`
      : field.unit === 'year'
        ? String(value)
        : formatNumber(value);
  };
  if (!answer) {
    return (
      <DetailsPanel label={`Spread of ${field.label}`} className="h-[106px]">
        <SkeletonRows rows={2} label="Counting the spread" />
      </DetailsPanel>
    );
  }
  const { below, inside, above, missing, stale } = answer;
  const spoken = (bound: number) => spokenBound(`${field.entity}.${field.key}`, bound);
  const bins = answer.bins.map((bin) => ({ ...bin, from: spoken(bin.from), to: spoken(bin.to) }));
  if (bins.every(({ count }) => count === 0)) {
    return (
      <DetailsPanel label={`Spread of ${field.label}`}>
        <p className="text-12 text-ink-3">None of the records that pass the rest has a value here.</p>
      </DetailsPanel>
    );
  }
  const range = brushed ?? rangeOf(condition);
  const commit = (next: HistogramRange) => {
    setBrushed(null);
    edit(
      updateRule(draft, condition.id, (node) => (node.kind === 'field' ? withRange(node, next) : node)),
      {
        mergeKey: `value ${condition.id}`,
      },
    );
  };
  return (
    <DetailsPanel label={`Spread of ${field.label}`}>
      <HistogramBrush
        label={field.label}
        bins={bins}
        value={range}
        onValueChange={setBrushed}
        onValueCommit={commit}
        format={format}
        stale={stale}
      />
      {/* While the range is dragged the counts are still those of the range before. */}
      <p
        className={cn(
          'flex gap-3.5 pt-1.5 text-12 text-ink-3',
          (stale || brushed !== null) && '[&_span]:text-ink-3',
        )}
      >
        {range.min !== null && <Part count={below} word="below" />}
        <span className="text-accent-ink">
          <span className="font-medium">{formatNumber(inside)}</span> in range
        </span>
        {range.max !== null && <Part count={above} word="above" />}
        <span className="ml-auto flex gap-3.5">
          <Part count={missing} word="not recorded" />
          <Button
            variant="link"
            className="text-12"
            aria-expanded={isTable}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? 'Hide the table' : 'Table'}
          </Button>
        </span>
      </p>
      {isTable && (
        <HistogramTable label={field.label} bins={bins} range={range} format={format} onRange={commit} />
      )}
    </DetailsPanel>
  );
}

function Part({ count, word }: { count: number; word: string }) {
  return (
    <span>
      <span className="font-medium text-ink-2">{formatNumber(count)}</span> {word}
    </span>
  );
}
