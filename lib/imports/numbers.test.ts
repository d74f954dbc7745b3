import { describe, expect, test } from 'vitest';
import { createDecimalSniffer, readNumber, readRange } from './numbers.ts';

describe('numbers as people write them', () => {
  test.each([
    ['$1,200', 1200],
    ['1.2M', 1_200_000],
    ['20%', 0.2],
    ['(500)', -500],
    ['-3.5', -3.5],
    ['500-', -500],
    ['1 200', 1200],
    ["1'200", 1200],
    ['204 Mio', 204_000_000],
    ['€ 3.5 bn', 3_500_000_000],
    ['USD 12k', 12_000],
    ['1.5e6', 1_500_000],
    ['.5', 0.5],
    ['0', 0],
    ['(0)', 0],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)?.value).toBe(value);
  });

  test.each([
    '',
    'n.a.',
    'tbd',
    '1.2.3',
    '12,34,5',
    '#####',
    '2012-01-01',
    '5 apples',
    'Infinity',
    'NaN',
    '--5',
  ])('%j is no number', (text) => expect(readNumber(text)).toBeNull());

  test('a decimal comma', () => {
    expect(readNumber('1.234,50', 'comma')?.value).toBe(1234.5);
    expect(readNumber('1,234.50', 'comma')).toBeNull();
  });

  test('a column in millions gains no digits', () => {
    expect(readNumber('1100.04', 'point', 1_000_000)?.value).toBe(1_100_040_000);
    expect(readNumber('4.54', 'point', 1_000_000)?.value).toBe(4_540_000);
  });

  test('a written multiplier overrules the scale of the column', () => {
    expect(readNumber('2k', 'point', 1_000_000)?.value).toBe(2000);
  });

  test('a written currency is handed back', () => {
    expect(readNumber('£5')?.currency).toBe('GBP');
    expect(readNumber('5 CHF')).toMatchObject({ value: 5, currency: 'CHF' });
  });
});

describe('ranges', () => {
  test.each([
    ['51-200', 51, 200],
    ['1,001 – 5,000', 1001, 5000],
    ['$10M to $100M', 10_000_000, 100_000_000],
    ['10,000+', 10_000, null],
    ['> 500', 500, null],
    ['<50', null, 50],
    ['51-200 employees', 51, 200],
  ])('%s', (text, low, high) => {
    expect(readRange(text)).toEqual({ low, high });
  });

  test.each(['200-51', 'abc', '-5', '2012-01-01', '42'])('%j is no range', (text) =>
    expect(readRange(text)).toBeNull(),
  );
});

describe('the decimal mark of a column', () => {
  const sniff = (...texts: string[]) => {
    const sniffer = createDecimalSniffer();
    texts.forEach((text, index) => sniffer.push(text, index + 2));
    return sniffer.finish();
  };

  test('two decimals decide, with the line', () => {
    expect(sniff('12', '1.234', '1,25')).toEqual({
      mark: 'comma',
      certain: true,
      evidence: '“1,25” in line 4',
    });
    expect(sniff('1,234', '7.5')).toMatchObject({ mark: 'point', certain: true });
    expect(sniff('1.234.567')).toMatchObject({ mark: 'comma', certain: true });
  });

  test('groups of three alone do not', () => {
    expect(sniff('1,234', '9,999')).toMatchObject({ mark: 'point', certain: false });
  });
});
