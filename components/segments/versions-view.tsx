'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatCount, formatInstant } from '#lib/shared/format.ts';
import { type RuleChange, segmentShape, type Words } from '#lib/shared/segment-shapes.ts';
import { RuleChanges } from './rule-changes.tsx';
import { RuleWords } from './words.tsx';

export type ShownVersion = {
  number: number;
  sentence: Words;
  note: string | null;
  memberCount: number | null;
  publishedAt: number;
  publishedBy: string | null;
  changes: RuleChange[];
};

/** Published versions with what each changed; an earlier one can be the draft again. */
export function VersionsView({
  segment,
  versions,
  entity,
  timeZone,
  noEdit,
}: {
  segment: { id: string; name: string; version: number };
  versions: ShownVersion[];
  entity: string;
  timeZone: string;
  /** Why the person may not restore; null when they may. */
  noEdit: string | null;
}) {
  const router = useRouter();
  const [busy, setBusy] = useState<number | null>(null);

  async function restore(number: number): Promise<void> {
    setBusy(number);
    try {
      await api(`/segments/${segment.id}/versions/${number}/restore`, {
        method: 'POST',
        schema: segmentShape,
        ifMatch: segment.version,
      });
      toast(`Version ${number} is the draft of ${segment.name} again; publish it to put it in force`);
      router.refresh();
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setBusy(null);
    }
  }

  if (versions.length === 0) {
    return (
      <EmptyState title="Nothing was published yet." className="m-4">
        Each publish makes a version that never changes, with its note and what it changed in words.
      </EmptyState>
    );
  }
  return (
    <ol className="flex flex-col">
      {versions.map((version, index) => (
        <li key={version.number} className="flex flex-col gap-2 border-b border-line px-4 py-3">
          <SectionHeader
            title={
              <span className="flex items-center gap-2">
                Version {version.number}
                {index === 0 && <Chip outline>In force</Chip>}
              </span>
            }
            fact={[
              formatInstant(version.publishedAt, timeZone),
              ...(version.publishedBy ? [`by ${version.publishedBy}`] : []),
              ...(version.memberCount === null
                ? []
                : [`${formatCount(version.memberCount, entity)} when written`]),
            ].join(' · ')}
            actions={
              <Button
                size="sm"
                busy={busy === version.number}
                {...(noEdit ? { reason: noEdit } : {})}
                onClick={() => void restore(version.number)}
              >
                Make it the draft
              </Button>
            }
          />
          {version.note && <p className="text-ink">“{version.note}”</p>}
          <p className="max-w-[88ch] text-ink-2">
            <RuleWords words={version.sentence} />.
          </p>
          {version.changes.length > 0 && <RuleChanges changes={version.changes} />}
        </li>
      ))}
    </ol>
  );
}
