'use client';
import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react';
import { cn } from '#components/ui/cn.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { AddList } from './add-list.tsx';
import { type AddOption, addOptions } from './add-options.ts';
import { useRuleEditing } from './rule-editing.ts';
import { useFillRates } from './use-fill-rates.ts';

/**
 * The search box that adds a condition to a group: typed conditions land ready-made, an empty box lists everything
 * that can be asked. The large one of the root is the page's search (`/` and `a`).
 */
export function AddBox({ groupId, size = 'large' }: { groupId: string; size?: 'large' | 'small' }) {
  const { add, catalog, draft, valuesOf, words, asOf } = useRuleEditing();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const fillRates = useFillRates(open);
  const listId = useId();
  const read = useDeferredValue(text);
  const todayOn = words.calendar && dayOfInstant(asOf, words.calendar.timeZone);
  const context = {
    catalog,
    entity: draft.entity,
    valuesOf,
    fillRates,
    ...(todayOn === undefined ? {} : { todayOn }),
  };
  const options = open ? addOptions(read, context) : [];
  const at = Math.min(active, options.length - 1);

  function close(): void {
    setOpen(false);
    setText('');
    setActive(0);
  }

  function pick(option: AddOption): void {
    close();
    add(option.build(), groupId);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined && !event.altKey) {
      event.preventDefault();
      setOpen(true);
      setActive(Math.max(0, Math.min(options.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What is read lags behind fast typing; Enter takes what was typed.
      const current = read === text ? options : addOptions(text, context);
      const option = current[Math.min(active, current.length - 1)];
      if (open && option) pick(option);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      input.current?.blur();
    }
  }

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && close()}>
      <Popover.Anchor asChild>
        <label
          className={cn(
            'flex min-w-0 cursor-text items-center gap-1.5 rounded-2 border border-transparent px-2 text-ink-2 hover:bg-hover focus-within:border-accent focus-within:bg-panel',
            size === 'large' ? 'h-7 w-27 focus-within:w-86' : 'h-6 w-27 text-12 focus-within:w-72',
          )}
        >
          <Plus className="size-3.5 shrink-0 text-ink-3" aria-hidden />
          <input
            ref={input}
            role="combobox"
            aria-label="Add a condition"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={open ? 'employees > 500, uses sap, 2 intent signals in 30 days' : 'Condition'}
            value={text}
            {...(size === 'large' ? { 'data-page-search': true } : {})}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onBlur={close}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-2 max-sm:text-16"
          />
        </label>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Conditions to add"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target === input.current) event.preventDefault();
          }}
          className="z-50 w-[460px] max-w-[calc(100vw-16px)] overflow-hidden rounded-3 bg-raised text-13 text-ink shadow-pop"
        >
          <AddList id={listId} options={options} active={at} onActive={setActive} onPick={pick} />
          {options.length === 0 && (
            <p className="px-3 py-2.5 text-12 text-ink-3" aria-live="polite">
              Nothing reads like “{text}”. Try a field and a number, a technology or a value.
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
