import type { FieldCondition, FieldGroup, RelatedCondition, RelatedEntity } from '../ast.ts';
import type { Field } from '../catalog.ts';
import { findField } from '../catalog.ts';
import { valueLabel } from '../value-label.ts';
import type { DescribeContext } from './context.ts';
import { valuesPhrase } from './context.ts';
import { askedOf, labelInSentence } from './field-words.ts';
import type { Phrase, Token } from './phrase.ts';
import { listed, phrase, plain, strong } from './phrase.ts';

/** One row and several, as sentences call them. */
export const nouns: Record<RelatedEntity, readonly [string, string]> = {
  technology: ['technology', 'technologies'],
  signal: ['signal', 'signals'],
  contact: ['contact', 'contacts'],
  opportunity: ['deal', 'deals'],
  activity: ['activity', 'activities'],
};

/** Fields whose values stand before the noun, and those that follow it with a word of their own. */
const before: Readonly<Record<string, true>> = {
  'signal.type': true,
  'contact.seniority': true,
  'contact.persona': true,
  'opportunity.outcome': true,
  'opportunity.type': true,
  'activity.channel': true,
  'activity.type': true,
  'technology.category': true,
};
const behind: Readonly<Record<string, string>> = {
  'technology.name': ' ',
  'signal.topic': ' on ',
  'signal.source': ' from ',
  'contact.jobFunction': ' in ',
  'opportunity.stage': ' in stage ',
  'opportunity.product': ' for ',
  'activity.outcome': ' with outcome ',
  'activity.owner': ' by ',
};
const flagsBefore: Readonly<Record<string, string>> = {
  'contact.reachable': 'reachable',
  'contact.optedOut': 'opted-out',
};

function texts({ operator, value }: FieldCondition): string[] | null {
  if (operator === 'eq' && typeof value === 'string') return [value];
  return operator === 'in' && Array.isArray(value) ? (value as string[]) : null;
}

/** Fields of one row asked one by one, in words: `topic is Supply chain and strength is at least 70`. */
function conditionWords(
  rule: FieldCondition | FieldGroup,
  entity: RelatedEntity,
  context: DescribeContext,
): Token[] {
  if (rule.kind === 'group') {
    const words = rule.rules.map((inner) => conditionWords(inner, entity, context));
    if (words.length === 0) return [plain(rule.op === 'any' ? 'nothing fits' : 'anything fits')];
    if (rule.op === 'none') return phrase('none of (', listed(words, 'or'), ')');
    const joined = listed(words, rule.op === 'all' ? 'and' : 'or');
    return words.length === 1 ? joined : phrase('(', joined, ')');
  }
  const field = findField(context.catalog, entity, rule.field);
  if (!field) return phrase(strong(rule.field), ' no longer exists');
  return phrase(`${labelInSentence(field)} `, askedOf(field, rule, context));
}

/** Values that are nouns themselves: not "touch activities" but "touches". */
const nounFields = ['activity.type', 'contact.persona'];

function plural(noun: string): string {
  if (/(ch|s|x)$/.test(noun)) return `${noun}es`;
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

type Parts = { front: Phrase[]; noun: string | null; back: Phrase[]; rest: Phrase[] };

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function place(rule: FieldCondition, field: Field, parts: Parts, context: DescribeContext): boolean {
  const key = `${field.entity}.${field.key}`;
  const flag = flagsBefore[key];
  if (flag && rule.operator === 'isTrue') {
    parts.front.unshift([strong(flag)]);
    return true;
  }
  const values = texts(rule);
  const [only = '', ...others] = values ?? [];
  if (!values) return false;
  if (nounFields.includes(key) && others.length === 0 && parts.noun === null) {
    parts.noun = lower(valueLabel(field, only, context.catalog));
    return true;
  }
  if (before[key]) {
    parts.front.push(valuesPhrase(field, values, context, { label: (text) => strong(lower(text)) }));
    return true;
  }
  const link = behind[key];
  if (link === undefined) return false;
  parts.back.push(phrase(link, valuesPhrase(field, values, context)));
  return true;
}

/**
 * The rows a related condition counts, as a noun: `intent signals on Supply chain`, `reachable VP contact in Operations`.
 * What has no natural place follows as `whose …`.
 */
export function rowPhrase(
  condition: Pick<RelatedCondition, 'entity' | 'where'>,
  isPlural: boolean,
  context: DescribeContext,
): Token[] {
  const { entity, where } = condition;
  const parts: Parts = { front: [], noun: null, back: [], rest: [] };
  const isFlat = where !== null && (where.op === 'all' || where.rules.length === 1) && where.op !== 'none';
  for (const rule of isFlat ? where.rules : []) {
    const field = rule.kind === 'field' ? findField(context.catalog, entity, rule.field) : null;
    if (rule.kind === 'field' && field && place(rule, field, parts, context)) continue;
    parts.rest.push(conditionWords(rule, entity, context));
  }
  if (where !== null && !isFlat) parts.rest.push(conditionWords(where, entity, context));
  const [one, many] = parts.noun === null ? nouns[entity] : [parts.noun, plural(parts.noun)];
  const noun = isPlural ? many : one;
  const isStrong = parts.front.length > 0 || parts.noun !== null;
  const front = parts.front.reduce<Token[]>((made, next) => phrase(made, next, strong(' ')), []);
  const rest = parts.rest.length > 0 ? phrase(' whose ', listed(parts.rest, 'and')) : [];
  return phrase(front, isStrong ? strong(noun) : noun, ...parts.back, rest);
}
