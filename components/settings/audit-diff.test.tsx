import { describe, expect, it } from 'vitest';
import { diffLines } from './audit-diff.ts';
import { actionWords, keyWords } from './audit-words.ts';

describe('diffLines', () => {
  it('lists the leaves that differ, whatever lies round them', () => {
    const before = { name: 'A', tier: { rank: 1, mix: [0.5, 0.5] }, same: true };
    const after = { name: 'B', tier: { rank: 1, mix: [0.7, 0.3] }, same: true };
    expect(diffLines(before, after)).toEqual([
      { path: ['name'], before: 'A', after: 'B' },
      { path: ['tier', 'mix', '1'], before: 0.5, after: 0.7 },
      { path: ['tier', 'mix', '2'], before: 0.5, after: 0.3 },
    ]);
  });

  it('tells what came and what went', () => {
    expect(diffLines({ a: 1 }, { b: 2 })).toEqual([
      { path: ['a'], before: 1, after: undefined },
      { path: ['b'], before: undefined, after: 2 },
    ]);
    expect(diffLines(null, { a: { b: null } })).toEqual([
      { path: ['a', 'b'], before: undefined, after: null },
    ]);
  });

  it('compares a leaf that became a branch by what is in it', () => {
    expect(diffLines({ a: 1 }, { a: { b: 2 } })).toEqual([{ path: ['a', 'b'], before: undefined, after: 2 }]);
  });
});

it('reads keys as words', () => {
  expect(actionWords('segment.saveDraft')).toBe('Segment: save draft');
  expect(keyWords('responseSlaHours')).toBe('Response sla hours');
});
