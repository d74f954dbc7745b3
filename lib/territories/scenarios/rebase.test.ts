import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContentTerritory, contentText, type PlanContent } from './content.ts';
import { rebase } from './rebase.ts';

const everybody = { hasAccount: () => true, hasRep: () => true };

const territory = (key: number, over: Partial<ContentTerritory> = {}): ContentTerritory => ({
  key,
  name: `T${key}`,
  kind: 'geography',
  draft: null,
  places: '["US"]',
  color: 1,
  position: key,
  parentKey: null,
  holders: [],
  ...over,
});
const content = (...territories: ContentTerritory[]): PlanContent => ({
  territories,
  places: [],
  holders: [],
});

const contents = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }).chain((keys) =>
  fc.record({
    territories: fc.tuple(
      ...keys.map((key, at) =>
        fc
          .record({ places: fc.constantFrom('["US"]', '["DE"]'), position: fc.constant(at + 1) })
          .map((over) => territory(key, over)),
      ),
    ),
    places: fc.uniqueArray(
      fc.record({
        accountId: fc.integer({ min: 1, max: 6 }),
        territoryKey: fc.constantFrom(...keys),
        isLocked: fc.boolean(),
        reason: fc.constant(null),
      }),
      { selector: (place) => place.accountId, maxLength: 6 },
    ),
    holders: fc.uniqueArray(
      fc.record({
        accountId: fc.integer({ min: 1, max: 6 }),
        slot: fc.constant('ae' as const),
        repId: fc.integer({ min: 1, max: 3 }),
        isLocked: fc.boolean(),
        reason: fc.constant(null),
      }),
      { selector: (holder) => holder.accountId, maxLength: 6 },
    ),
  }),
);

describe('re-basing', () => {
  it('changes nothing where the plan did not change, and takes all where the scenario did not', () => {
    fc.assert(
      fc.property(contents, contents, (base, other) => {
        expect(contentText(rebase(base, other, base, everybody).content)).toBe(contentText(other));
        expect(contentText(rebase(base, base, other, everybody).content)).toBe(contentText(other));
      }),
      { seed: 20_261_127 },
    );
  });

  it('is at rest once done: the second time nothing more is taken', () => {
    fc.assert(
      fc.property(contents, contents, contents, (base, mine, theirs) => {
        const once = rebase(base, mine, theirs, everybody);
        const twice = rebase(theirs, once.content, theirs, everybody);
        expect(contentText(twice.content)).toBe(contentText(once.content));
        expect(twice.taken).toEqual({ added: [], changed: [], removed: [], accounts: 0 });
      }),
      { seed: 20_261_127 },
    );
  });

  it('keeps the scenario’s part where both changed one, and takes the other parts', () => {
    const base = content(territory(1));
    const mine = content(territory(1, { places: '["FR"]' }));
    const theirs = content(territory(1, { places: '["DE"]', name: 'New name' }));
    const { content: found, notes } = rebase(base, mine, theirs, everybody);
    expect(found.territories[0]).toMatchObject({ places: '["FR"]', name: 'New name' });
    expect(notes).toEqual([{ kind: 'bothChanged', key: 1, name: 'T1', parts: ['places'] }]);
  });

  it('keeps the order in which the scenario tries territories, and takes the plan’s where it turned none', () => {
    const inOrder = (...keys: number[]) =>
      content(...keys.map((key, at) => territory(key, { position: at + 1 })));
    const order = (base: PlanContent, mine: PlanContent, theirs: PlanContent) => {
      const { content: found, notes } = rebase(base, mine, theirs, everybody);
      return [found.territories.map(({ key }) => key), notes.map(({ kind }) => kind)];
    };
    expect(order(inOrder(1, 2, 3), inOrder(2, 1, 3), inOrder(1, 4, 2, 3))).toEqual([[2, 1, 4, 3], []]);
    expect(order(inOrder(1, 2, 3), inOrder(1, -9, 2, 3), inOrder(3, 1, 2))).toEqual([[3, 1, -9, 2], []]);
    expect(order(inOrder(1, 2, 3), inOrder(2, 1, 3), inOrder(3, 1, 2))).toEqual([[2, 1, 3], ['bothTurned']]);
  });

  it('keeps what the plan took out when the scenario had changed it, and gives doubles another name', () => {
    const base = content(territory(1), territory(2));
    const mine = content(territory(1, { places: '["FR"]' }), territory(2), territory(-9, { name: 'East' }));
    const theirs = content(territory(3, { name: 'East', position: 99 }));
    const { content: found, notes, taken } = rebase(base, mine, theirs, everybody);
    expect(found.territories.map(({ key, name }) => [key, name])).toEqual([
      [-9, 'East'],
      [1, 'T1'],
      [3, 'East (2)'],
    ]);
    expect(taken).toMatchObject({ added: [3], removed: [2] });
    expect(notes).toEqual([{ kind: 'keptRemoved', key: 1, name: 'T1' }]);
  });

  it('drops settings of accounts, reps and territories that are gone, and says so', () => {
    const base = content(territory(1), territory(2));
    const mine: PlanContent = {
      ...base,
      places: [
        { accountId: 1, territoryKey: 2, isLocked: false, reason: null },
        { accountId: 2, territoryKey: 1, isLocked: true, reason: null },
      ],
      holders: [{ accountId: 3, slot: 'ae', repId: 7, isLocked: false, reason: null }],
    };
    const {
      content: found,
      notes,
      kept,
    } = rebase(base, mine, content(territory(1)), {
      hasAccount: (id) => id !== 2,
      hasRep: () => false,
    });
    expect(found.places).toEqual([]);
    expect(found.holders).toEqual([]);
    expect(kept.accounts).toBe(0);
    expect(notes.map((note) => note.kind).sort()).toEqual(['accountGone', 'repGone', 'territoryGone']);
  });
});
