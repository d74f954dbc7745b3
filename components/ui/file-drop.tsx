'use client';
import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { cn } from './cn.ts';

/** A place to drop files or to choose them. Refused files are named in a sentence. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  maxBytes,
  onFiles,
  disabled,
  className,
}: {
  label: ReactNode;
  hint?: ReactNode;
  /** File endings with dots, e.g. `['.csv', '.tsv']`. */
  accept: string[];
  multiple?: boolean;
  maxBytes?: number;
  onFiles: (files: File[]) => void;
  disabled?: boolean;
  className?: string;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  function whyNot(file: File): string | null {
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      return `${file.name} is not a ${accept.join(' or ')} file.`;
    }
    if (maxBytes !== undefined && file.size > maxBytes) {
      return `${file.name} is larger than ${Math.round(maxBytes / 1e6)} MB. Split it and import the parts.`;
    }
    return file.size === 0 ? `${file.name} is empty.` : null;
  }

  function take(list: FileList | null): void {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const reasons = files.flatMap((file) => whyNot(file) ?? []);
    setRefused(reasons[0] ?? null);
    const good = files.filter((file) => whyNot(file) === null);
    if (good.length > 0) onFiles(good);
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  }

  return (
    <div className={className}>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cn(
          'relative flex min-h-36 cursor-pointer flex-col items-center justify-center gap-1 rounded-2 border border-dashed border-line-strong bg-sunken px-6 py-6 text-center transition-colors hover:border-n-400 has-focus-visible:outline-2 has-focus-visible:outline-focus',
          over && 'border-accent bg-accent-soft',
          disabled && 'cursor-default opacity-60',
        )}
      >
        <FileUp className="mb-1 size-5 text-ink-3" aria-hidden />
        <span className="font-medium">{label}</span>
        {hint && <span className="text-12 text-ink-3">{hint}</span>}
        <input
          id={id}
          type="file"
          accept={accept.join(',')}
          multiple={multiple}
          disabled={disabled}
          className="sr-only"
          aria-describedby={refused ? `${id}-error` : undefined}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      {refused && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-12 text-bad-ink">
          {refused}
        </p>
      )}
    </div>
  );
}
