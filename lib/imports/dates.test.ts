import { describe, expect, test } from 'vitest';
import { formatIsoDay } from '#lib/shared/days.ts';
import { createDateOrderSniffer, orderOfFormat, readDateParts, toEpochDay, type DateOrder } from './dates.ts';

function iso(text: string, order: DateOrder | null = null): string | null {
  const parts = readDateParts(text, order);
  const day = parts && toEpochDay(parts);
  return day === null ? null : formatIsoDay(day);
}

describe('dates as people write them', () => {
  test.each([
    ['2017-03-01', null, '2017-03-01'],
    ['2017/3/1', null, '2017-03-01'],
    ['20170301', null, '2017-03-01'],
    ['3/1/2017', 'mdy', '2017-03-01'],
    ['3/1/2017', 'dmy', '2017-01-03'],
    ['31.12.2017', 'dmy', '2017-12-31'],
    ['1-Mar-17', null, '2017-03-01'],
    ['March 1, 2017', null, '2017-03-01'],
    ['1st Mar 2017', null, '2017-03-01'],
    ['12/31/99', 'mdy', '1999-12-31'],
  ] as const)('%s in order %s is %s', (text, order, expected) => {
    expect(iso(text, order)).toBe(expected);
  });

  test.each(['31/31/2017', '2017-02-30', '00/00/0000', 'soon', '2017', '13/1/2017'])(
    '%s is no date',
    (text) => {
      expect(iso(text, 'mdy')).toBeNull();
    },
  );

  test('an undecided order reads nothing', () => {
    expect(iso('3/4/2026', null)).toBeNull();
  });

  test('formats name an order', () => {
    expect(orderOfFormat('M/D/YYYY')).toBe('mdy');
    expect(orderOfFormat('DD.MM.YY')).toBe('dmy');
    expect(orderOfFormat('YYYY-MM-DD')).toBe('ymd');
    expect(orderOfFormat('MM/YYYY')).toBeNull();
  });
});

describe('the date order of a column', () => {
  const sniff = (...texts: string[]) => {
    const sniffer = createDateOrderSniffer();
    texts.forEach((text, index) => sniffer.push(text, index + 2));
    return sniffer.finish();
  };

  test('a part above 12 decides, and is the evidence', () => {
    expect(sniff('3/4/2026', '10/20/2016')).toMatchObject({
      order: 'mdy',
      evidence: '“10/20/2016” in line 3',
    });
    expect(sniff('20.10.2016')).toMatchObject({ order: 'dmy' });
  });

  test('without one it stays a question with an example that differs by order', () => {
    expect(sniff('3/3/2026', '3/4/2026')).toMatchObject({ order: null, undecided: 2, example: '3/4/2026' });
  });

  test('contradicting rows stay a question', () => {
    expect(sniff('13/1/2020', '1/13/2020')).toMatchObject({ order: null });
  });
});
