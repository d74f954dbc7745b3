import { formatIsoDay, formatIsoInstant, startOfDay } from '#lib/shared/days.ts';
import { unreachable } from '#lib/shared/errors.ts';
import type { Field } from '../../catalog.ts';
import type { ValueTest } from '../../relational.ts';
import type { DateBounds } from '../../resolved.ts';
import { numberText } from '../number-text.ts';
import type { SalesforceField } from './salesforce-fields.ts';
import { all, any, opposite, type SoqlNode } from './soql-node.ts';

/** A question that this Salesforce field cannot be asked; a sentence's end says why. */
export type Refusal = { refused: string };

const isTrue: SoqlNode = all([]);

function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** LIKE with `%` and `_` of the text as plain characters. */
function pattern(text: string, before: string, after: string): string {
  const plain = quoted(text).slice(1, -1).replaceAll('%', '\\%').replaceAll('_', '\\_');
  return `'${before}${plain}${after}'`;
}

/** A test with its complement, which holds where nothing is filled in. */
function known(name: string, yes: string, no: string): SoqlNode {
  return { yes, no: `(${no} OR ${name} = null)` };
}

function like(name: string, text: string): SoqlNode {
  return known(name, `${name} LIKE ${text}`, `(NOT ${name} LIKE ${text})`);
}

function oneOf(name: string, texts: readonly string[]): SoqlNode {
  const [first = ''] = texts;
  if (texts.length === 1) return known(name, `${name} = ${quoted(first)}`, `${name} != ${quoted(first)}`);
  const list = texts.map(quoted).join(', ');
  return known(name, `${name} IN (${list})`, `${name} NOT IN (${list})`);
}

function isFilled(name: string): SoqlNode {
  return { yes: `${name} != null`, no: `${name} = null` };
}

const signs = {
  eq: ['=', '!='],
  lt: ['<', '>='],
  lte: ['<=', '>'],
  gt: ['>', '<='],
  gte: ['>=', '<'],
} as const;

function compare(name: string, operator: keyof typeof signs, value: string): SoqlNode {
  const [sign, other] = signs[operator];
  const isBelow = operator === 'lt' || operator === 'lte';
  const yes = `${name} ${sign} ${value}`;
  return known(name, isBelow ? `(${yes} AND ${name} != null)` : yes, `${name} ${other} ${value}`);
}

/** An upper bound beside a lower one, which leaves out what is not filled in. */
function atMost(name: string, value: string): SoqlNode {
  return known(name, `${name} <= ${value}`, `${name} > ${value}`);
}

/** Salesforce keeps whole seconds. */
function second(ms: number, round: 'ceil' | 'floor'): string {
  return formatIsoInstant(Math[round](ms / 1000) * 1000).replace('.000Z', 'Z');
}

function within(field: SalesforceField, bounds: DateBounds, timeZone: string): SoqlNode {
  const { name, kind } = field;
  const { type, from, to } = bounds;
  if (from === null && to === null) return isFilled(name);
  const text = (at: number, ms: number, round: 'ceil' | 'floor') =>
    kind === 'date' ? formatIsoDay(at) : second(ms, round);
  const isDay = type === 'day';
  const low = from === null ? null : text(from, isDay ? startOfDay(from, timeZone) : from, 'ceil');
  const high = to === null ? null : text(to, isDay ? startOfDay(to + 1, timeZone) - 1 : to, 'floor');
  if (low === null) return compare(name, 'lte', high ?? '');
  return all([compare(name, 'gte', low), ...(high === null ? [] : [atMost(name, high)])]);
}

/** Codes of a state lie in two fields: `US-WA` is `WA` of `US`. */
function inState(name: string, text: string): SoqlNode {
  const [, country, state] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(text) ?? [];
  if (!country || !state) return oneOf(name, [text]);
  return all([oneOf(name.replace('StateCode', 'CountryCode'), [country]), oneOf(name, [state])]);
}

const outcomes: Readonly<Record<string, SoqlNode>> = {
  OPEN: { yes: 'IsClosed = false', no: 'IsClosed = true' },
  WON: { yes: 'IsWon = true', no: 'IsWon = false' },
  LOST: all([
    { yes: 'IsClosed = true', no: 'IsClosed = false' },
    { yes: 'IsWon = false', no: 'IsWon = true' },
  ]),
};

function textTest(name: string, kind: SalesforceField['kind'], test: ValueTest): SoqlNode | Refusal {
  switch (test.test) {
    case 'oneOf':
      if (kind === 'state') return any(test.texts.map((text) => inState(name, text.toUpperCase())));
      if (kind !== 'picklists') return oneOf(name, test.texts);
      return known(
        name,
        `${name} INCLUDES (${test.texts.map(quoted).join(', ')})`,
        `${name} EXCLUDES (${test.texts.map(quoted).join(', ')})`,
      );
    case 'contains':
      return like(name, pattern(test.text, '%', '%'));
    case 'startsWith':
      return like(name, pattern(test.text, '', '%'));
    case 'endsWith':
      return like(name, pattern(test.text, '%', ''));
    default:
      return { refused: 'its field in Salesforce holds text' };
  }
}

function outcomeTest(test: ValueTest): SoqlNode | Refusal {
  if (test.test === 'present') return isTrue;
  if (test.test !== 'oneOf') return { refused: 'Salesforce knows outcomes as open, won and lost only' };
  return any(test.texts.flatMap((text) => outcomes[text.toUpperCase()] ?? []));
}

function checkboxTest(name: string, test: ValueTest): SoqlNode | Refusal {
  if (test.test !== 'is') return { refused: 'a checkbox in Salesforce is never empty' };
  const ticked = { yes: `${name} = true`, no: `${name} = false` };
  return test.boolean ? ticked : opposite(ticked);
}

/** What one Salesforce field (name with its way, `Account.Industry`) is asked. Texts are as a person wrote them. */
export function soqlField(
  field: SalesforceField,
  ours: Field,
  test: ValueTest,
  timeZone: string,
): SoqlNode | Refusal {
  const { name, kind } = field;
  if (kind === 'outcome') return outcomeTest(test);
  if (kind === 'checkbox') return checkboxTest(name, test);
  switch (test.test) {
    case 'present':
      return isFilled(name);
    case 'oneOf':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return textTest(name, kind, test);
    case 'compare':
      return compare(name, test.operator, numberText(test.number));
    case 'range':
      return all([compare(name, 'gte', numberText(test.low)), atMost(name, numberText(test.high))]);
    case 'dates':
      return within(field, test.bounds, timeZone);
    case 'is':
      return { refused: `"${ours.label}" is no checkbox in Salesforce` };
    default:
      return unreachable(test);
  }
}
