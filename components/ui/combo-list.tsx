'use client';
import { Check, LoaderCircle, Search } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { formatNumber } from '#lib/shared/format.ts';
import { cn } from './cn.ts';
import type { ComboOption, OfferedOptions } from './combo-options.ts';

const SHOWN = 200;

function OptionRow({
  option,
  id,
  active,
  selected,
  multiple,
  onPick,
  onHover,
}: {
  option: ComboOption;
  id: string;
  active: boolean;
  selected: boolean;
  multiple: boolean;
  onPick: () => void;
  onHover: () => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={option.disabled || undefined}
      onPointerMove={onHover}
      onClick={onPick}
      className={cn(
        'flex min-h-7 cursor-pointer items-center gap-2 rounded-1 px-2 py-1 select-none max-sm:min-h-10',
        active && 'bg-press',
        option.disabled && 'cursor-default text-ink-3',
      )}
    >
      <span
        aria-hidden
        className={cn(
          'grid size-3.5 place-items-center',
          multiple && 'rounded-[3px] border border-n-500',
          multiple && selected && 'border-accent bg-accent text-on-accent',
        )}
      >
        {selected && <Check className={cn(multiple ? 'size-2.5 stroke-[3.5]' : 'size-3.5')} />}
      </span>
      <span className="min-w-0 truncate">{option.label}</span>
      {option.hint && <span className="min-w-0 truncate text-12 text-ink-3">{option.hint}</span>}
      {option.count !== undefined && (
        <span className="ml-auto shrink-0 pl-3 text-12 text-ink-3">{formatNumber(option.count)}</span>
      )}
    </div>
  );
}

/** The search box and list inside a combobox: arrows, Home and End move, Enter takes, typing narrows. */
export function ComboList({
  label,
  offered,
  query,
  onQueryChange,
  selected,
  multiple,
  onPick,
  onBackspace,
  onPaste,
  placeholder,
  footer,
}: {
  label: string;
  offered: OfferedOptions;
  query: string;
  onQueryChange: (query: string) => void;
  selected: ReadonlySet<string>;
  multiple: boolean;
  onPick: (option: ComboOption) => void;
  onBackspace?: () => void;
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
  placeholder?: string;
  footer?: ReactNode;
}) {
  const id = useId();
  const [cursor, setCursor] = useState(0);
  const shown = offered.options.slice(0, SHOWN);
  const at = Math.min(cursor, shown.length - 1);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setCursor(Math.max(0, Math.min(shown.length - 1, next)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = shown[at];
      if (option && !option.disabled) onPick(option);
    } else if (event.key === 'Backspace' && query === '') onBackspace?.();
  }

  return (
    <div className="flex min-h-0 flex-col">
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search className="size-3.5 text-ink-3" aria-hidden />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={query}
          placeholder={placeholder ?? 'Search'}
          onChange={(event) => {
            onQueryChange(event.target.value);
            setCursor(0);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="h-9 min-w-0 flex-1 bg-transparent text-13 outline-none max-sm:h-11 max-sm:text-16"
        />
        {offered.state === 'loading' && (
          <LoaderCircle className="size-3.5 animate-spin text-ink-3" aria-hidden />
        )}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple || undefined}
        className="max-h-72 min-h-0 overflow-auto p-1"
      >
        {shown.map((option, index) => (
          <div key={option.value} role="presentation">
            {option.group && option.group !== shown[index - 1]?.group && (
              <div role="presentation" className="px-2 pt-2 pb-1 text-12 text-ink-3">
                {option.group}
              </div>
            )}
            <OptionRow
              option={option}
              id={`${id}-${index}`}
              active={index === at}
              selected={selected.has(option.value)}
              multiple={multiple}
              onHover={() => setCursor(index)}
              onPick={() => {
                if (!option.disabled) onPick(option);
              }}
            />
          </div>
        ))}
      </div>
      <div aria-live="polite" className="text-12 text-ink-3">
        {shown.length === 0 && offered.state === 'ready' && (
          <p className="px-3 pb-3">Nothing matches “{query}”.</p>
        )}
        {offered.state === 'failed' && (
          <p className="px-3 pb-3 text-bad-ink">The values could not be loaded. Type again to retry.</p>
        )}
        {offered.options.length > SHOWN && (
          <p className="border-t border-line px-3 py-1.5">
            {formatNumber(offered.options.length - SHOWN)} more; type to narrow
          </p>
        )}
      </div>
      {footer}
    </div>
  );
}
