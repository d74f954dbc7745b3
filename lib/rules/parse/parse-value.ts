import { foldText } from '#lib/shared/text.ts';

import type { Operator, Value } from '../ast.ts';
import type { Catalog, Field } from '../catalog.ts';
import { operatorWords, valueShapeOf } from '../operators.ts';
import { limits } from './limits.ts';
import { parseDate, parseDateRange } from './parse-date.ts';
import type { KnownValues } from './parse-place.ts';
import { isPlaceField, parsePlace } from './parse-place.ts';
import { parseReference } from './parse-reference.ts';
import { parseWindow } from './parse-window.ts';
import type { Report } from './report.ts';
import { shown } from './report.ts';

export type ValuePlace = {
  field: Field;
  operator: Operator;
  path: string;
  catalog: Catalog;
  /** The single country that the rule asks for beside a state. */
  country: string | null;
  knownValues: KnownValues | undefined;
  report: Report;
};

const wholeValues: readonly Operator[] = ['eq', 'ne', 'in', 'notIn'];

function parseText(input: unknown, place: ValuePlace, subject: string): string | undefined {
  const { field, operator, path, report } = place;
  if (typeof input !== 'string') {
    const code = input === undefined ? 'missing' : 'wrong_type';
    return report(path, code, `${subject} needs text (got ${shown(input)}).`);
  }
  if (input.length > limits.textLength) {
    const most = limits.textLength.toLocaleString('en');
    return report(path, 'text_too_long', `${subject} takes ${most} characters at most.`);
  }
  if (foldText(input) === '') return report(path, 'empty_value', `${subject} needs a value, not blank text.`);
  if (field.type === 'ref') return parseReference(input, place);
  if (isPlaceField(field) && wholeValues.includes(operator)) return parsePlace(input, place);
  return input;
}

function parseTexts(input: unknown, place: ValuePlace, subject: string): string[] | undefined {
  const { path, report } = place;
  if (!Array.isArray(input)) {
    const code = input === undefined ? 'missing' : 'wrong_type';
    return report(path, code, `${subject} needs a list of values (got ${shown(input)}).`);
  }
  if (input.length === 0) return report(path, 'empty_value', `${subject} needs at least one value.`);
  const texts = input.map((item: unknown, at) =>
    parseText(item, { ...place, path: `${path}/${at}` }, subject),
  );
  const whole = texts.filter((text) => text !== undefined);
  return whole.length === texts.length ? [...new Set(whole)] : undefined;
}

/** A finite number; text that looks like one is refused, because nothing is coerced silently. */
export function parseNumber(
  input: unknown,
  path: string,
  subject: string,
  report: Report,
): number | undefined {
  if (typeof input === 'number' && Number.isFinite(input)) return Object.is(input, -0) ? 0 : input;
  const code = input === undefined ? 'missing' : 'wrong_type';
  return report(path, code, `${subject} needs a number (got ${shown(input)}).`);
}

/** Two numbers, the lower one first. */
export function parseNumberRange(
  input: unknown,
  path: string,
  subject: string,
  report: Report,
): [number, number] | undefined {
  if (!Array.isArray(input) || input.length !== 2) {
    const code = input === undefined ? 'missing' : 'wrong_type';
    return report(path, code, `${subject} needs two numbers (got ${shown(input)}).`);
  }
  const low = parseNumber(input[0], `${path}/0`, subject, report);
  const high = parseNumber(input[1], `${path}/1`, subject, report);
  if (low === undefined || high === undefined) return undefined;
  if (low > high)
    return report(path, 'out_of_order', `${subject} needs its lower number first (got ${low} and ${high}).`);
  return [low, high];
}

/** `{ value }` as the operator wants it for this field (empty when it takes none), or undefined after its faults. */
export function parseValue(input: unknown, place: ValuePlace): { value?: Value } | undefined {
  const { field, operator, path, report } = place;
  const subject = `"${field.label} ${operatorWords(operator, field.type)}"`;
  const dateType = field.type === 'instant' ? 'instant' : 'day';
  const whole = (value: Value | undefined) => (value === undefined ? undefined : { value });
  switch (valueShapeOf(operator, field.type)) {
    case null:
      return undefined;
    case 'none':
      if (input === undefined) return {};
      return report(path, 'unexpected_value', `${subject} takes no value (got ${shown(input)}).`);
    case 'text':
      return whole(parseText(input, place, subject));
    case 'texts':
      return whole(parseTexts(input, place, subject));
    case 'number':
      return whole(parseNumber(input, path, subject, report));
    case 'numberRange':
      return whole(parseNumberRange(input, path, subject, report));
    case 'date':
      return whole(parseDate(input, { path, subject, dateType, report }));
    case 'dateRange':
      return whole(parseDateRange(input, { path, subject, dateType, report }));
    case 'window':
      if (typeof input === 'object' && input !== null && 'field' in input) {
        return report(`${path}/field`, 'unknown_key', `${subject} already names its date.`);
      }
      return whole(parseWindow(input, { path, subject, dateType, report }));
  }
}
