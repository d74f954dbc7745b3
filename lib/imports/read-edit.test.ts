import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import { findImportField, type ImportField, importFields } from './import-fields.ts';
import { readEdit } from './read-edit.ts';

const settings = {
  timeZone: 'UTC',
  decimalMark: 'point' as const,
  dateOrder: null,
  mainSystem: 'salesforce',
  currency: 'USD',
  currencyRates: {},
};
const fields = importFields(buildCatalog(), 'account');
const read = (key: string, value: unknown) =>
  readEdit(findImportField(fields, key) as ImportField, value, settings);

describe('numbers that a person sets', () => {
  it.each([
    ['employees', 810],
    ['employees', 0],
    ['employees', '1,200'],
    ['foundedYear', 1998],
    ['longitude', -88.2],
  ])('takes %s = %j', (key, value) => {
    expect(typeof read(key, value)).toBe('number');
  });

  it.each([
    ['employees', -5, 'out_of_range'],
    ['employees', '-5', 'out_of_range'],
    ['employees', 2.5, 'not_whole'],
    ['employees', 'many', 'not_a_number'],
    ['revenue', -1, 'out_of_range'],
    ['foundedYear', 98, 'out_of_range'],
    ['latitude', 91, 'out_of_range'],
  ])('refuses %s = %j', (key, value, code) => {
    expect(read(key, value)).toMatchObject({ code });
  });

  it('leaves the range of a custom field to the workspace', () => {
    const plants: ImportField = { ...(fields[0] as ImportField), type: 'number', customFieldId: 7 };
    expect(readEdit(plants, -5, settings)).toBe(-5);
  });
});
