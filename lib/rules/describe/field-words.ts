import type { DateValue, FieldCondition, Operator, Window } from '../ast.ts';
import type { Field } from '../catalog.ts';
import { operatorWords, valueShapeOf } from '../operators.ts';
import type { DescribeContext } from './context.ts';
import { numberText, valuesPhrase } from './context.ts';
import { datePhrase, windowPhrase } from './dates.ts';
import type { Token } from './phrase.ts';
import { phrase, plain, strong } from './phrase.ts';

/** A comparison of numbers in words: `at least 500`, `500 to 2,000`, `fewer than 100`. */
export function numberPhrase(
  operator: Operator,
  value: number | readonly [number, number],
  show: (value: number) => string,
  less: 'less' | 'fewer' = 'less',
): Token[] {
  if (typeof value !== 'number') {
    const range = strong(`${show(value[0])} to ${show(value[1])}`);
    return operator === 'notBetween' ? phrase('other than ', range) : [range];
  }
  const words: Partial<Record<Operator, string>> = {
    eq: 'exactly ',
    ne: 'other than ',
    lt: `${less} than `,
    lte: 'at most ',
    gt: 'more than ',
    gte: 'at least ',
  };
  return phrase(words[operator] ?? '', strong(show(value)));
}

function dateWords(field: Field, condition: FieldCondition, context: DescribeContext): Token[] {
  const type = field.type === 'instant' ? 'instant' : 'day';
  const { operator, value } = condition;
  if (operator === 'within' || operator === 'notWithin') {
    return phrase(operator === 'within' ? 'is ' : 'is not ', windowPhrase(value as Window, type, context));
  }
  if (operator === 'between') {
    const [first, second] = value as [DateValue, DateValue];
    return phrase(
      'is between ',
      datePhrase(first, type, context),
      ' and ',
      datePhrase(second, type, context),
    );
  }
  return phrase(`is ${operator} `, datePhrase(value as DateValue, type, context));
}

/** What is asked of a field, after its label: `is any of Retail or Banking`, `is at least 500`, `is empty`. */
export function askedOf(field: Field, condition: FieldCondition, context: DescribeContext): Token[] {
  const { operator, value } = condition;
  const shape = valueShapeOf(operator, field.type);
  const words = operatorWords(operator, field.type);
  switch (shape) {
    case null:
    case 'none':
      return [plain(words)];
    case 'text':
    case 'texts': {
      const values = typeof value === 'string' ? [value] : (value as string[]);
      const isPart = operator === 'contains' || operator === 'notContains' || operator.endsWith('With');
      if (isPart) return phrase(`${words} `, strong(`“${values[0] ?? ''}”`));
      const simple = { in: 'is', notIn: 'is not', hasAny: 'has', hasAll: 'has', hasNone: 'has none of' };
      const lead = operator in simple ? simple[operator as keyof typeof simple] : words;
      return phrase(
        `${lead} `,
        valuesPhrase(field, values, context, { word: operator === 'hasAll' ? 'and' : 'or' }),
      );
    }
    case 'number':
    case 'numberRange': {
      const show = (number: number) => numberText(field, number, context);
      return phrase('is ', numberPhrase(operator, value as number | [number, number], show));
    }
    default:
      return dateWords(field, condition, context);
  }
}

/** Labels that are no nouns, as nouns. */
const nouns: Readonly<Record<string, string>> = {
  createdAt: 'creation date',
  createdOn: 'creation date',
  closedOn: 'close date',
  expectedCloseOn: 'expected close date',
  updatedAt: 'date of last change',
  firstSeenAt: 'first sighting',
  lastSeenAt: 'last sighting',
  scheduledAt: 'scheduled date',
  foundedYear: 'founding year',
};

/** A label inside a sentence: `Renewal date` → `renewal date`, but `CRM id`, `SDR` and custom labels stay. */
export function labelInSentence(field: Field): string {
  const noun = nouns[field.key];
  if (noun) return noun;
  const [first = ''] = field.label.split(' ');
  const isAbbreviation = first === first.toUpperCase() && first.length > 1;
  if (isAbbreviation || field.group === 'custom' || /^LinkedIn/.test(first)) return field.label;
  return field.label.charAt(0).toLowerCase() + field.label.slice(1);
}
