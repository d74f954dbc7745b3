import { describe, expect, it } from 'vitest';
import { categoryColour, distinctColours } from './category-colour.ts';

describe('categorical colours', () => {
  it('are 1–10 for any id, and no two of ten things side by side share one', () => {
    const names = ['Planner Core', 'Planner Advanced', 'Planner Starter', 'Warehouse Pilot', 'Supplier Link'];
    const ids = [...names, 'seg_1', 'seg_2', 'ter_9', 'rep_1k', ''];
    for (const id of ids) {
      expect(categoryColour(id)).toBeGreaterThanOrEqual(1);
      expect(categoryColour(id)).toBeLessThanOrEqual(10);
    }
    expect(new Set(distinctColours(ids).values()).size).toBe(10);
  });
});
