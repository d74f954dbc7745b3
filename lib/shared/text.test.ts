import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, presentText } from './text.ts';

/** The fold as `rules.md` writes it, without any short cut. */
const asWritten = (value: string) =>
  value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase().normalize('NFKC');

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('a', 'B', ' ', '\t', 'ß', 'é', 'ς', '\u00a0', 'ﬁ', '-', '7'),
    maxLength: 12,
  }),
);

test('the short way for plain text folds like the written definition', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(foldText(value)).toBe(asWritten(value));
    }),
    { seed: 20261122, numRuns: 1000 },
  );
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(foldText(foldText(value))).toBe(foldText(value));
    }),
    { seed: 20261122, numRuns: 1000 },
  );
});

test('text that folds to nothing is missing', () => {
  expect([presentText('  '), presentText('\u00a0\t'), presentText(null), presentText(' a ')]).toEqual([
    null,
    null,
    null,
    'a',
  ]);
});
