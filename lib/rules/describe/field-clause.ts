import type { FieldCondition } from '../ast.ts';
import type { Field, FieldEntity } from '../catalog.ts';
import { findField } from '../catalog.ts';
import type { Clause } from './clause.ts';
import type { DescribeContext } from './context.ts';
import { numberText, valuesPhrase } from './context.ts';
import { askedOf, labelInSentence, numberPhrase } from './field-words.ts';
import type { Phrase } from './phrase.ts';
import { phrase, strong } from './phrase.ts';
import type { PlaceWords } from './places.ts';

/** Countries that English calls with an article. */
const withArticle = new Set([
  'AE',
  'BS',
  'CF',
  'CD',
  'CG',
  'CZ',
  'DO',
  'GB',
  'GM',
  'KM',
  'KY',
  'MH',
  'MV',
  'NL',
  'PH',
  'SB',
  'SC',
  'US',
]);

const placeKeys = ['industry', 'subIndustry', 'country', 'state', 'city', 'metro', 'region'];

type Parts = { field: Field; condition: FieldCondition; context: DescribeContext };
type Special = (parts: Parts) => Clause | null;

function textsOf({ value }: FieldCondition): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

const isIn = (condition: FieldCondition) => condition.operator === 'eq' || condition.operator === 'in';
const isNotIn = (condition: FieldCondition) => condition.operator === 'ne' || condition.operator === 'notIn';

function placePhrase({ field, condition, context }: Parts): Phrase {
  return valuesPhrase(field, textsOf(condition), context, {
    label: (text, value) => strong(field.key === 'country' && withArticle.has(value) ? `the ${text}` : text),
  });
}

/** What a place needs to stand beside a larger one. */
function levelOf({ field, condition, context }: Parts): { place?: PlaceWords } {
  const level = (['city', 'metro', 'state', 'country'] as const).find((key) => key === field.key);
  if (level === undefined) return {};
  const texts = textsOf(condition);
  return { place: { level, single: texts.length === 1 ? valuesPhrase(field, texts, context) : null } };
}

/** `in Retail or Banking`, `in the United States`, `in the sub-industry Automotive`. */
const place: Special = (parts) => {
  const words =
    parts.field.key === 'subIndustry' ? phrase('the sub-industry ', placePhrase(parts)) : placePhrase(parts);
  if (isIn(parts.condition)) return { lead: 'in', body: words, ...levelOf(parts) };
  if (isNotIn(parts.condition)) return { lead: 'that', body: phrase('are not in ', words) };
  return null;
};

function numbersOf({ value }: FieldCondition): number | [number, number] | null {
  if (typeof value === 'number') return value;
  return Array.isArray(value) && typeof value[0] === 'number' ? (value as [number, number]) : null;
}

const employees: Special = ({ field, condition, context }) => {
  const numbers = numbersOf(condition);
  if (numbers === null) return null;
  const show = (value: number) => numberText(field, value, context);
  const words = numberPhrase(condition.operator, numbers, show, 'fewer');
  return { lead: 'with', body: phrase(words, strong(' employees')) };
};

const measured: Special = ({ field, condition, context }) => {
  const numbers = numbersOf(condition);
  if (numbers === null) return null;
  const words = numberPhrase(condition.operator, numbers, (value) => numberText(field, value, context));
  const article = field.key === 'growthRate' ? 'a ' : '';
  return { lead: 'with', body: phrase(`${article}${labelInSentence(field)} of `, words) };
};

const founded: Special = ({ condition }) => {
  const { value, operator } = condition;
  if (typeof value === 'number' && operator === 'gte') {
    return { lead: 'that', body: phrase('were founded in ', strong(`${value} or later`)) };
  }
  const words: Record<string, string> = { gt: 'after', lt: 'before', eq: 'in', lte: 'by the end of' };
  const word = words[operator];
  if (typeof value === 'number' && word)
    return { lead: 'that', body: phrase(`were founded ${word} `, strong(`${value}`)) };
  const range = numbersOf(condition);
  if (operator !== 'between' || range === null || typeof range === 'number') return null;
  return { lead: 'that', body: phrase('were founded from ', strong(`${range[0]} to ${range[1]}`)) };
};

const accountType: Special = ({ field, condition, context }) => {
  if (!isIn(condition) && !isNotIn(condition)) return null;
  const kinds = valuesPhrase(field, textsOf(condition), context, {
    label: (text) => strong(`${text.toLowerCase()}s`),
  });
  return { lead: 'that', body: phrase(isIn(condition) ? 'are ' : 'are not ', kinds) };
};

const needed: Special = ({ field, condition, context }) => {
  const lead = { hasAny: 'need ', hasAll: 'need ', hasNone: 'do not need ' }[condition.operator as string];
  if (!lead) return null;
  const word = condition.operator === 'hasAll' ? 'and' : 'or';
  const needs = valuesPhrase(field, textsOf(condition), context, {
    word,
    label: (text) => strong(text.toLowerCase()),
  });
  return { lead: 'that', body: phrase(lead, needs) };
};

const specials: Readonly<Record<string, Special>> = {
  ...Object.fromEntries(placeKeys.map((key) => [`account.${key}`, place])),
  'contact.country': place,
  'account.employees': employees,
  'account.revenue': measured,
  'account.growthRate': measured,
  'account.foundedYear': founded,
  'account.type': accountType,
  'account.needs': needed,
};

/** Yes-or-no fields as verbs: true, then false. */
const flags: Readonly<Record<string, readonly [string, string]>> = {
  'account.doNotContact': ['must not be contacted', 'may be contacted'],
  'contact.reachable': ['can be reached', 'cannot be reached'],
  'contact.optedOut': ['opted out', 'did not opt out'],
  'contact.bounced': ['bounced', 'did not bounce'],
};

function flag(field: Field, isTrue: boolean): Clause {
  const [yes, no] = flags[`${field.entity}.${field.key}`] ?? [];
  const words = isTrue ? yes : no;
  if (words) return { lead: 'that', body: [strong(words)] };
  const value = strong(isTrue ? 'true' : 'false');
  return { lead: 'whose', subject: phrase(labelInSentence(field)), body: phrase('is ', value) };
}

function clauseFor(field: Field, condition: FieldCondition, context: DescribeContext): Clause {
  const { operator } = condition;
  const label = labelInSentence(field);
  if (operator === 'empty') return { lead: 'that', body: phrase('have no known ', strong(label)) };
  if (operator === 'notEmpty') return { lead: 'that', body: phrase('have a known ', strong(label)) };
  if (operator === 'isTrue' || operator === 'isFalse') return flag(field, operator === 'isTrue');
  const special = specials[`${field.entity}.${field.key}`]?.({ field, condition, context });
  return special ?? { lead: 'whose', subject: phrase(label), body: askedOf(field, condition, context) };
}

/** A field condition as what follows the noun it is asked of. */
export function fieldClause(
  condition: FieldCondition,
  entity: FieldEntity,
  context: DescribeContext,
): Clause {
  const field = findField(context.catalog, entity, condition.field);
  if (!field) {
    return {
      lead: 'whose',
      subject: [strong(condition.field)],
      body: phrase('is asked for but no longer exists'),
    };
  }
  const clause = clauseFor(field, condition, context);
  const viaAccount = entity === 'contact' && condition.field.startsWith('account.');
  return viaAccount ? { lead: 'at', of: clause } : clause;
}
