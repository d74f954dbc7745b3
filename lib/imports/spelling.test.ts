import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCodes, countryLabel, normaliseCountry } from '#lib/shared/countries.ts';
import { editDistance } from '#lib/shared/edit-distance.ts';
import { suggestSpellings } from './spelling.ts';

const valuesOf = (...values: (readonly [string, number])[]) =>
  values.map(([value, count]) => ({ value, count }));

describe('proposed spellings', () => {
  test('a country with a letter missing', () => {
    const found = suggestSpellings({
      values: valuesOf(['Philipines', 1], ['United States', 71], ['Korea', 1]),
      vocabulary: countryCodes.map(countryLabel),
      existing: [],
      isFine: (value) => normaliseCountry(value) !== null,
    });
    expect(found).toEqual([
      { from: 'Philipines', to: 'Philippines', rows: 1, reason: 'typo', isKnown: true },
    ]);
  });

  test('a rare spelling of a common value of the same file', () => {
    const found = suggestSpellings({
      values: valuesOf(['Retail', 90], ['Retial', 2]),
      vocabulary: [],
      existing: [],
    });
    expect(found).toEqual([{ from: 'Retial', to: 'Retail', rows: 2, reason: 'typo', isKnown: false }]);
  });

  test('numbers make two things of like names; short words are left alone', () => {
    const found = suggestSpellings({
      values: valuesOf(['Plan 12', 3], ['ipo', 3], ['north', 1]),
      vocabulary: ['Plan 11', 'ico', 'south'],
      existing: [],
    });
    expect(found).toEqual([]);
  });

  test('a value of the vocabulary or the data itself is never questioned', () => {
    expect(
      suggestSpellings({ values: valuesOf(['GTX Pro', 5]), vocabulary: ['GTX Pr'], existing: ['gtx pro'] }),
    ).toEqual([]);
  });

  test('another wording of a shipped value comes last', () => {
    const found = suggestSpellings({
      values: valuesOf(['Computer Software', 50], ['Retial', 2]),
      vocabulary: ['Retail', 'Software'],
      existing: [],
      canonical: (value) => (value === 'Computer Software' ? 'Software' : null),
    });
    expect(found.map((entry) => [entry.from, entry.to, entry.reason])).toEqual([
      ['Retial', 'Retail', 'typo'],
      ['Computer Software', 'Software', 'wording'],
    ]);
  });
});

describe('edit distance', () => {
  test('a swap of neighbours is one edit', () => {
    expect(editDistance('RETIAL', 'RETAIL', 2)).toBe(1);
    expect(editDistance('TECHNOLGY', 'TECHNOLOGY', 2)).toBe(1);
  });

  test('is symmetric, zero only for equals, and gives up above its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 9);
        expect(editDistance(b, a, 9)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        if (distance > 1) expect(editDistance(a, b, 1)).toBeGreaterThan(1);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
