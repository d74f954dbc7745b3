'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cn } from './cn.ts';
import { Input } from './input.tsx';

/**
 * Text that becomes an input when pressed. Enter or leaving saves, Esc gives up. When `onSave` returns a sentence, it
 * is shown beside the input and what was typed stays. `shown` is how the value reads while nobody edits it.
 */
export function InlineEdit({
  value,
  shown = value,
  label,
  onSave,
  placeholder = 'Add',
  className,
  inputClassName,
}: {
  value: string;
  shown?: string;
  /** What is edited: "Name". */
  label: string;
  onSave: (value: string) => Promise<string | null> | string | null;
  placeholder?: string;
  className?: string;
  inputClassName?: string;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const editing = draft !== null;

  useEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  function close(): void {
    setDraft(null);
    setError(null);
  }

  async function save(): Promise<void> {
    if (draft === null || busy) return;
    if (draft.trim() === value.trim()) return close();
    setBusy(true);
    const refused = await onSave(draft.trim());
    setBusy(false);
    if (refused === null) close();
    else setError(refused);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') void save();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        aria-label={shown ? `${label}: ${shown}. Edit` : `${label}: ${placeholder}`}
        onClick={() => setDraft(value)}
        className={cn(
          '-mx-1.5 max-w-[calc(100%+0.75rem)] truncate rounded-1 px-1.5 text-left hover:bg-hover',
          className,
        )}
      >
        {shown || <span className="text-ink-3">{placeholder}</span>}
      </button>
    );
  }
  return (
    <span className={cn('inline-flex max-w-full flex-wrap items-center gap-2', className)}>
      <Input
        size="md"
        autoFocus
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-busy={busy || undefined}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setError(null);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
        className={cn('-mx-1.5 px-1.5', inputClassName)}
      />
      {error && (
        <span role="alert" className="text-12 text-bad-ink">
          {error}
        </span>
      )}
    </span>
  );
}
