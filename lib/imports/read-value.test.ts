import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '#lib/shared/days.ts';
import type { ImportField } from './import-fields.ts';
import type { ColumnMapping } from './options.ts';
import { createReader, isProblem, type ReadSettings } from './read-value.ts';

const settings: ReadSettings = {
  timeZone: 'America/Chicago',
  decimalMark: 'point',
  dateOrder: null,
  mainSystem: 'salesforce',
  currency: 'USD',
  currencyRates: { EUR: 1.25 },
};

function reader(
  field: Partial<ImportField>,
  mapping: Partial<ColumnMapping> = {},
  over: Partial<ReadSettings> = {},
) {
  const full: ImportField = { key: 'x', label: 'X', type: 'text', form: 'plain', synonyms: [], ...field };
  return createReader(full, { field: full.key, ...mapping }, { ...settings, ...over });
}
const codeOf = (result: ReturnType<ReturnType<typeof reader>>) => (isProblem(result) ? result.code : result);

describe('reading one cell', () => {
  test('blank, white space and the words named as empty are empty', () => {
    const read = reader({ type: 'number' }, { empty: ['0', 'NaN'] });
    expect([read(''), read('  '), read('0'), read('NaN'), read('5')]).toEqual([null, null, null, null, 5]);
  });

  test('accepted spellings replace whole cells, null empties them', () => {
    const read = reader({ type: 'category' }, { values: { technolgy: 'Technology', 'n/a': null } });
    expect([read('technolgy'), read('n/a'), read('retail')]).toEqual(['Technology', null, 'retail']);
  });

  test('errors of a spreadsheet are problems in text too', () => {
    expect(codeOf(reader({})('#NAME?'))).toBe('spreadsheet_error');
    expect(codeOf(reader({ type: 'money' })('#####'))).toBe('spreadsheet_error');
    expect(reader({})('#waywire')).toBe('#waywire');
  });

  test('ranges read as their low, middle or high end', () => {
    expect(reader({ type: 'number' })('51-200')).toBe(51);
    expect(reader({ type: 'number' }, { range: 'mid' })('51-200')).toBe(125.5);
    expect(reader({ type: 'number' }, { range: 'high' })('51-200')).toBe(200);
    expect(codeOf(reader({ type: 'number' })('<50'))).toBe('open_range');
  });

  test('founded years', () => {
    const field = { key: 'foundedYear', type: 'number' } as const;
    expect(reader(field)('2013 (1888)')).toBe(2013);
    expect(reader(field, { part: 'yearInBrackets' })('2013 (1888)')).toBe(1888);
    expect(reader(field)('2011-06-01')).toBe(2011);
    expect(codeOf(reader(field)('old'))).toBe('not_a_year');
  });

  test('a date whose order nobody knows is a problem, not a guess', () => {
    const read = reader({ type: 'day' });
    expect(codeOf(read('3/4/2026'))).toBe('date_order_unknown');
    expect(read('2026-03-04')).toBe(parseIsoDay('2026-03-04'));
    expect(reader({ type: 'day' }, { format: 'D/M/YYYY' })('3/4/2026')).toBe(parseIsoDay('2026-04-03'));
    expect(codeOf(reader({ type: 'day' }, { format: 'M/D/YYYY' })('2/30/2026'))).toBe('no_such_day');
  });

  test('a day alone becomes local midnight, an offset wins over the zone', () => {
    const read = reader({ type: 'instant' });
    expect(read('2026-01-05')).toBe(Date.UTC(2026, 0, 5, 6));
    expect(read('2026-01-05 2:30 PM')).toBe(Date.UTC(2026, 0, 5, 20, 30));
    expect(read('2026-01-05T14:30:00+02:00')).toBe(Date.UTC(2026, 0, 5, 12, 30));
    expect(reader({ type: 'instant' }, { timeZone: 'UTC' })('2026-01-05')).toBe(Date.UTC(2026, 0, 5));
    expect(codeOf(read('2026-01-05 25:00'))).toBe('not_a_time');
  });

  test('booleans, lists, places, names', () => {
    expect([reader({ type: 'boolean' })('Yes'), reader({ type: 'boolean' })('0')]).toEqual([1, 0]);
    expect(codeOf(reader({ type: 'boolean' })('maybe'))).toBe('not_a_boolean');
    expect(reader({ type: 'tags' }, { split: ';' })('erp; sap;;tier-a ')).toEqual(['erp', 'sap', 'tier-a']);
    expect(reader({}, { part: 'city' })('Saint Paul, Minnesota')).toBe('Saint Paul');
    expect(reader({}, { part: 'state' })('Saint Paul, Minnesota')).toBe('Minnesota');
    expect(reader({}, { part: 'state' })('Dublin')).toBeNull();
    expect([
      reader({}, { part: 'first' })('Ana María López'),
      reader({}, { part: 'last' })('Ana María López'),
    ]).toEqual(['Ana María', 'López']);
    expect(reader({}, { part: 'last' })('Doe, Jane')).toBe('Doe');
    expect(reader({}, { split: '/', part: 2 })('a/b/c')).toBe('b');
  });

  test('another currency is converted by its rate, or is a problem', () => {
    const read = reader({ type: 'money' });
    expect([read('€100'), read('$100'), read('100 USD')]).toEqual([125, 100, 100]);
    expect(codeOf(read('£100'))).toBe('no_rate');
  });

  test('countries are normalised, what cannot be stays as typed', () => {
    expect(reader({ type: 'category', form: 'country' })('Deutschland')).toBe('DE');
    expect(reader({ type: 'category', form: 'country' })('Philipines')).toBe('Philipines');
  });
});
