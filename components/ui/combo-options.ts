'use client';
import { useEffect, useState } from 'react';
import { foldText } from '#lib/shared/text.ts';

/** One value a picker can offer. */
export type ComboOption = {
  value: string;
  label: string;
  /** Records that have it; shown at the right. */
  count?: number;
  /** Second, grey text: a type, a domain, an example. */
  hint?: string;
  /** Heading it stands under. */
  group?: string;
  /** Other spellings it is found by. */
  keywords?: string[];
  disabled?: boolean;
};

/** Fetches options for a typed text; `''` asks for the most common ones. */
export type LoadOptions = (query: string, signal: AbortSignal) => Promise<ComboOption[]>;

const DEBOUNCE_MS = 120;

/** Options whose folded label, value or keyword has the folded query in it; starts of a label come first. */
export function matchOptions(options: readonly ComboOption[], query: string): ComboOption[] {
  const wanted = foldText(query);
  if (wanted === '') return [...options];
  const starts: ComboOption[] = [];
  const rest: ComboOption[] = [];
  for (const option of options) {
    const label = foldText(option.label);
    if (label.startsWith(wanted)) starts.push(option);
    else if ([label, ...(option.keywords ?? []).map(foldText)].some((text) => text.includes(wanted))) {
      rest.push(option);
    }
  }
  return [...starts, ...rest];
}

export type OfferedOptions = { options: ComboOption[]; state: 'ready' | 'loading' | 'failed' };

/** The options to offer for a query: filtered here, or fetched (debounced, the older request aborted, last ones kept). */
export function useComboOptions(
  query: string,
  options: readonly ComboOption[] | undefined,
  loadOptions: LoadOptions | undefined,
  active: boolean,
): OfferedOptions {
  const [fetched, setFetched] = useState<OfferedOptions>({ options: [], state: 'loading' });
  useEffect(() => {
    if (!loadOptions || !active) return;
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        setFetched((last) => ({ ...last, state: 'loading' }));
        loadOptions(query, controller.signal).then(
          (found) => setFetched({ options: found, state: 'ready' }),
          () => {
            if (!controller.signal.aborted) setFetched({ options: [], state: 'failed' });
          },
        );
      },
      query === '' ? 0 : DEBOUNCE_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, loadOptions, active]);
  if (loadOptions) return fetched;
  return { options: matchOptions(options ?? [], query), state: 'ready' };
}
