import { normaliseCountry } from '#lib/shared/countries.ts';
import { startOfDay } from '#lib/shared/days.ts';
import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
import { presentText } from '#lib/shared/text.ts';
import { type DateOrder, orderOfFormat, readDateParts, toEpochDay } from './dates.ts';
import { readEmail, readPhone, registrableDomain } from './identify.ts';
import type { ImportField } from './import-fields.ts';
import { type DecimalMark, readNumber, readRange } from './numbers.ts';
import type { ColumnMapping } from './options.ts';
import { readTimeOfDay } from './time-of-day.ts';
import { withinRange } from './within-range.ts';

/** A typed value: text and labels as text, money and numbers as numbers, days as epoch days, instants as epoch ms, booleans as 0/1, lists as labels. */
export type Value = string | number | string[];
export type ValueProblem = { code: string; message: string };
export type ReadResult = Value | null | ValueProblem;
export type Reader = (text: string) => ReadResult;

/** What the file, the mapping and the workspace say about how a column is written. */
export type ReadSettings = {
  timeZone: string;
  decimalMark: DecimalMark;
  /** null = the file does not say and nobody answered yet. */
  dateOrder: DateOrder | null;
  mainSystem: string;
  /** Workspace currency, and what one unit of another is worth in it. */
  currency: string;
  currencyRates: Readonly<Record<string, number>>;
};

export function isProblem(result: ReadResult | undefined): result is ValueProblem {
  return typeof result === 'object' && result !== null && !Array.isArray(result);
}

const spreadsheetError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!|#+)$/i;
const yes = new Set(['YES', 'Y', 'TRUE', 'T', '1', 'X', 'ON', 'ACTIVE', 'ENABLED']);
const no = new Set(['NO', 'N', 'FALSE', 'F', '0', 'OFF', 'INACTIVE', 'DISABLED']);

const problem = (code: string, message: string): ValueProblem => ({ code, message });

/** An amount in another currency is converted by the workspace's rates; without a rate it is a problem, never summed as is. */
export function inWorkspaceCurrency(
  amount: number,
  currency: string | null,
  settings: Pick<ReadSettings, 'currency' | 'currencyRates'>,
): number | ValueProblem {
  if (currency === null || currency === settings.currency) return amount;
  const rate = settings.currencyRates[currency];
  if (rate !== undefined) return amount * rate;
  return problem('no_rate', `There is no rate from ${currency} to ${settings.currency} in Settings.`);
}

function readNumeric(
  text: string,
  mapping: ColumnMapping,
  settings: ReadSettings,
  field: ImportField,
): ReadResult {
  const isMoney = field.type === 'money';
  const mark =
    mapping.number === 'point' || mapping.number === 'comma' ? mapping.number : settings.decimalMark;
  const found = readNumber(text, mark, mapping.scale ?? 1);
  if (found && isMoney) return inWorkspaceCurrency(found.value, found.currency, settings);
  if (found) return found.value;
  const range = readRange(text, mark, mapping.scale ?? 1);
  if (range) {
    const { low, high } = range;
    const end = mapping.range ?? 'low';
    const middle = low !== null && high !== null ? (low + high) / 2 : null;
    const value = end === 'low' ? low : end === 'high' ? high : middle;
    if (value !== null) return field.range?.whole ? Math.round(value) : value;
    if (end !== 'low' && low !== null && high === null) return low;
    return problem('open_range', `“${text}” has no ${end} end.`);
  }
  return problem('not_a_number', `“${text}” cannot be read as ${isMoney ? 'an amount' : 'a number'}.`);
}

function readYear(text: string, mapping: ColumnMapping): ReadResult {
  const inBrackets = /\(\s*(\d{4})/.exec(text);
  if (mapping.part === 'yearInBrackets' && inBrackets) return Number(inBrackets[1]);
  const year = Number(/(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)/.exec(text)?.[1]);
  if (Number.isInteger(year)) return year;
  return problem('not_a_year', `“${text}” names no year.`);
}

const orderQuestion = 'It is not known yet whether the day or the month comes first in this column.';

function readDay(text: string, order: DateOrder | null): ReadResult {
  const parts = readDateParts(text, order);
  if (!parts) {
    if (order === null && /^\d{1,2}[-/.\s]\d{1,2}[-/.\s]\d{2,4}/.test(text))
      return problem('date_order_unknown', orderQuestion);
    return problem('not_a_date', `“${text}” cannot be read as a date.`);
  }
  return toEpochDay(parts) ?? problem('no_such_day', `There is no day “${text}”.`);
}

function readInstant(text: string, order: DateOrder | null, timeZone: string): ReadResult {
  const parts = readDateParts(text, order);
  if (!parts) return readDay(text, order);
  const day = toEpochDay(parts);
  if (day === null) return problem('no_such_day', `There is no day “${text}”.`);
  const time = readTimeOfDay(parts.rest);
  if (!time) return problem('not_a_time', `The time in “${text}” cannot be read.`);
  if (time.offsetMinutes !== null) return day * 86_400_000 + time.ms - time.offsetMinutes * 60_000;
  return startOfDay(day, timeZone) + time.ms;
}

function readText(text: string, field: ImportField, settings: ReadSettings): ReadResult {
  switch (field.form) {
    case 'externalId': {
      const system = field.key.includes('.')
        ? field.key.slice(field.key.indexOf('.') + 1)
        : settings.mainSystem;
      return system.toLowerCase() === 'salesforce' ? expandSalesforceId(text) : text;
    }
    case 'domain':
      return registrableDomain(text) ?? problem('not_a_domain', `“${text}” is no web address.`);
    case 'email':
      return readEmail(text) ?? problem('not_an_email', `“${text}” is no e-mail address.`);
    case 'phone':
      return readPhone(text) ?? problem('not_a_phone', `“${text}” is no telephone number.`);
    case 'country':
      return normaliseCountry(text) ?? text;
    default:
      return text.length > 10_000 ? problem('too_long', 'This text has more than 10,000 characters.') : text;
  }
}

const placePattern = /^(.*?)\s*,\s*([^,]+?)(?:\s*,\s*([^,]+))?$/;

/** The piece of the cell that a mapping's `part` and `split` mean; null when the cell has no such piece. */
function pieceOf(text: string, mapping: ColumnMapping, field: ImportField): string | null {
  const { part, split } = mapping;
  if (part === undefined || part === 'year' || part === 'yearInBrackets') return text;
  if (typeof part === 'number') return text.split(split ?? ',')[part - 1]?.trim() || null;
  if (part === 'first' || part === 'last') {
    const reversed = /^([^,]+),\s*(.+)$/.exec(text);
    if (reversed) return (part === 'last' ? reversed[1] : reversed[2])?.trim() ?? null;
    const words = text.split(/\s+/);
    if (part === 'first') return words.length > 1 ? words.slice(0, -1).join(' ') : (words[0] ?? null);
    return words.length > 1 ? (words.at(-1) ?? null) : null;
  }
  const place = placePattern.exec(text);
  if (!place) return part === 'city' || field.form === 'country' ? text : null;
  if (part === 'city') return place[1] ?? null;
  if (part === 'state') return place[2] ?? null;
  return place[3] ?? null;
}

function readList(text: string, mapping: ColumnMapping): string[] {
  const separator = mapping.split ?? (text.includes(';') ? ';' : text.includes('|') ? '|' : ',');
  return text.split(separator).flatMap((piece) => presentText(piece) ?? []);
}

/**
 * How one column feeds one field: cell → typed value, null for an empty cell, or a problem with a sentence.
 * Empty means blank or one of the mapping's `empty` words; `values` replaces whole cells first.
 */
export function createReader(field: ImportField, mapping: ColumnMapping, settings: ReadSettings): Reader {
  const empty = new Set(mapping.empty ?? []);
  const values = new Map(Object.entries(mapping.values ?? {}));
  const hasFormat = mapping.format !== undefined && mapping.format !== 'auto';
  const order = hasFormat ? orderOfFormat(mapping.format ?? '') : settings.dateOrder;
  const timeZone = mapping.timeZone ?? settings.timeZone;

  const inRange = (read: ReadResult) => (typeof read === 'number' ? withinRange(field, read) : read);

  function readTyped(text: string): ReadResult {
    switch (field.type) {
      case 'number':
        return field.key === 'foundedYear'
          ? readYear(text, mapping)
          : inRange(readNumeric(text, mapping, settings, field));
      case 'money':
        return inRange(readNumeric(text, mapping, settings, field));
      case 'day':
        return readDay(text, order);
      case 'instant':
        return readInstant(text, order, timeZone);
      case 'boolean': {
        const word = text.toUpperCase();
        if (yes.has(word)) return 1;
        return no.has(word) ? 0 : problem('not_a_boolean', `“${text}” is neither yes nor no.`);
      }
      case 'tags':
        return readList(text, mapping);
      default:
        return readText(text, field, settings);
    }
  }

  return (raw) => {
    const cell = raw.trim();
    if (cell === '' || empty.has(cell)) return null;
    const replaced = values.get(cell);
    if (replaced === null) return null;
    if (replaced === undefined && spreadsheetError.test(cell)) {
      return problem('spreadsheet_error', `“${cell}” is an error that a spreadsheet left behind.`);
    }
    const piece = replaced ?? pieceOf(cell, mapping, field);
    const text = piece === null ? null : presentText(piece);
    return text === null ? null : readTyped(text);
  };
}
