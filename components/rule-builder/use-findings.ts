'use client';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Finding, findContradictions, RuleFacts } from '#lib/rules/contradictions.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { Draft } from '#lib/rules/draft.ts';
import type { CalendarSettings } from '#lib/rules/resolved.ts';
import { KNOWN_VALUES_PER_FIELD } from '#lib/shared/known-values.ts';
import { foldText } from '#lib/shared/text.ts';
import { newNodeId } from './new-id.ts';
import { useFillRates } from './use-fill-rates.ts';
import { askedKey, ofKey } from './values-asked.ts';
import { type LookedUpValues, useLookedUpValues } from './use-looked-up-values.ts';

type KnownValues = Readonly<Record<string, readonly string[]>>;

/** About as long as the first counts take on a slow line. */
const HINTS_AFTER_MS = 1_000;
const none: readonly Finding[] = [];
const noValues: readonly string[] = [];

/** A list that may have been cut says nothing about what it lacks: what was asked about is looked up. */
function factsOf(
  knownValues: KnownValues,
  fillRates: ReadonlyMap<string, number>,
  lookedUp: LookedUpValues,
): RuleFacts {
  const folded = new Map<string, ReadonlySet<string>>();
  return {
    valuesOf: (key, types) => {
      const near = [...lookedUp.values()]
        .filter((one) => one.of === ofKey(key, types))
        .flatMap((one) => one.near);
      return types ? near : [...(knownValues[key] ?? noValues), ...near];
    },
    hasValue: (key, value, types) => {
      const found = lookedUp.get(askedKey(key, types, value));
      if (found) return found.isHeld;
      if (types) return null;
      const known = knownValues[key];
      if (!known || known.length >= KNOWN_VALUES_PER_FIELD) return null;
      const texts = folded.get(key) ?? new Set(known.map(foldText));
      folded.set(key, texts);
      return texts.has(foldText(value));
    },
    fillRate: (key) => fillRates.get(key) ?? null,
  };
}

/** What is probably not meant in the draft; computed when there is time, so that typing never waits for it. */
export function useFindings(
  draft: Draft,
  definition: SegmentDefinition,
  knownValues: KnownValues | undefined,
  words: DescribeContext & { calendar: CalendarSettings; asOf: number },
  isOff: boolean,
): readonly Finding[] {
  const fillRates = useFillRates(!isOff);
  const lookedUp = useLookedUpValues(isOff ? null : draft, words.catalog, knownValues);
  const facts = useMemo(
    () => factsOf(knownValues ?? {}, fillRates, lookedUp),
    [knownValues, fillRates, lookedUp],
  );
  const asked = useDeferredValue(useMemo(() => ({ draft, definition }), [draft, definition]));
  const [find, setFind] = useState<typeof findContradictions | null>(null);
  useEffect(() => {
    if (isOff) return;
    let isLeft = false;
    // Hints come after the first counts; until then the network and the processor belong to those.
    const load = () =>
      void import('#lib/rules/contradictions.ts').then((module) => {
        if (!isLeft) setFind(() => module.findContradictions);
      });
    const timer = setTimeout(load, HINTS_AFTER_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [isOff]);
  return useMemo(
    () => (isOff || !find ? none : find(asked.definition, asked.draft, facts, words, newNodeId)),
    [find, asked, facts, words, isOff],
  );
}
