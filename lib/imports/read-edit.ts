import { parseIsoDay, parseIsoInstant } from '#lib/shared/days.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { ImportField } from './import-fields.ts';
import { createReader, type ReadResult, type ReadSettings, type ValueProblem } from './read-value.ts';

const problem = (code: string, message: string): ValueProblem => ({ code, message });
const MOST_TAGS = 200;
/** A slip of the keyboard here would bend every count, territory and result that rests on the value. */
const ranges: Record<string, { from: number; to: number; whole?: true }> = {
  employees: { from: 0, to: 10_000_000, whole: true },
  revenue: { from: 0, to: 1e13 },
  foundedYear: { from: 1000, to: 2100, whole: true },
  latitude: { from: -90, to: 90 },
  longitude: { from: -180, to: 180 },
};

/**
 * Reads a value that a person or the API gives one field: numbers as numbers, days and instants in ISO-8601, yes and
 * no as booleans, lists as lists; text is tidied as in imports (domains, addresses, countries). null or blank clears.
 */
export function readEdit(field: ImportField, value: unknown, settings: ReadSettings): ReadResult {
  if (value === null || value === '') return null;
  switch (field.type) {
    case 'number':
    case 'money':
      return readNumber(field, value, settings);
    case 'boolean':
      return typeof value === 'boolean'
        ? Number(value)
        : problem('not_a_boolean', `${field.label} is yes or no.`);
    case 'day':
      return readDay(field, value);
    case 'instant':
      return readInstant(field, value);
    case 'tags':
      return readTags(field, value);
    default:
      if (typeof value !== 'string') return problem('not_a_text', `${field.label} is text.`);
      return createReader(field, { field: field.key }, settings)(value);
  }
}

function readNumber(field: ImportField, value: unknown, settings: ReadSettings): ReadResult {
  const number = readAnyNumber(field, value, settings);
  const range = field.customFieldId === undefined ? ranges[field.key] : undefined;
  if (typeof number !== 'number' || !range) return number;
  if (range.whole && !Number.isInteger(number))
    return problem('not_whole', `${field.label} is a whole number.`);
  if (number >= range.from && number <= range.to) return number;
  const bounds =
    range.from === 0
      ? `${field.label} cannot be below 0 or above ${formatNumber(range.to)}.`
      : `${field.label} lies between ${range.from} and ${range.to}.`;
  return problem('out_of_range', bounds);
}

function readAnyNumber(field: ImportField, value: unknown, settings: ReadSettings): ReadResult {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const isText = typeof value === 'string';
  const read = isText ? createReader(field, { field: field.key }, settings)(value) : null;
  return typeof read === 'number' ? read : problem('not_a_number', `${field.label} is a number.`);
}

function readDay(field: ImportField, value: unknown): ReadResult {
  const day = typeof value === 'string' ? parseIsoDay(value) : null;
  return day ?? problem('not_a_date', `${field.label} is a day such as 2026-11-22.`);
}

function readInstant(field: ImportField, value: unknown): ReadResult {
  const at = typeof value === 'string' ? parseIsoInstant(value) : null;
  return at ?? problem('not_a_date', `${field.label} is an instant such as 2026-11-22T09:00:00Z.`);
}

function readTags(field: ImportField, value: unknown): ReadResult {
  const isList = Array.isArray(value) && value.every((tag) => typeof tag === 'string');
  if (!isList || value.length > MOST_TAGS) return problem('not_a_list', `${field.label} is a list of texts.`);
  const tags = value.map((tag: string) => tag.trim()).filter((tag) => tag !== '');
  return tags.length > 0 ? tags : null;
}
