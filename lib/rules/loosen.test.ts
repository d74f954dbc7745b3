import { describe, expect, it } from 'vitest';
import { loosen, withCondition } from './loosen.ts';
import { all, definition, has, is } from './testing/rule-makers.ts';

describe('loosen', () => {
  const after = (condition: Parameters<typeof loosen>[0], closest: number | null) => {
    const loosened = loosen(condition, closest);
    return loosened && [loosened.condition.kind !== 'segment' && loosened.condition.value, loosened.to];
  };

  it('moves the bound that the nearest miss stands at a tenth further', () => {
    expect(after(is('employees', 'gte', 500), 499)).toEqual([450, 450]);
    expect(after(is('employees', 'lte', 2000), 2010)).toEqual([2200, 2200]);
    expect(after(is('employees', 'between', [500, 2000]), 490)).toEqual([[450, 2000], 450]);
    expect(after(is('employees', 'between', [500, 2000]), 2001)).toEqual([[500, 2200], 2200]);
    expect(after(is('revenue', 'gt', 1_234_567), 1_200_000)).toEqual([1_100_000, 1_100_000]);
  });

  it('moves a year by five, not by a tenth of it', () => {
    const loosened = loosen({ ...is('foundedYear', 'lt', 2000), id: 'c' }, 2001, true);
    expect(loosened).toMatchObject({ from: 2000, to: 2005, condition: { value: 2005 } });
  });

  it('counts one less of few, and never asks for none', () => {
    expect(after(has('signal', { operator: 'gte', value: 3 }), 2)).toEqual([2, 2]);
    expect(after(has('signal', { operator: 'gte', value: 1 }), 0)).toBeNull();
  });

  it('leaves alone what compares no number, and what nobody misses by a number', () => {
    expect(after(is('industry', 'in', ['Retail']), null)).toBeNull();
    expect(after(is('employees', 'eq', 500), 499)).toBeNull();
    expect(after(is('employees', 'gte', 500), null)).toBeNull();
  });

  it('puts the loosened condition back in its place', () => {
    const condition = { ...is('employees', 'gte', 500), id: 'c' };
    const rule = definition(all(is('name', 'notEmpty'), condition));
    const changed = withCondition(rule, { ...condition, value: 450 });
    expect(changed.root.rules[1]).toMatchObject({ id: 'c', value: 450 });
    expect(changed.root.rules[0]).toBe(rule.root.rules[0]);
  });
});
