'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Input } from '#components/ui/input.tsx';

const PAUSE_MS = 250;

/** The search of a list: narrows it while a person types, at once on Enter. What is asked lives in the address. */
export function ListSearch({
  placeholder,
  value,
  onSearch,
}: {
  placeholder: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  function ask(text: string): void {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (text.trim() !== value) onSearch(text.trim());
  }

  // Back, a saved view or "Clear" changed the address; what is being typed stays.
  useEffect(() => {
    const field = input.current;
    if (field && timer.current === null && field.value.trim() !== value) field.value = value;
  }, [value]);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask(input.current?.value ?? '');
      }}
      className="relative"
    >
      <Search
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-ink-3"
        aria-hidden
      />
      <Input
        ref={input}
        size="md"
        name="q"
        type="search"
        data-page-search
        aria-label={placeholder}
        placeholder={placeholder}
        defaultValue={value}
        onChange={(event) => {
          const text = event.target.value;
          if (timer.current !== null) clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            timer.current = null;
            onSearch(text.trim());
          }, PAUSE_MS);
        }}
        className="w-52 pl-7"
      />
    </form>
  );
}
