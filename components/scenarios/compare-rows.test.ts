import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '#lib/shared/scenario-shapes.ts';
import { bestOf, type CompareRow, compareGroups } from './compare-rows.ts';

const row = (better?: CompareRow['better']): CompareRow => ({
  label: 'x',
  value: (side) => side.accounts,
  text: () => '',
  ...(better ? { better } : {}),
});
const sides = (...values: number[]) => values.map((accounts) => ({ accounts }) as ComparedSide);

describe('the best of a row', () => {
  it('is the most or the least, as the figure has it', () => {
    expect([...bestOf(row('more'), sides(1, 3, 2))]).toEqual([1]);
    expect([...bestOf(row('less'), sides(1, 3, 2))]).toEqual([0]);
  });

  it('is nobody where no way is better, all are alike, or most of them share it', () => {
    expect([...bestOf(row(), sides(1, 3))]).toEqual([]);
    expect([...bestOf(row('more'), sides(2, 2))]).toEqual([]);
    expect([...bestOf(row('more'), sides(3, 3, 2))]).toEqual([]);
    expect([...bestOf(row('more'), sides(3, 3, 2, 1))]).toEqual([0, 1]);
  });

  it('never praises what is published for moving nothing', () => {
    const accounts = compareGroups('USD')
      .flatMap((group) => group.rows)
      .find((item) => item.label === 'Open pipeline');
    expect(accounts?.value({ kind: 'published', moves: { pipelineAmount: 0 } } as ComparedSide)).toBeNull();
  });
});
