import { canonicalRef, referenceRowId } from '#lib/rules/reference-ids.ts';
import type { ValueTest } from '#lib/rules/relational.ts';
import type { CodeColumn, TextColumn } from './columns.ts';
import { nextAbove, nextBelow } from './scan.ts';
import type { Dictionary } from './store.ts';

export type Range = { low: number; high: number };

const everything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function comparedRange(operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte', number: number): Range {
  switch (operator) {
    case 'eq':
      return { low: number, high: number };
    case 'lt':
      return { ...everything, high: nextBelow(number) };
    case 'lte':
      return { ...everything, high: number };
    case 'gt':
      return { ...everything, low: nextAbove(number) };
    case 'gte':
      return { ...everything, low: number };
  }
}

/** The numbers that pass, ends included; null for a test that numbers do not take. */
export function numberRange(asked: ValueTest): Range | null {
  switch (asked.test) {
    case 'present':
      return everything;
    case 'compare':
      return comparedRange(asked.operator, asked.number);
    case 'range':
      return { low: asked.low, high: asked.high };
    case 'dates':
      return { low: asked.bounds.from ?? everything.low, high: asked.bounds.to ?? everything.high };
    default:
      return null;
  }
}

function textPasses(asked: ValueTest): ((text: string) => boolean) | null {
  switch (asked.test) {
    case 'oneOf': {
      const texts = new Set(asked.texts);
      return (text) => texts.has(text);
    }
    case 'contains':
      return (text) => text.includes(asked.text);
    case 'startsWith':
      return (text) => text.startsWith(asked.text);
    case 'endsWith':
      return (text) => text.endsWith(asked.text);
    default:
      return null;
  }
}

function codesIn(dictionary: Dictionary | undefined, asked: ValueTest): number[] | null {
  const passes = textPasses(asked);
  if (!passes) return null;
  return (dictionary?.ids ?? []).filter((_, index) => passes(dictionary?.folded[index] ?? ''));
}

/** The codes whose text, or whose referenced record, passes; null for a test that codes do not take. */
export function passingCodes(
  { names }: CodeColumn,
  asked: ValueTest,
  dictionaries: ReadonlyMap<string, Dictionary>,
): number[] | null {
  if ('dictionary' in names) return codesIn(dictionaries.get(names.dictionary), asked);
  if (asked.test !== 'oneOf') return null;
  const { refKind } = names;
  if (refKind === 'class') {
    const texts = asked.texts.map((text) => canonicalRef('class', text));
    return codesIn(dictionaries.get('account.class'), { test: 'oneOf', texts });
  }
  return asked.texts.flatMap((text) => referenceRowId(refKind, text) ?? []);
}

/** The codes whose text passes; null for a test that texts do not take. */
export function passingTexts({ texts }: TextColumn, asked: ValueTest): number[] | null {
  const passes = textPasses(asked);
  if (!passes) return null;
  const found: number[] = [];
  for (let code = 1; code < texts.length; code++) if (passes(texts[code] ?? '')) found.push(code);
  return found;
}
