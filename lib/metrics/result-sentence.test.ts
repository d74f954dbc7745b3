import { describe, expect, it } from 'vitest';
import type { DealFact, DealOutcome, TouchFact } from './facts.ts';
import { figuresOf } from './figures.ts';
import { resultRows } from './result-rows.ts';
import { resultSentence } from './result-sentence.ts';
import type { ResultGroup, Results } from './results.ts';

const options = { period: { from: null, to: null }, by: 'closed', cycle: 'won', stages: [] } as const;

function deal(outcome: DealOutcome): DealFact {
  return {
    id: 1,
    accountId: 1,
    outcome,
    stageId: null,
    pipeline: '',
    amount: null,
    acvAmount: null,
    termMonths: null,
    createdOn: null,
    closedOn: null,
    furthestPosition: null,
  };
}

function touch(hasReplied: boolean): TouchFact {
  return { accountId: 1, firstTouchAt: 0, hasReplied, hasRepliedPositively: false, hasMet: false };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** A group of `won` and `lost` deals, with `replied` of `touched` accounts. */
function group(
  name: string | null,
  won: number,
  lost: number,
  replied: number,
  touched: number,
): ResultGroup {
  const deals = [...times(won, () => deal('won')), ...times(lost, () => deal('lost'))];
  const touches = [...times(replied, () => touch(true)), ...times(touched - replied, () => touch(false))];
  return {
    ...figuresOf(deals, touches, options),
    key: { segment: name },
    labels: { segment: name },
    leftOutBeforePublish: 0,
  };
}

function sentenceOf(...groups: ResultGroup[]): string {
  const results: Results = {
    total: figuresOf([], [], options),
    groups,
    leftOut: { undated: 0, beforePublish: 0, withoutAccount: 0 },
  };
  const rows = resultRows(results, 'segment');
  return resultSentence(rows, 'the rest of the market')
    .map((part) => part.text)
    .join('');
}

const rest = group(null, 104, 231, 237, 2964);

describe('the sentence above the results', () => {
  it('claims what is clear and doubts what only looks so', () => {
    expect(
      sentenceOf(group('Food production', 17, 16, 39, 231), group('Machinery', 24, 38, 58, 412), rest),
    ).toBe(
      'Food production replies twice as often as the rest of the market, Machinery more often too (14\u00a0%). ' +
        'Food production’s wins look better too, 17 of 33 against 104 of 335, but the two intervals still meet.',
    );
  });

  it('says when wins differ clearly, in counts', () => {
    expect(sentenceOf(group('Healthcare', 60, 20, 8, 100), rest)).toBe(
      'Healthcare wins more often than the rest of the market, 60 of 80 against 104 of 335.',
    );
    expect(sentenceOf(group('Retail', 4, 60, 8, 100), rest)).toBe(
      'Retail wins less often than the rest of the market, 4 of 64 against 104 of 335.',
    );
  });

  it('says when nothing differs, and when there is too little to tell', () => {
    expect(sentenceOf(group('Automotive', 9, 34, 22, 298), rest)).toBe(
      'Nothing differs clearly from the rest of the market: every interval meets its interval.',
    );
    expect(sentenceOf(group('Aerospace', 2, 3, 30, 38), rest)).toBe(
      'Too few closed deals to tell anything apart yet.',
    );
  });
});

describe('rows beside the rest', () => {
  it('compare a group of another dimension with everybody else, not with itself', () => {
    const west = group('West', 80, 20, 0, 0);
    const east = group('East', 20, 80, 0, 0);
    const total = figuresOf(
      [...times(100, () => deal('won')), ...times(100, () => deal('lost'))],
      [],
      options,
    );
    const rows = resultRows(
      { total, groups: [west, east], leftOut: { undated: 0, beforePublish: 0, withoutAccount: 0 } },
      'rep.region',
    );
    expect(rows.map((row) => [row.isRest, row.wins])).toEqual([
      [false, 'higher'],
      [false, 'lower'],
    ]);
  });
});
