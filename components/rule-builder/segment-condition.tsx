'use client';
import { Boxes } from 'lucide-react';
import { Chip } from '#components/ui/chip.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Select } from '#components/ui/select.tsx';
import type { DraftSegmentCondition } from '#lib/rules/draft.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { cellButtonClass, cellClass, Pill, type PillTone, valueCellClass } from './pill.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { segmentChoices } from './segment-choices.ts';
import { isFinishedWindow, windowWords } from './words.ts';

type Asks = 'in' | 'notIn' | 'entered' | 'left';

const asksOptions: { value: Asks; label: string }[] = [
  { value: 'in', label: 'is in' },
  { value: 'notIn', label: 'is not in' },
  { value: 'entered', label: 'entered' },
  { value: 'left', label: 'left' },
];

function asksOf({ member, change }: DraftSegmentCondition): Asks {
  // A move says which way by itself; not moving is a `none` group around it ("negate" in the row's menu).
  return change ?? (member ? 'in' : 'notIn');
}

function withAsks(condition: DraftSegmentCondition, asks: Asks): DraftSegmentCondition {
  const { change: _change, window, ...rest } = condition;
  if (asks === 'in' || asks === 'notIn') return { ...rest, member: asks === 'in' };
  return { ...rest, member: true, change: asks, window: window ?? { period: 'this', unit: 'quarter' } };
}

/** Membership of another segment, or a move in or out of it within a window. */
export function SegmentCondition({ condition, tone }: { condition: DraftSegmentCondition; tone: PillTone }) {
  const { draft, catalog, edit, openId, setOpenId } = useRuleEditing();
  const { id, segmentId, window } = condition;
  const change = (next: (node: DraftSegmentCondition) => DraftSegmentCondition) =>
    edit(updateRule(draft, id, (node) => (node.kind === 'segment' ? next(node) : node)));
  const segment = segmentId === undefined ? null : catalog.segments.get(segmentId);
  const name = segment?.name ?? (segmentId === undefined ? null : 'a segment that was deleted');
  return (
    <Pill tone={tone}>
      <span className={cellClass}>
        <Boxes className="-ml-px size-3.5 text-ink-3" aria-hidden />
        <span data-struck className="font-medium">
          Segment
        </span>
      </span>
      <Select
        label="Segment: what is asked"
        value={asksOf(condition)}
        options={asksOptions}
        variant="ghost"
        onValueChange={(asks) => change((node) => withAsks(node, asks))}
        className="h-auto min-h-[26px] rounded-none border-0 border-r border-line px-[9px] outline-offset-[-2px] max-sm:min-h-[26px] [&_svg]:hidden"
      />
      <span className={valueCellClass}>
        <Combobox
          label="Segment"
          value={segmentId ?? null}
          options={segmentChoices(catalog, draft.entity)}
          onValueChange={(next) => change((node) => ({ ...node, segmentId: next }))}
          trigger={
            <button
              type="button"
              data-value
              aria-label={name === null ? 'Choose a segment' : `Segment: ${name}. Change`}
              className="flex h-5 items-center rounded-1"
            >
              {name === null ? (
                <span className="px-1 text-ink-3">Choose a segment</span>
              ) : (
                <Chip outline {...(segmentId ? { colourOf: segmentId } : {})}>
                  <span data-struck>{name}</span>
                </Chip>
              )}
            </button>
          }
        />
      </span>
      {condition.change && (
        <button
          type="button"
          aria-expanded={openId === id}
          onClick={() => setOpenId(openId === id ? null : id)}
          className={cellButtonClass}
        >
          {isFinishedWindow(window) ? windowWords(window, catalog) : 'when'}
        </button>
      )}
    </Pill>
  );
}
