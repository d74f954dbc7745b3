'use client';
import { useEffect, useRef } from 'react';
import { cn } from '#components/ui/cn.ts';
import type { AddOption } from './add-options.ts';

function Line({
  option,
  id,
  isActive,
  onHover,
  onPick,
}: {
  option: AddOption;
  id: string;
  isActive: boolean;
  onHover: () => void;
  onPick: () => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const { Icon } = option;
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onHover}
      // The search box keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={cn(
        'flex min-h-7 cursor-pointer items-center gap-2 rounded-1 px-2 py-0.5',
        isActive && 'bg-press',
      )}
    >
      <Icon className="size-3.5 shrink-0 text-ink-3" aria-hidden />
      <span className="shrink-0 truncate">{option.label}</span>
      <span className="min-w-0 truncate text-12 text-ink-3">{option.facts}</span>
    </div>
  );
}

/** The list under the add box. */
export function AddList({
  id,
  options,
  active,
  onActive,
  onPick,
}: {
  id: string;
  options: readonly AddOption[];
  active: number;
  onActive: (index: number) => void;
  onPick: (option: AddOption) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label="Conditions to add" className="max-h-96 overflow-auto p-1">
      {options.map((option, index) => (
        <div key={option.key} role="presentation">
          {option.group !== options[index - 1]?.group && (
            <div role="presentation" className="px-2 pt-2 pb-1 text-12 text-ink-3">
              {option.group}
            </div>
          )}
          <Line
            option={option}
            id={`${id}-${index}`}
            isActive={index === active}
            onHover={() => onActive(index)}
            onPick={() => onPick(option)}
          />
        </div>
      ))}
    </div>
  );
}
