import type { RelatedCondition, RootEntity } from '../ast.ts';
import { findField, mainDate } from '../catalog.ts';
import type { Clause } from './clause.ts';
import type { DescribeContext } from './context.ts';
import { numberText, valuesPhrase } from './context.ts';
import { windowPhrase } from './dates.ts';
import { labelInSentence, numberPhrase } from './field-words.ts';
import type { Phrase, Token } from './phrase.ts';
import { phrase, strong } from './phrase.ts';
import { rowPhrase } from './row-phrase.ts';

/** How a sentence says which date of a row it means. */
const happened: Readonly<Record<string, string>> = {
  createdAt: 'created',
  createdOn: 'created',
  closedOn: 'closed',
  expectedCloseOn: 'expected to close',
  firstSeenAt: 'first seen',
  scheduledAt: 'scheduled',
};

function whose(condition: RelatedCondition, root: RootEntity): string {
  if (condition.of === 'family') return ' anywhere in the corporate family';
  return condition.of === 'account' && root === 'contact' ? ' at the account' : '';
}

function when(condition: RelatedCondition, context: DescribeContext): Phrase {
  const { entity, window } = condition;
  if (!window) return [];
  const key = window.field ?? mainDate[entity];
  const field = key === null ? null : findField(context.catalog, entity, key);
  if (!field) return [];
  const { field: _named, ...span } = window;
  const words = windowPhrase(span, field.type === 'day' ? 'day' : 'instant', context);
  if (field.key === mainDate[entity]) return phrase(' ', words);
  return phrase(` (${happened[field.key] ?? labelInSentence(field)} `, words, ')');
}

function isAtLeastOne({ operator, value }: RelatedCondition): boolean {
  return (operator === 'gte' && value === 1) || (operator === 'gt' && value === 0);
}

function isNone({ operator, value }: RelatedCondition): boolean {
  return ((operator === 'eq' || operator === 'lte') && value === 0) || (operator === 'lt' && value === 1);
}

/** Technologies asked by name alone are used or not; every other question counts rows. */
function usedNames(condition: RelatedCondition, context: DescribeContext): Token[] | null {
  const [only, ...others] = condition.where?.rules ?? [];
  const isPlain = condition.entity === 'technology' && condition.where?.op !== 'none' && others.length === 0;
  if (!isPlain || only?.kind !== 'field' || only.field !== 'name') return null;
  if (only.operator !== 'eq' && only.operator !== 'in') return null;
  const field = findField(context.catalog, 'technology', 'name');
  const values = typeof only.value === 'string' ? [only.value] : (only.value as string[]);
  return field && valuesPhrase(field, values, context);
}

function countBody(condition: RelatedCondition, context: DescribeContext, tail: Phrase): Token[] {
  const used = usedNames(condition, context);
  if (used && isAtLeastOne(condition)) return phrase('use ', used, tail);
  if (used && isNone(condition)) return phrase('do not use ', used, tail);
  if (isNone(condition)) return phrase('have ', strong('no '), rowPhrase(condition, false, context), tail);
  const { operator, value } = condition;
  const isPlural = value !== 1;
  const show = (number: number) => numberText(null, number, context);
  return phrase(
    'have ',
    numberPhrase(operator, value, show),
    ' ',
    rowPhrase(condition, isPlural, context),
    tail,
  );
}

const measureWords = { sum: 'total', avg: 'average', min: 'lowest', max: 'highest' } as const;

/** A condition on related rows as what follows the noun: `that use SAP`, `that have at least 2 intent signals …`. */
export function relatedClause(
  condition: RelatedCondition,
  root: RootEntity,
  context: DescribeContext,
): Clause {
  const { entity, measure, operator, value } = condition;
  const tail = phrase(when(condition, context), whose(condition, root));
  if (measure.fn === 'count') return { lead: 'that', body: countBody(condition, context, tail) };
  const field = findField(context.catalog, entity, measure.field);
  const label = field ? labelInSentence(field) : measure.field;
  const rows = phrase(rowPhrase(condition, true, context), tail);
  if (measure.fn === 'countDistinct') {
    const show = (number: number) => numberText(null, number, context);
    const numbers = numberPhrase(operator, value, show, 'fewer');
    return { lead: 'that', body: phrase('have ', numbers, ` different values of ${label} among `, rows) };
  }
  const numbers = numberPhrase(operator, value, (number) => numberText(field, number, context));
  const subject = phrase(`${measureWords[measure.fn]} ${label} of `, rows);
  return { lead: 'whose', subject, body: phrase('is ', numbers) };
}
