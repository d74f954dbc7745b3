import { foldText } from '#lib/shared/text.ts';

import type { RelatedEntity } from '../ast.ts';
import type { Field } from '../catalog.ts';
import { findField } from '../catalog.ts';
import type { Asked } from '../presets/make-rules.ts';
import { rows } from '../presets/make-rules.ts';
import { knownValues, matchValue, splitValues, valueFor } from './known-values.ts';
import { rowWordings } from './row-wordings.ts';
import type { Candidate, Reading } from './suggestion.ts';
import { takeWindow } from './windows.ts';

type Count = { operator: 'eq' | 'gte' | 'lte' | 'gt' | 'lt'; value: number };

const countPattern =
  /^(?:(at least|more than|over|at most|fewer than|less than|exactly|[<>]=?|≥|≤|=)\s*)?(\d{1,6})\+?\s+/i;
const nonePattern =
  /^(?:no|not|without|zero|never|hasn't|has not|has no|have no|does not|doesn't)\s+(?:any\s+)?/i;

const countWords: Readonly<Record<string, Count['operator']>> = {
  'more than': 'gt',
  over: 'gt',
  '>': 'gt',
  'at most': 'lte',
  '≤': 'lte',
  '<=': 'lte',
  'fewer than': 'lt',
  'less than': 'lt',
  '<': 'lt',
  exactly: 'eq',
  '=': 'eq',
};

const countBehindPattern =
  /^(.*[a-z])\s*(at least|more than|over|at most|fewer than|less than|exactly|[<>]=?|≥|≤|=)\s*(\d{1,6})$/i;

/** `won deals > 2` → `> 2 won deals`: people write a count as they write a field's number. */
function countFirst(text: string): string {
  return text.replace(countBehindPattern, '$2 $3 $1');
}

/** Takes a count off the front: `2 intent signals` → at least 2; `no open deal` → none. */
function takeCount(text: string): { rest: string; count: Count | null } {
  if (nonePattern.test(text))
    return { rest: text.replace(nonePattern, ''), count: { operator: 'eq', value: 0 } };
  const match = countPattern.exec(text);
  if (!match) return { rest: text.replace(/^(?:has|have|had|an?|any|is|are|shows?)\s+/i, ''), count: null };
  const operator = countWords[(match[1] ?? '').toLowerCase()] ?? 'gte';
  return { rest: text.slice(match[0].length), count: { operator, value: Number(match[2]) } };
}

function fieldOf(reading: Reading, entity: RelatedEntity, key: string): Field | null {
  return findField(reading.catalog, entity, key);
}

/** Values of one field of the row, each as the data or the vocabulary spell it. */
function listOf(text: string, entity: RelatedEntity, key: string, reading: Reading): Asked | null {
  const field = fieldOf(reading, entity, key);
  if (!field) return null;
  const known = knownValues(field, reading.valuesOf).map(foldText);
  const values = splitValues(text, (value) => known.includes(foldText(value)));
  return [key, 'in', values.map((value) => valueFor(field, value, reading.catalog, reading.valuesOf))];
}

/** Words that tie a topic to what it is the topic of; without one the reading is less sure. */
const linkPattern =
  /^\s*(?:signals?|deals?|opportunit(?:y|ies)|contacts?)?\s*(?:on|about|for|of|in|with|around|:)\s/i;

/** Conditions behind the words for the kind of row: `on supply chain`, `in operations`. */
function readTail(
  tail: string,
  entity: RelatedEntity,
  key: string | undefined,
  reading: Reading,
): Asked[] | null {
  const rest = tail.replace(/^\s*(?:signals?|deals?|opportunit(?:y|ies)|contacts?)\b/i, '').trim();
  if (rest === '') return [];
  const text = rest.replace(/^(?:on|about|for|of|in|with|around|:)\s+/i, '').trim();
  const asked = key !== undefined && text !== '' ? listOf(text, entity, key, reading) : null;
  return asked && [asked];
}

/** `2 intent signals on supply chain in 30 days`, `no open deal`, `reachable vp in operations`. */
export function readRows(text: string, reading: Reading): Candidate[] {
  const { rest: untimed, window } = takeWindow(text.replace(/^inactive\b/i, 'no activity'), reading.todayOn);
  const { rest, count } = takeCount(countFirst(untimed));
  const lower = rest.toLowerCase();
  return rowWordings.flatMap(({ words, rows: kind, tail, detail, days }) => {
    const word = words.find((candidate) => lower === candidate || lower.startsWith(`${candidate} `));
    if (word === undefined) return [];
    const more = readTail(rest.slice(word.length), kind.entity, tail, reading);
    if (!more) return [];
    const defaultWindow = days === undefined ? undefined : { last: days, unit: 'day' as const };
    const dated = window ?? defaultWindow;
    const named =
      kind.entity === 'opportunity' && dated ? { field: kind.dateField ?? 'createdOn', ...dated } : dated;
    const rule = rows(reading.newId, reading.entity, {
      entity: kind.entity,
      where: [...kind.where, ...more],
      ...(kind.of ? { of: kind.of } : {}),
      ...(named ? { window: named } : {}),
      ...(count ?? {}),
    });
    const isLinked = more.length === 0 || linkPattern.test(rest.slice(word.length));
    return [{ rank: (isLinked ? 80 : 65) + Math.min(word.length, 15), detail, rule }];
  });
}

const usesPattern =
  /^(?:(not|no|doesn't|does not|do not|don't|without|never)\s+)?(?:use|uses|using|runs?|running|has technology|technology|tech)(?:\s*[:=]\s*|\s+|(?=[!<≠]))(?:is\s+)?(not\s+|isn't\s+|!=\s*|<>\s*|≠\s*)?(.+)$/i;

/** `uses sap`, `not uses oracle or sap`, `technology not salesforce`. */
export function readTechnology(text: string, reading: Reading): Candidate[] {
  const { rest, window } = takeWindow(text, reading.todayOn);
  const match = usesPattern.exec(rest);
  const asked = match?.[3] ? listOf(match[3], 'technology', 'name', reading) : null;
  if (!match || !asked) return [];
  const isNot = match[1] !== undefined || match[2] !== undefined;
  const rule = rows(reading.newId, reading.entity, {
    entity: 'technology',
    where: [asked],
    ...(window ? { window } : {}),
    ...(isNot ? { operator: 'eq' as const, value: 0 } : {}),
  });
  return [{ rank: 95, detail: 'Technology', rule }];
}

/** A technology by its bare name, when the data know it. */
export function readBareTechnology(text: string, reading: Reading): Candidate[] {
  const field = fieldOf(reading, 'technology', 'name');
  const known = field && matchValue(text, reading.valuesOf('technology.name'), (value) => value);
  if (!field || known === null) return [];
  const rank = foldText(known) === foldText(text) ? 70 : 40;
  return [
    {
      rank,
      detail: 'Technology',
      rule: rows(reading.newId, reading.entity, { entity: 'technology', where: [['name', 'in', [known]]] }),
    },
  ];
}
