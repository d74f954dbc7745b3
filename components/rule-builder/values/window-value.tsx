'use client';
import { useState } from 'react';
import { Popover } from '#components/ui/popover.tsx';
import type { Window } from '#lib/rules/ast.ts';
import { cellButtonClass } from '../pill.tsx';
import { useRuleEditing } from '../rule-editing.ts';
import { isFinishedWindow, windowWords } from '../words.ts';
import type { ValueProps } from './value-props.ts';
import { WindowEditor } from './window-editor.tsx';

/** A window on a date field: `in last 30 days`, `this fiscal quarter`. */
export function WindowValue({ field, value, onChange, autoOpen }: ValueProps) {
  const { catalog } = useRuleEditing();
  const [open, setOpen] = useState(autoOpen);
  const window = value as Window | undefined;
  const words = isFinishedWindow(window)
    ? windowWords(window, catalog).replace(/^in (last|next)/, '$1')
    : null;
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next && window === undefined) onChange({ last: 30, unit: 'day' });
      }}
      label={`Dates of ${field.label}`}
      trigger={
        <button
          type="button"
          data-value
          aria-label={`Dates of ${field.label}: ${words ?? 'choose'}`}
          className={cellButtonClass}
        >
          {words ? (
            <span data-struck className="font-medium">
              {words}
            </span>
          ) : (
            <span className="text-ink-3">Choose the dates</span>
          )}
        </button>
      }
    >
      <WindowEditor
        label="Which dates"
        window={window}
        dateType={field.type === 'day' ? 'day' : 'instant'}
        onChange={(next) => onChange(next, { isTyping: true })}
      />
    </Popover>
  );
}
