'use client';
import { Popover } from '#components/ui/popover.tsx';
import type { DateValue } from '#lib/rules/ast.ts';
import { cellButtonClass } from '../pill.tsx';
import { useRuleEditing } from '../rule-editing.ts';
import { DateEditor, dateMeaning } from './date-editor.tsx';
import type { ValueProps } from './value-props.ts';

/** One date, or two for `between`, told as the days that they mean today. */
export function DateValueInput({ field, operator, value, onChange }: ValueProps) {
  const { words } = useRuleEditing();
  const dateType = field.type === 'day' ? 'day' : 'instant';
  const isRange = operator === 'between';
  const ends = (isRange ? (Array.isArray(value) ? value : []) : [value]) as (DateValue | undefined)[];
  const [first, second] = ends;
  const shown = (isRange ? [first, second] : [first]).map((one) => dateMeaning(one, dateType, words) ?? '…');
  const isEmpty = shown.every((one) => one === '…');
  const text = isEmpty ? 'Choose a date' : shown.join(' – ');
  const change = (next: (DateValue | undefined)[]) => {
    if (!isRange) return onChange(next[0], { isTyping: true });
    const both = next.every((one) => one === undefined) ? undefined : next.map((one) => one ?? '');
    onChange(both as [DateValue, DateValue] | undefined, { isTyping: true });
  };
  return (
    <Popover
      label={`Date of ${field.label}`}
      trigger={
        <button
          type="button"
          data-value
          aria-label={`Date of ${field.label}: ${text}`}
          className={cellButtonClass}
        >
          <span data-struck className={isEmpty ? 'text-ink-3' : 'font-medium'}>
            {text}
          </span>
        </button>
      }
    >
      <div className="flex flex-col gap-3">
        <DateEditor
          label={isRange ? 'From' : 'When'}
          value={first}
          dateType={dateType}
          onChange={(next) => change(isRange ? [next, second] : [next])}
        />
        {isRange && (
          <DateEditor
            label="To"
            value={second}
            dateType={dateType}
            onChange={(next) => change([first, next])}
          />
        )}
      </div>
    </Popover>
  );
}
