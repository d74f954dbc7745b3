import { describe, expect, it } from 'vitest';
import { isUnder, rolledUp, treeOf } from './levels.ts';

const items = [
  { id: 1, parentId: null, accounts: 1 },
  { id: 2, parentId: 1, accounts: 10 },
  { id: 3, parentId: 2, accounts: 100 },
  { id: 4, parentId: 99, accounts: 1_000 },
];

describe('levels of territories', () => {
  it('knows what lies under what, and ends where a circle was stored', () => {
    expect(isUnder(items, 3, 1)).toBe(true);
    expect(isUnder(items, 1, 3)).toBe(false);
    expect(isUnder(items, 2, 2)).toBe(true);
    const circle = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect(isUnder(circle, 'a', 'c')).toBe(false);
  });

  it('adds a figure up over everything under a node; one without its parent stands on top', () => {
    const tree = treeOf(items);
    expect(tree.map(({ item }) => item.id)).toEqual([1, 4]);
    expect(rolledUp(tree[0] as (typeof tree)[number], (item) => item.accounts)).toBe(111);
    expect(tree[0]?.children[0]?.children[0]?.depth).toBe(2);
  });
});
