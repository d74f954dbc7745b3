'use client';
import { useDroppable } from '@dnd-kit/core';
import { X } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '#components/ui/cn.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { GroupOperator } from '#lib/rules/ast.ts';
import { findField } from '#lib/rules/catalog.ts';
import type { Finding } from '#lib/rules/contradictions.ts';
import type { DraftCondition, DraftRule } from '#lib/rules/draft.ts';
import { allNodes } from '#lib/rules/edit/tree.ts';
import { andIsKnown } from '#lib/rules/edit/and-is-known.ts';
import { Badge } from './badge.tsx';
import { FindingLine } from './finding-line.tsx';
import { FieldCondition } from './field-condition.tsx';
import { GroupBox } from './group-box.tsx';
import { newNodeId } from './new-id.ts';
import { type NodeVerdict, nodeVerdict } from './node-verdict.ts';
import type { PillTone } from './pill.tsx';
import { RowActions } from './row-actions.tsx';
import { RowGrip } from './row-grip.tsx';
import { rowKey } from './row-keys.ts';
import { useDragging } from './rule-drag.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { showsHistogram } from './shows-histogram.ts';
import { useRowEdits } from './use-row-edits.ts';
import { conjunction, windowDateType, windowMeaning } from './words.ts';
import { RelatedCondition } from './related-condition.tsx';
import { SegmentCondition } from './segment-condition.tsx';
import { ReplaceField } from './replace-field.tsx';

const HistogramPanel = dynamic(
  () => import('./histogram-panel.tsx').then((module) => module.HistogramPanel),
  { ssr: false },
);
const RelatedDetails = dynamic(
  () => import('./related-details.tsx').then((module) => module.RelatedDetails),
  { ssr: false },
);
const SegmentWindow = dynamic(() => import('./segment-window.tsx').then((module) => module.SegmentWindow), {
  ssr: false,
});

/** One row of a group: a condition with its counts, or a nested group. */
export function RuleRow({
  rule,
  index,
  around,
  nested,
}: {
  rule: DraftRule;
  index: number;
  /** Operators of the groups around it, outermost first. */
  around: readonly GroupOperator[];
  /** The rows of a nested group. */
  nested: ReactNode;
}) {
  const { draft, catalog, omitted, insights, openId, edit, findings } = useRuleEditing();
  const edits = useRowEdits(rule);
  const { setNodeRef } = useDroppable({ id: rule.id });
  const { activeId, place } = useDragging();
  const verdict = nodeVerdict(rule, around, omitted.get(rule.id), insights, catalog, draft.entity);
  const isGone = rule.kind === 'field' && !findField(catalog, draft.entity, rule.field);
  const isOpen = openId === rule.id;
  // A group's conditions have rows of their own, those on a related condition's rows have not.
  const ownIds = rule.kind === 'group' ? [rule.id] : allNodes(rule).map(({ id }) => id);
  const found = findings.filter(({ id }) => ownIds.includes(id));

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>): void {
    if (event.defaultPrevented) return;
    const key = rowKey(event);
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'up' || key === 'down') edits.move(key === 'up' ? -1 : 1);
    else if (key === 'delete') edits.remove();
    else if (key === 'duplicate') edits.duplicate();
    else edits.mute();
  }

  const drop = place?.overId === rule.id ? place.side : null;
  return (
    <li
      ref={setNodeRef}
      data-node={rule.id}
      onKeyDown={onKeyDown}
      className={cn(
        'relative grid grid-cols-[16px_44px_minmax(0,1fr)] items-start pb-2.5 max-sm:grid-cols-[44px_minmax(0,1fr)]',
        // In a group every pixel counts: an intent with its topic and window still stands in one line.
        around.length > 1 && 'sm:grid-cols-[16px_40px_minmax(0,1fr)]',
        activeId === rule.id && 'opacity-40',
        drop === 'before' &&
          'before:absolute before:inset-x-4 before:-top-1 before:h-0.5 before:rounded-full before:bg-accent',
        drop === 'after' &&
          'after:absolute after:inset-x-4 after:bottom-1 after:h-0.5 after:rounded-full after:bg-accent',
      )}
    >
      <RowGrip id={rule.id} edits={edits} />
      <span className="relative z-[1] mt-1.5 justify-self-start bg-(--rail-ground) pr-1 text-12 leading-4 text-ink-3">
        {conjunction(around.at(-1) ?? 'all', index)}
      </span>
      {rule.kind === 'group' ? (
        <GroupBox
          group={rule}
          edits={edits}
          verdict={explained(verdict, found)}
          findings={found}
          isDropTarget={drop === 'inside'}
        >
          {nested}
        </GroupBox>
      ) : (
        <div className="flex min-w-0 flex-wrap items-start">
          <ConditionPill rule={rule} tone={isGone ? 'broken' : toneOf(verdict, isOpen)} />
          <div className="relative z-[2] ml-auto h-0">
            {verdict.kind === 'unfinished' || verdict.kind === 'faulty' ? (
              <IconButton label={`Remove ${edits.name}`} size="sm" className="mt-0.5" onClick={edits.remove}>
                <X aria-hidden />
              </IconButton>
            ) : (
              <RowActions node={rule} edits={edits} />
            )}
          </div>
          <div className="basis-full">
            {isGone ? (
              <ReplaceField condition={rule} />
            ) : (
              <Badge
                node={rule}
                verdict={explained(verdict, found)}
                after={<Meaning rule={rule} />}
                onMute={edits.mute}
                onKnown={() => edit(andIsKnown(draft, rule.id, newNodeId))}
              />
            )}
            {found.map((finding) => (
              <FindingLine key={finding.code + finding.id} finding={finding} />
            ))}
          </div>
          {isOpen && rule.kind === 'field' && showsHistogram(rule, catalog, draft.entity) && (
            <HistogramPanel condition={rule} />
          )}
          {isOpen && rule.kind === 'related' && <RelatedDetails condition={rule} />}
          {isOpen && rule.kind === 'segment' && rule.change && <SegmentWindow condition={rule} />}
        </div>
      )}
    </li>
  );
}

/** A hint that says why is not said twice. */
function explained(verdict: NodeVerdict, found: readonly Finding[]): NodeVerdict {
  const isTold = found.some(
    ({ code }) => code === 'neverTrue' || code === 'alwaysTrue' || code === 'redundant',
  );
  const isNobodyTold =
    verdict.kind === 'passesNobody' &&
    found.some(({ code }) => code === 'unknownValue' || code === 'unreachableDates' || code === 'neverTrue');
  if (isNobodyTold) return { kind: 'counted', ...verdict.counts, missing: null };
  const isBare =
    verdict.kind === 'removesNothing' || verdict.kind === 'addsNothing' || verdict.kind === 'removesAll';
  return isTold && isBare ? { kind: 'counted', ...verdict.counts, missing: null } : verdict;
}

function toneOf(verdict: NodeVerdict, isOpen: boolean): PillTone {
  if (verdict.kind === 'muted') return 'muted';
  if (verdict.kind === 'unfinished' || verdict.kind === 'faulty') return 'unfinished';
  return isOpen ? 'open' : 'plain';
}

function ConditionPill({ rule, tone }: { rule: DraftCondition; tone: PillTone }) {
  const { draft } = useRuleEditing();
  if (rule.kind === 'related') return <RelatedCondition condition={rule} tone={tone} />;
  if (rule.kind === 'segment') return <SegmentCondition condition={rule} tone={tone} />;
  return <FieldCondition condition={rule} entity={draft.entity} tone={tone} />;
}

/** The dates that the condition's window means today. */
function Meaning({ rule }: { rule: DraftCondition }) {
  const { catalog, words, draft } = useRuleEditing();
  if (rule.kind === 'field') {
    if (rule.operator !== 'within' && rule.operator !== 'notWithin') return null;
    const type = findField(catalog, draft.entity, rule.field)?.type === 'day' ? 'day' : 'instant';
    return windowMeaning(rule.value as Parameters<typeof windowMeaning>[0], type, words);
  }
  if (!rule.window) return null;
  const type = rule.kind === 'related' ? windowDateType(rule.entity, rule.window, catalog) : 'instant';
  return windowMeaning(rule.window, type, words);
}
