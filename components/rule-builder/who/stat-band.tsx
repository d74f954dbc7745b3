import { Check, TriangleAlert } from 'lucide-react';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { formatNumber, formatRate, formatSigned } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { viabilityOf } from './viability.ts';

export type StatFacts = {
  entity: 'account' | 'contact';
  viability: { low: number; high: number };
  tamName: string;
  /** Published version that the draft is compared with. */
  versionNumber: number | null;
};

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** The figures at the top: how many, how reachable, what changes against the published version. */
export function StatBand({
  main,
  rest,
  stale,
  facts,
}: {
  main: SegmentPreview;
  rest: SegmentPreview | null;
  stale: boolean;
  facts: StatFacts;
}) {
  const { entity, versionNumber } = facts;
  const share =
    main.total > 0
      ? formatRate(main.count / main.total, { digits: main.count / main.total < 0.01 ? 2 : 1 })
      : '–';
  const viable = viabilityOf(main.reachableContacts, facts.viability, rest?.breakdowns);
  const comparison = rest?.comparison;
  return (
    <StatRow>
      <StatBlock
        size="lg"
        stale={stale}
        value={formatNumber(main.count)}
        label={plural(main.count, entity)}
        fact={stale ? 'counting again' : `${share} of ${facts.tamName} ${formatNumber(main.total)}`}
      />
      <StatBlock
        stale={stale}
        value={formatNumber(main.reachableContacts)}
        label={`reachable ${plural(main.reachableContacts, 'contact')}`}
        fact={
          <>
            {viable.tone === 'good' ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
            {viable.text}
          </>
        }
        factTone={viable.tone}
      />
      {comparison && versionNumber !== null ? (
        <StatBlock
          stale={stale}
          value={
            <>
              {comparison.entering === 0 ? '+0' : formatSigned(comparison.entering)}{' '}
              <span className="text-ink-2">−{formatNumber(comparison.leaving)}</span>
            </>
          }
          label={`since v${comparison.number}`}
          fact={`${formatNumber(comparison.before)} → ${formatNumber(main.count)}`}
        />
      ) : (
        <StatBlock
          value="–"
          label={versionNumber === null ? 'since publishing' : `since v${versionNumber}`}
          fact={versionNumber === null ? 'never published' : 'comparing'}
        />
      )}
    </StatRow>
  );
}
