import { foldText } from '#lib/shared/text.ts';

import type { RootEntity, Value } from '../ast.ts';
import type { Catalog, Field } from '../catalog.ts';
import type { DraftFieldCondition } from '../draft.ts';
import { firstOperators } from '../edit/change-field.ts';
import type { FieldReading } from './read-value.ts';
import { parseComparison } from './numbers.ts';
import { readValue } from './read-value.ts';
import type { Candidate, Reading } from './suggestion.ts';

type Wording = { words: string; name: string; field: Field; isLabel: boolean };

const wordings = new WeakMap<Catalog, Partial<Record<RootEntity, readonly Wording[]>>>();

function wordsOf(name: string, field: Field): Wording[] {
  const key = field.key.replace(/^custom\./, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  const ofAccount = name.startsWith('account.') ? [`account ${field.label}`, `account: ${field.label}`] : [];
  const labels = [...ofAccount, field.label, key, field.key];
  return [...labels, ...field.synonyms].map((words, at) => ({
    words: foldText(words),
    name,
    field,
    isLabel: at < labels.length,
  }));
}

/** Every name that a field of the root may be typed by, the longest first, labels before synonyms. */
function wordingsFor(catalog: Catalog, root: RootEntity): readonly Wording[] {
  const cached = wordings.get(catalog) ?? {};
  wordings.set(catalog, cached);
  const known = cached[root];
  if (known) return known;
  const reached = [...catalog.fields.values()].flatMap((field) => {
    if (field.entity === root) return wordsOf(field.key, field);
    return root === 'contact' && field.entity === 'account' ? wordsOf(`account.${field.key}`, field) : [];
  });
  const made = reached.sort(
    (a, b) => b.words.length - a.words.length || Number(b.isLabel) - Number(a.isLabel),
  );
  cached[root] = made;
  return made;
}

function condition(
  reading: Reading,
  name: string,
  field: Field,
  read: FieldReading | null,
): DraftFieldCondition {
  const operator = read?.operator ?? firstOperators[field.type];
  const value: Value | undefined = read?.value;
  return {
    id: reading.newId(),
    kind: 'field',
    field: name,
    operator,
    ...(value === undefined ? {} : { value }),
  };
}

export const groupLabels: Readonly<Record<Field['group'], string>> = {
  firmographic: 'Firmographic',
  geographic: 'Geographic',
  technographic: 'Technology',
  behavioural: 'Behaviour',
  needs: 'Needs',
  people: 'People',
  deals: 'Deals',
  planning: 'Planning',
  custom: 'Custom field',
};

function detailOf(name: string, field: Field): string {
  const owner = name.startsWith('account.') ? ' · of the account' : '';
  return `${groupLabels[field.group]}${owner}`;
}

/** `no owner`, `missing industry`: a field that is empty. */
function readMissing(text: string, reading: Reading): Candidate[] {
  const match = /^(?:no|without|missing|unknown)\s+(.+)$/i.exec(text);
  const wanted = foldText(match?.[1] ?? '');
  if (wanted === '') return [];
  const found = wordingsFor(reading.catalog, reading.entity).filter(({ words }) => words === wanted);
  return found.slice(0, 2).map(({ name, field, isLabel }) => ({
    rank: isLabel ? 88 : 70,
    detail: detailOf(name, field),
    rule: condition(reading, name, field, { operator: 'empty' }),
  }));
}

const mostFields = 4;

/** `employees > 500`, `industry is machinery`, `founded after 2010`: a field by name and what is asked of it. */
export function readField(text: string, reading: Reading): Candidate[] {
  const folded = foldText(text);
  const seen = new Set<string>();
  const named = wordingsFor(reading.catalog, reading.entity).filter(({ words, name }) => {
    const begins =
      folded === words || (folded.startsWith(words) && /^[\s<>=≤≥≠!:]/.test(folded.slice(words.length)));
    if (!begins || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  const candidates = named.slice(0, mostFields).flatMap(({ words, name, field, isLabel }): Candidate[] => {
    const rest = text.trim().replace(/\s+/g, ' ').slice(words.length).trim();
    const surety = (isLabel ? 8 : 0) + Math.min(words.length, 8);
    if (rest === '') {
      // Yes or no asks for nothing more, and the record's own word for it goes before the same word for its relatives.
      const isWhole = isLabel && field.type === 'boolean' && field.entity === reading.entity;
      const rank = isWhole ? 90 : 60 + surety;
      return [{ rank, detail: detailOf(name, field), rule: condition(reading, name, field, null) }];
    }
    return readValue(rest, field, reading).map((read) => ({
      rank: 70 + surety - (read.isGuess ? 15 : 0),
      detail: detailOf(name, field),
      rule: condition(reading, name, field, read),
    }));
  });
  return [...readMissing(text, reading), ...candidates];
}

/** `500-2000 employees`, `over 10m revenue`: the number before its field. A bare number is too little to go by. */
const numberFirst =
  /^((?:over|above|more than|at least|under|below|less than|at most|up to|between|[<>]=?|≥|≤)?\s*[$€£]?\d.*?)\s+([a-z][a-z ]*)$/i;

/** The same readings as with the field first, for people who say the number first. */
export function readNumberFirst(text: string, reading: Reading): Candidate[] {
  const match = numberFirst.exec(text);
  if (!match?.[1] || !match[2] || parseComparison(match[1]) === null) return [];
  const asked = /^\d[\d,.]*$/.test(match[1]) ? `>= ${match[1]}` : match[1];
  return readField(`${match[2]} ${asked}`, reading).map((found) => ({ ...found, rank: found.rank - 5 }));
}

/** Fields whose name or a word of it begins as typed, still to be asked something. */
export function readFieldName(text: string, reading: Reading): Candidate[] {
  const folded = foldText(text.replace(/\s+accounts?$/i, ''));
  if (folded.length < 2) return [];
  const seen = new Set<string>();
  return wordingsFor(reading.catalog, reading.entity).flatMap(({ words, name, field, isLabel }) => {
    const begins = words.startsWith(folded) || words.includes(` ${folded}`);
    if (!begins || seen.has(name)) return [];
    seen.add(name);
    const rank = (isLabel ? 45 : 30) + (words.startsWith(folded) ? 5 : 0);
    return [
      {
        rank,
        detail: detailOf(name, field),
        label: `${name.startsWith('account.') ? 'Account: ' : ''}${field.label}…`,
        rule: condition(reading, name, field, null),
      },
    ];
  });
}
