'use client';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/cn.ts';
import type { Finding } from '#lib/rules/contradictions.ts';
import type { DraftGroup } from '#lib/rules/draft.ts';
import { AddBox } from './add-box.tsx';
import { Badge } from './badge.tsx';
import { FindingLine } from './finding-line.tsx';
import { GroupOperatorSelect } from './group-operator.tsx';
import type { NodeVerdict } from './node-verdict.ts';
import { RowActions } from './row-actions.tsx';
import type { RowEdits } from './use-row-edits.ts';

/** A nested group: one sunken box with its own operator and counts, never a second colour. */
export function GroupBox({
  group,
  edits,
  verdict,
  findings,
  isDropTarget,
  children,
}: {
  group: DraftGroup;
  edits: RowEdits;
  verdict: NodeVerdict;
  findings: readonly Finding[];
  isDropTarget: boolean;
  /** Its rows. */
  children: ReactNode;
}) {
  return (
    <div
      style={{ '--rail-ground': 'var(--sunken)' } as React.CSSProperties}
      className={cn(
        'min-w-0 rounded-2 border border-line bg-sunken pr-1 pb-1 pl-2',
        isDropTarget && 'border-accent',
        group.muted && 'opacity-60',
        verdict.kind === 'unfinished' && 'border-dashed border-caution',
      )}
    >
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 pr-1.5">
        <GroupOperatorSelect group={group} />
        <div className="ml-auto">
          <Badge node={group} verdict={verdict} onMute={edits.mute} onKnown={() => {}} />
        </div>
        <RowActions node={group} edits={edits} className="-mr-1.5" />
      </div>
      {findings.map((finding) => (
        <FindingLine key={finding.code} finding={finding} className="pr-1.5 pb-1" />
      ))}
      {children}
      <AddBox groupId={group.id} size="small" />
    </div>
  );
}
