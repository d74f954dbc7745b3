import { SectionHeader } from '#components/ui/section-header.tsx';
import type { ImportReport } from '#lib/imports/import-view.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';

/** What people will notice: accounts that published segments gain and lose. */
export function EffectList({ report, isStale }: { report: ImportReport; isStale: boolean }) {
  const { effect, isEffectPending } = report;
  if (!effect && !isEffectPending) return null;
  if (effect && effect.segmentsAsked === 0) return null;
  return (
    <section className={`border-b border-line px-4 py-2 ${isStale ? 'is-stale' : ''}`}>
      <SectionHeader title="If applied" fact={effect ? 'what people will notice' : 'asking the segments …'} />
      {effect && (
        <ul>
          <Line label="Accounts enter a segment" value={formatNumber(effect.entering)} />
          <Line label="Accounts leave a segment" value={formatNumber(effect.leaving)} />
          {effect.segments.map((segment) => (
            <Line
              key={segment.name}
              label={segment.name}
              value={`${segment.entering > 0 ? `+${formatNumber(segment.entering)}` : ''} ${segment.leaving > 0 ? `−${formatNumber(segment.leaving)}` : ''}`.trim()}
              minor
            />
          ))}
          {effect.segmentsChanged > effect.segments.length && (
            <li className="py-1 text-12 text-ink-3">
              and {formatCount(effect.segmentsChanged - effect.segments.length, 'more segment')} of{' '}
              {formatNumber(effect.segmentsAsked)}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Line({ label, value, minor = false }: { label: string; value: string; minor?: boolean }) {
  return (
    <li className={`flex min-h-[26px] items-center gap-2 ${minor ? 'pl-3 text-12 text-ink-2' : ''}`}>
      <span className="truncate">{label}</span>
      <span className="ml-auto shrink-0">{value}</span>
    </li>
  );
}
