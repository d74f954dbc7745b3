import { describe, expect, it } from 'vitest';
import { semanticCases } from './cases.ts';
import { definition } from './testing/rule-makers.ts';
import { factsOfWorld } from './testing/world.ts';
import { catalogWith, resolveInWorkspace } from './testing/workspace.ts';
import { toPredicate } from './to-predicate.ts';

describe('the single evaluator', () => {
  it.each(semanticCases.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const { entity = 'account', world, root, asOf, published = {}, expected } = row;
    const resolved = resolveInWorkspace(definition(root, entity), {
      published,
      ...(asOf === undefined ? {} : { asOf }),
    });
    const isIn = toPredicate(resolved, catalogWith(published));
    const ids = factsOfWorld(world, entity).flatMap(({ id, facts }) => (isIn(facts) ? [id] : []));
    expect(ids).toEqual(expected);
  });
});
