'use client';
import { useEffect, useState } from 'react';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { lookUpPasted, valuesLoader } from './values/load-values.ts';
import { askedKey, ofKey, type ValuesAsked, valuesAsked } from './values-asked.ts';

type LookedUp = { of: string; isHeld: boolean; near: readonly string[] };

/** By `askedKey`. */
export type LookedUpValues = ReadonlyMap<string, LookedUp>;

/** Behind the counts of a draft, which people wait for. */
const DEBOUNCE_MS = 600;
const MOST_TEXTS = 500;
/** Of so many unknown values those are searched that hold them; each is a question of its own. */
const MOST_SEARCHED = 3;

const none: LookedUpValues = new Map();

async function lookUp(asked: ValuesAsked, signal: AbortSignal): Promise<[string, LookedUp][]> {
  const texts = asked.texts.slice(0, MOST_TEXTS);
  const { missing } = await lookUpPasted(asked, texts, false);
  const near = new Map<string, string[]>();
  for (const text of missing.slice(0, MOST_SEARCHED)) {
    const found = await valuesLoader(asked)(text, signal);
    near.set(
      text,
      found.map(({ value }) => value),
    );
  }
  const key = `${asked.entity}.${asked.name}`;
  return texts.map((text) => [
    askedKey(key, asked.types, text),
    { of: ofKey(key, asked.types), isHeld: !missing.includes(text), near: near.get(text) ?? [] },
  ]);
}

/** Whether records have the values that a draft names where the page's own lists cannot say; null asks nothing. */
export function useLookedUpValues(
  draft: Draft | null,
  catalog: Catalog,
  knownValues: Readonly<Record<string, readonly string[]>> | undefined,
): LookedUpValues {
  const [found, setFound] = useState(none);
  useEffect(() => {
    const asked =
      draft && knownValues ? valuesAsked(draft, catalog, knownValues, (key) => found.has(key)) : [];
    if (asked.length === 0) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answers = await Promise.all(asked.map((one) => lookUp(one, controller.signal)));
        if (!controller.signal.aborted) setFound((before) => new Map([...before, ...answers.flat()]));
      } catch {
        // A hint that cannot be had is no fault of the rule; the next edit asks again.
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [draft, catalog, knownValues, found]);
  return found;
}
