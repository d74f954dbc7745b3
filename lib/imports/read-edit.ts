import { parseIsoDay, parseIsoInstant } from '#lib/shared/days.ts';
import type { ImportField } from './import-fields.ts';
import {
  createReader,
  isProblem,
  type ReadResult,
  type ReadSettings,
  type ValueProblem,
} from './read-value.ts';
import { withinRange } from './within-range.ts';

const problem = (code: string, message: string): ValueProblem => ({ code, message });
const MOST_TAGS = 200;
const isAboutRange = ({ code }: ValueProblem) => code === 'out_of_range' || code === 'not_whole';

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
  if (typeof value === 'number' && Number.isFinite(value)) return withinRange(field, value);
  const isText = typeof value === 'string';
  const read = isText ? createReader(field, { field: field.key }, settings)(value) : null;
  if (typeof read === 'number' || (isProblem(read) && isAboutRange(read))) return read;
  return problem('not_a_number', `${field.label} is a number.`);
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
