import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftFieldCondition, DraftGroup, DraftRule } from '../draft.ts';
import { addRule } from '../edit/add-rule.ts';
import { moveRule } from '../edit/move-rule.ts';
import { removeRule } from '../edit/remove-rule.ts';
import { setGroupOperator } from '../edit/set-group-operator.ts';
import { setMuted } from '../edit/set-muted.ts';
import { unwrapGroup } from '../edit/unwrap-group.ts';
import { updateRule } from '../edit/update-rule.ts';
import { wrapRule } from '../edit/wrap-rule.ts';
import { mergeDrafts, type Side, WHOLE_DRAFT } from './merge-drafts.ts';
import { ownWords, placedIn } from './placed.ts';

const field = (id: string, value = 1): DraftFieldCondition => ({
  id,
  kind: 'field',
  field: 'employees',
  operator: 'gte',
  value,
});
const group = (id: string, ...rules: DraftRule[]): DraftGroup => ({ id, kind: 'group', op: 'all', rules });
const draft = (...rules: DraftRule[]): Draft => ({
  version: 1,
  entity: 'account',
  root: group('r', ...rules),
});
const ids = ({ root }: Draft) => root.rules.map((rule) => rule.id);
const setValue = (of: Draft, id: string, value: number) =>
  updateRule(of, id, (node) => (node.kind === 'field' ? { ...node, value } : node));

/** Every node with its words and its group, whatever the order in the group. */
function said({ root }: Draft) {
  return Object.fromEntries(
    [...placedIn(root)].map(([id, { node, parent }]) => [
      id,
      { parent, muted: node.muted ?? false, ...ownWords(node) },
    ]),
  );
}

const base = draft(field('a'), field('b'), group('g', field('c'), field('d')));

describe('two edits of one draft', () => {
  it('both hold when they touch different conditions', () => {
    const mine = addRule(setValue(base, 'a', 500), 'r', field('x'));
    const theirs = addRule(removeRule(setMuted(base, 'd', true), 'b'), 'r', field('y', 2));
    const { draft: merged, clashes } = mergeDrafts(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(ids(merged)).toEqual(['a', 'g', 'x', 'y']);
    expect(said(merged)).toMatchObject({ a: { value: 500 }, d: { muted: true }, x: { parent: 'r' } });
  });

  it('both hold when one mutes what the other changes, or moves it', () => {
    const mine = moveRule(setMuted(base, 'a', true), 'b', 'g', 0);
    const theirs = setValue(setValue(base, 'a', 9), 'b', 9);
    const { draft: merged, clashes } = mergeDrafts(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(said(merged)).toMatchObject({ a: { value: 9, muted: true }, b: { value: 9, parent: 'g' } });
  });

  it('name the condition that both changed, and follow the choice', () => {
    const [mine, theirs] = [setValue(base, 'a', 2), setValue(setValue(base, 'a', 3), 'b', 4)];
    for (const [choice, value] of [
      ['mine', 2],
      ['theirs', 3],
    ] as const) {
      const { draft: merged, clashes } = mergeDrafts(base, mine, theirs, () => choice);
      expect(clashes).toEqual([{ id: 'a', mine: field('a', 2), theirs: field('a', 3) }]);
      expect(said(merged)).toMatchObject({ a: { value }, b: { value: 4 } });
    }
  });

  it('never drop a change with the group that the other side removed', () => {
    const [mine, theirs] = [removeRule(base, 'g'), setValue(base, 'c', 7)];
    expect(mergeDrafts(base, mine, theirs).clashes).toMatchObject([
      { id: 'g', mine: null, theirs: { id: 'g' } },
    ]);
    expect(ids(mergeDrafts(base, mine, theirs, () => 'mine').draft)).toEqual(['a', 'b']);
    expect(mergeDrafts(base, mine, theirs, () => 'theirs').draft).toEqual(theirs);
  });

  it('never drop what was added to a group that the other side dissolved', () => {
    const mine = unwrapGroup(base, 'g');
    const theirs = setValue(addRule(base, 'g', field('x')), 'c', 7);
    expect(mergeDrafts(base, mine, theirs).clashes).toMatchObject([{ id: 'g' }]);
    expect(said(mergeDrafts(base, mine, theirs, () => 'theirs').draft)).toMatchObject({ x: { parent: 'g' } });
    const own = said(mergeDrafts(base, mine, theirs, () => 'mine').draft);
    expect(own).toMatchObject({ c: { parent: 'r', value: 7 } });
    expect(own).not.toHaveProperty('g');
  });

  it('keep once what both added alike', () => {
    const mine = addRule(base, 'r', field('x', 5));
    const theirs = addRule(addRule(base, 'r', field('y', 5)), 'r', field('z', 5));
    expect(ids(mergeDrafts(base, mine, theirs).draft)).toEqual(['a', 'b', 'g', 'x', 'z']);
  });

  it('make no circle of two groups that were moved into each other', () => {
    const two = draft(group('p', field('a')), group('q', field('b')));
    const { draft: merged, clashes } = mergeDrafts(
      two,
      moveRule(two, 'p', 'q', 0),
      moveRule(two, 'q', 'p', 0),
    );
    expect(said(merged)).toMatchObject({ p: { parent: 'q' }, q: { parent: 'r' }, a: {}, b: {} });
    expect(clashes).toHaveLength(1);
  });

  it('are not mixed when one began anew', () => {
    const fresh: Draft = { ...draft(field('n')), entity: 'contact' };
    const theirs = setValue(base, 'a', 2);
    const merged = mergeDrafts(base, fresh, theirs, () => 'theirs');
    expect(merged).toMatchObject({ draft: theirs, clashes: [{ id: WHOLE_DRAFT }] });
  });
});

// Random drafts: conditions 0…n in a tree of groups, each side edits its own half of the conditions.
const tree: fc.Arbitrary<Draft> = fc
  .array(fc.record({ at: fc.nat(), isGroup: fc.boolean() }), { minLength: 2, maxLength: 14 })
  .map((steps) =>
    steps.reduce((now, { at, isGroup }, number) => {
      const groups = [...placedIn(now.root).values()].filter(({ node }) => node.kind === 'group');
      const parent = groups[at % groups.length]?.node.id ?? 'r';
      return addRule(now, parent, isGroup ? group(`g${number}`, field(`f${number}`)) : field(`f${number}`));
    }, draft()),
  );
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('value', 'mute', 'remove', 'add', 'wrap', 'op', 'move'),
    at: fc.nat(999),
    to: fc.nat(999),
  }),
  { maxLength: 6 },
);
type Edit = { kind: string; at: number; to: number };

/** Applies the edits to one half (`parity`) of the nodes of `first`; names what they add by `side`. */
function edited(from: Draft, list: readonly Edit[], side: string, parity: number, first = from): Draft {
  const all = [...placedIn(first.root).values()].map(({ node }) => node);
  const own = all.filter(({ id }) => id !== 'r' && Number(id.slice(1)) % 2 === parity);
  const conditions = own.filter(({ kind }) => kind === 'field');
  const groups = all.filter(({ kind }) => kind === 'group');
  const ownGroups = own.filter(({ kind }) => kind === 'group');
  return list.reduce((now, { kind, at, to }, number) => {
    const id = conditions[at % conditions.length]?.id;
    const into = groups[to % groups.length]?.id ?? 'r';
    const name = `${side}${number}`;
    if (kind === 'add') return addRule(now, into, field(name, (side === 'm' ? 1_000 : 1_000_000) + at));
    if (kind === 'op') {
      const one = ownGroups[at % ownGroups.length]?.id;
      return one ? setGroupOperator(now, one, to % 2 ? 'any' : 'none') : now;
    }
    if (!id || !placedIn(now.root).has(id)) return now;
    if (kind === 'value') return setValue(now, id, 100 + to);
    if (kind === 'mute') return setMuted(now, id, to % 2 === 0);
    if (kind === 'remove') return removeRule(now, id);
    if (kind === 'move') return moveRule(now, id, into, 0);
    return wrapRule(now, id, side === 'm' ? 'any' : 'none', () => name);
  }, from);
}

const options = { numRuns: 400, seed: 20261127 };

describe('random drafts (seed 20261127)', () => {
  it('beside an unchanged side are the other side', () => {
    fc.assert(
      fc.property(tree, edits, (from, list) => {
        const other = edited(edited(from, list, 'm', 0), list, 't', 1, from);
        expect(mergeDrafts(from, from, other)).toEqual({ draft: other, clashes: [] });
        expect(mergeDrafts(from, other, from)).toEqual({ draft: other, clashes: [] });
        expect(mergeDrafts(from, other, structuredClone(other))).toEqual({ draft: other, clashes: [] });
      }),
      options,
    );
  });

  it('with edits of different conditions hold both edits, whoever is first', () => {
    fc.assert(
      fc.property(tree, edits, edits, (from, first, second) => {
        const mine = edited(from, first, 'm', 0);
        const theirs = edited(from, second, 't', 1);
        const merged = mergeDrafts(from, mine, theirs);
        expect(merged.clashes).toEqual([]);
        const both = edited(mine, second, 't', 1, from);
        expect(said(merged.draft)).toEqual(said(both));
        expect(said(mergeDrafts(from, theirs, mine).draft)).toEqual(said(both));
      }),
      options,
    );
  });

  it('with any edits lose nothing silently: what is gone was removed by a side or stands in a clash', () => {
    fc.assert(
      fc.property(
        tree,
        edits,
        edits,
        fc.constantFrom<Side>('mine', 'theirs'),
        (from, first, second, side) => {
          const mine = edited(from, first, 'm', 0);
          const theirs = edited(from, second, 't', 0);
          const { draft: merged, clashes } = mergeDrafts(from, mine, theirs, () => side);
          if (clashes.length > 0) return;
          const [is, m, t, b] = [merged, mine, theirs, from].map((one) => placedIn(one.root));
          const added = [...(m?.keys() ?? []), ...(t?.keys() ?? [])].filter((id) => !b?.has(id));
          const values = [...(is?.values() ?? [])].map(({ node }) => JSON.stringify({ ...node, id: '' }));
          for (const id of added) {
            const node = (m?.get(id) ?? t?.get(id))?.node;
            if (node?.kind === 'field') expect(values).toContain(JSON.stringify({ ...node, id: '' }));
          }
          for (const id of b?.keys() ?? []) {
            expect(is?.has(id)).toBe((m?.has(id) ?? false) && (t?.has(id) ?? false));
          }
        },
      ),
      options,
    );
  });
});
