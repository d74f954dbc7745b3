'use client';
import { CircleAlert } from 'lucide-react';
import { Slot } from 'radix-ui';
import { type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';
import { Label } from './label.tsx';
import { useStanding } from './use-standing.ts';

/**
 * Label above, control, hint and error in a sentence below. The single child gets `id`, `aria-describedby` and
 * `aria-invalid`, so it can be any control that passes them on.
 */
export function Field({
  label,
  hint,
  error: fault,
  refusal,
  optional,
  aside,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value as it is now: a sentence that says what to do. */
  error?: string | undefined;
  /** What was wrong with the value that was sent; it goes when the value changes. */
  refusal?: string | undefined;
  optional?: boolean;
  /** Small link or fact at the right of the label. */
  aside?: ReactNode;
  className?: string;
  children: ReactElement;
}) {
  const id = useId();
  const holder = valueOf(children);
  const { standing, leave } = useStanding(refusal, holder?.value);
  const error = fault ?? standing;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={cn('grid content-start gap-1', className)} onChange={holder ? undefined : leave}>
      <div className="flex items-baseline gap-2">
        <Label htmlFor={id} id={`${id}-label`}>
          {label}
        </Label>
        {optional && <span className="text-12 text-ink-3">optional</span>}
        {aside && <span className="ml-auto text-12 text-ink-3">{aside}</span>}
      </div>
      <Slot.Root
        id={id}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        aria-errormessage={error ? `${id}-error` : undefined}
      >
        {children}
      </Slot.Root>
      {error && (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1 text-12 text-bad-ink">
          <CircleAlert className="mt-0.5 size-3.5" aria-hidden />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The value that a control is given, when it is; others tell by their change events. */
function valueOf({ props }: ReactElement): { value: unknown } | null {
  const { value, values, checked } = props as Record<string, unknown>;
  if (value !== undefined) return { value };
  if (values !== undefined) return { value: values };
  return checked === undefined ? null : { value: checked };
}
