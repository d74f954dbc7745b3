import { normaliseCountry } from '#lib/shared/countries.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { normaliseState } from '#lib/shared/states.ts';
import { foldText } from '#lib/shared/text.ts';

import type { Operator, Value } from '../ast.ts';
import type { Field } from '../catalog.ts';
import { valueLabel } from '../value-label.ts';
import { dayText, readDay } from './days.ts';
import { knownValues, matchValue, splitValues, valueFor } from './known-values.ts';
import { parseComparison } from './numbers.ts';
import type { Reading } from './suggestion.ts';
import { takeWindow } from './windows.ts';

/** What typed text asks of a field. A guess reads text that names no known value. */
export type FieldReading = { operator: Operator; value?: Value; isGuess?: boolean };

const emptiness: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:is\s+)?(?:not empty|known|present|given|not blank|exists)$/i, 'notEmpty'],
  [/^(?:is\s+)?(?:empty|missing|unknown|blank|not known|nobody|none)$/i, 'empty'],
];

const textOperators: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:does not contain|doesn't contain|not contains?|excludes)\s+/i, 'notContains'],
  [/^(?:contains|includes|like|~)\s*/i, 'contains'],
  [/^(?:starts with|begins with)\s+/i, 'startsWith'],
  [/^(?:ends with)\s+/i, 'endsWith'],
  [/^(?:is not in|is not|isn't|are not|not in|is none of|none of|not|!=|<>|≠)\s*/i, 'notIn'],
  [/^(?:(?:is any of|is one of|is in|is|are|in|of|==?|:)(?=\s|$|[^a-z])\s*)?/i, 'in'],
];

/** Countries whose states may be typed by their short codes alone. */
const statesTried = ['US', 'CA', 'AU', 'DE', 'GB', 'AT', 'BR', 'IN'];

function placesFor(field: Field, text: string): string[][] {
  if (field.key === 'country')
    return [[normaliseCountry(text)]].filter((codes): codes is string[] => codes[0] !== null);
  const whole = normaliseState(text, null);
  const tried = whole === null ? statesTried.map((country) => normaliseState(text, country)) : [whole];
  return tried.filter((code) => code !== null).map((code) => [code]);
}

function listValues(text: string, field: Field, reading: Reading): { values: string[]; isGuess: boolean } {
  const { catalog, valuesOf } = reading;
  const label = (value: string) => valueLabel(field, value, catalog);
  if (field.type === 'ref') {
    const references = (field.refKind && catalog.references[field.refKind]) || [];
    const found = splitValues(text, () => false).map((name) => {
      const id = matchValue(
        name,
        references.map(({ name: known }) => known),
        (known) => known,
      );
      return references.find((reference) => reference.name === id || reference.id === name)?.id;
    });
    const ids = found.filter((id) => id !== undefined);
    return { values: ids, isGuess: ids.length < found.length };
  }
  const known = knownValues(field, valuesOf);
  const isKnown = (value: string) => known.some((one) => foldText(one) === foldText(value));
  const values = splitValues(text, isKnown).map((value) => valueFor(field, value, catalog, valuesOf));
  return { values, isGuess: values.some((value) => matchValue(value, known, label) === null) };
}

function isPlace(field: Field): boolean {
  return (
    (field.entity === 'account' || field.entity === 'contact') &&
    (field.key === 'country' || field.key === 'state')
  );
}

/** Without the quotes that people put round a text; they are no part of it. */
function unquoted(text: string): string {
  return /^(["'“”„«]).+(["'“”»])$/.test(text) ? text.slice(1, -1).trim() : text;
}

function readTexts(text: string, field: Field, reading: Reading): FieldReading[] {
  for (const [pattern, operator] of textOperators) {
    const rest = unquoted(text.replace(pattern, '').trim());
    if (operator !== 'in' && !pattern.test(text)) continue;
    if (rest === '') return [];
    if (operator !== 'in' && operator !== 'notIn') {
      return field.type === 'ref' || field.type === 'tags' ? [] : [{ operator, value: rest }];
    }
    if (isPlace(field)) {
      const words = splitValues(rest, () => placesFor(field, rest).length > 0);
      const places =
        words.length === 1
          ? placesFor(field, rest)
          : [words.flatMap((word) => placesFor(field, word)[0] ?? [])];
      const found = places.filter((codes) => codes.length > 0);
      if (found.length > 0) return found.map((value) => ({ operator, value }));
    }
    const { values, isGuess } = listValues(rest, field, reading);
    if (values.length === 0) return [];
    const tags = operator === 'in' ? 'hasAny' : 'hasNone';
    const isFreeText =
      field.type === 'text' && !field.exact && operator === 'in' && !/^(?:is|=|in)\b|^=/i.test(text);
    if (isFreeText) return [{ operator: 'contains', value: rest }];
    return [{ operator: field.type === 'tags' ? tags : operator, value: values, isGuess }];
  }
  return [];
}

const dayPattern = new RegExp(`^(?:is\\s+)?(on|before|after|=)?\\s*(${dayText})$`, 'i');

function readDate(text: string, field: Field, { todayOn }: Reading): FieldReading[] {
  const typed = dayPattern.exec(text);
  const day = typed?.[2] === undefined ? null : readDay(typed[2], todayOn, field.planned === true);
  if (typed && day !== null) {
    const word = (typed[1] ?? 'on').toLowerCase();
    return [{ operator: word === 'before' || word === 'after' ? word : 'on', value: day }];
  }
  const range =
    /^(?:is\s+)?(?:between\s+)?(\d{4}-\d{2}-\d{2})\s*(?:and|to|-|–|\.\.)\s*(\d{4}-\d{2}-\d{2})$/i.exec(text);
  const [from, to] = [range?.[1] ?? '', range?.[2] ?? ''].sort();
  if (from && to && parseIsoDay(from) !== null && parseIsoDay(to) !== null)
    return [{ operator: 'between', value: [from, to] }];
  const { rest, window } = takeWindow(text, todayOn);
  const isNot = /^(?:is\s+)?not$/i.test(rest);
  if (!window || (rest !== '' && !isNot && !/^(?:is|in)$/i.test(rest))) return [];
  return [{ operator: isNot ? 'notWithin' : 'within', value: window }];
}

function readNumber(text: string, field: Field): FieldReading[] {
  const comparison = parseComparison(text);
  if (!comparison) return [];
  const isRate = field.unit?.startsWith('rate') && !text.includes('%');
  const asRate = (value: number) => (isRate && Math.abs(value) > 1 ? value / 100 : value);
  const { operator, value } = comparison;
  return [
    { operator, value: typeof value === 'number' ? asRate(value) : [asRate(value[0]), asRate(value[1])] },
  ];
}

/** Every reading of what stands behind a field's name. */
export function readValue(text: string, field: Field, reading: Reading): FieldReading[] {
  const emptied = emptiness.find(([pattern]) => pattern.test(text));
  if (emptied) return [{ operator: emptied[1] }];
  switch (field.type) {
    case 'number':
    case 'money':
      return readNumber(text, field);
    case 'day':
    case 'instant':
      return readDate(text, field, reading);
    case 'boolean':
      if (/^(?:is\s+|=\s*)?(?:true|yes)$/i.test(text)) return [{ operator: 'isTrue' }];
      return /^(?:is\s+|=\s*)?(?:false|no|not true)$/i.test(text) ? [{ operator: 'isFalse' }] : [];
    default:
      return readTexts(text, field, reading);
  }
}
