import { Check, TriangleAlert } from 'lucide-react';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { formatNumber, formatSigned } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { tamShare } from './tam-share.ts';
import { viabilityOf } from './viability.ts';

export type StatFacts = {
  entity: 'account' | 'contact';
  viability: { low: number; high: number };
  /** The segment that Settings name as the TAM; null when that is everybody. */
  tamId: string | null;
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
  isRestOld,
  facts,
}: {
  main: SegmentPreview;
  rest: SegmentPreview | null;
  stale: boolean;
  /** The rest still answers an earlier rule. */
  isRestOld: boolean;
  facts: StatFacts;
}) {
  const { entity, versionNumber } = facts;
  // Overlaps list segments of the rule's own entity, and a TAM holds accounts.
  const tam = { id: facts.tamId, isListed: entity === 'account' };
  const viable = viabilityOf(main.reachableContacts, facts.viability, rest?.breakdowns);
  const comparison = rest?.comparison;
  return (
    <StatRow>
      <StatBlock
        size="lg"
        stale={stale}
        value={formatNumber(main.count)}
        label={plural(main.count, entity)}
        fact={stale ? 'counting again' : tamShare(main, isRestOld ? null : rest, tam)}
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
