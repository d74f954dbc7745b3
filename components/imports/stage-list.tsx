'use client';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Select } from '#components/ui/select.tsx';
import type { StageRow } from '#lib/imports/import-view.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';

const outcomes = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
] as const;

/** What each stage of the file means. Stages that the workspace knows already are changed in Settings. */
export function StageList({
  stages,
  onOutcome,
}: {
  stages: StageRow[];
  onOutcome: (name: string, outcome: 'open' | 'won' | 'lost') => void;
}) {
  if (stages.length === 0) return null;
  const fresh = stages.filter((stage) => stage.isNew).length;
  return (
    <section className="border-b border-line px-4 py-2">
      <SectionHeader
        title="Stages"
        fact={fresh > 0 ? `${formatCount(fresh, 'new one')}: is this what they mean?` : 'as in Settings'}
      />
      <ul>
        {stages.map((stage) => (
          <li key={stage.name} className="flex min-h-8 items-center gap-2">
            <span className="truncate font-medium">{stage.name}</span>
            <span className="ml-auto shrink-0 text-12 text-ink-3">{formatNumber(stage.rows)} deals</span>
            {stage.isNew ? (
              <Select
                label={`${stage.name} means`}
                size="sm"
                value={stage.outcome}
                onValueChange={(outcome) => onOutcome(stage.name, outcome)}
                options={[...outcomes]}
                className="w-20"
              />
            ) : (
              <span className="w-20 pl-2 text-ink-2">
                {outcomes.find((entry) => entry.value === stage.outcome)?.label}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
