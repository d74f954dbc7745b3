import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SegmentDefinition } from '../ast.ts';
import { canonicalText } from '../canonical.ts';
import type { Draft, DraftRule } from '../draft.ts';
import { parseDraft } from '../parse-draft.ts';
import { arbitraryDefinition } from '../testing/arbitrary-rule.ts';
import { arbitraryWorld } from '../testing/arbitrary-world.ts';
import { all, any, definition, has, is, none, where } from '../testing/rule-makers.ts';
import { factsOfWorld } from '../testing/world.ts';
import { catalogWith, resolveInWorkspace } from '../testing/workspace.ts';
import { toDraft } from '../to-draft.ts';
import { toPredicate } from '../to-predicate.ts';
import { addRule } from './add-rule.ts';
import { changeField } from './change-field.ts';
import { duplicateRule, withNewIds } from './duplicate-rule.ts';
import { record, redo, startHistory, undo } from './history.ts';
import { moveRule } from './move-rule.ts';
import { negateRule } from './negate-rule.ts';
import { removeRule } from './remove-rule.ts';
import { setGroupOperator } from './set-group-operator.ts';
import { setMuted } from './set-muted.ts';
import { setOperator } from './set-operator.ts';
import { allNodes, findNode, findParent } from './tree.ts';
import { unwrapGroup } from './unwrap-group.ts';
import { updateRule } from './update-rule.ts';
import { wrapRule } from './wrap-rule.ts';

const catalog = catalogWith();

function counter(prefix: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `${prefix}${made}`;
  };
}

/** A draft with ids a, b … in reading order, so that tests can name nodes. */
function draftOf(root: ReturnType<typeof all>): Draft {
  let made = 0;
  const newId = () => String.fromCharCode(97 + made++);
  return { version: 1, entity: 'account', root: withNewIds(root as DraftRule & { kind: 'group' }, newId) };
}

function outline(draft: Draft): string {
  const show = (node: ReturnType<typeof allNodes>[number]): string => {
    if (node.kind === 'group') return `${node.id}(${node.rules.map(show).join(' ')})`;
    return node.kind === 'related' && node.where ? `${node.id}[${show(node.where)}]` : node.id;
  };
  return show(draft.root);
}

const retail = () => is('industry', 'in', ['Retail', 'Banking']);
const big = () => is('employees', 'gte', 500);
const hiring = () => has('signal', { where: where('all', is('type', 'eq', 'hiring')) });
/** a(b c(d e) f[g(h)]) */
const sample = () => draftOf(all(retail(), any(big(), big()), hiring()));

describe('edits', () => {
  it('start from the outline a(b c(d e) f[g(h)])', () => {
    expect(outline(sample())).toBe('a(b c(d e) f[g(h)])');
  });

  const added: DraftRule = { id: 'x', kind: 'field', field: 'name', operator: 'notEmpty' };
  const addedRow: DraftRule = { ...has('signal'), id: 'x' };
  const newId = () => counter('n');
  it.each<[string, (draft: Draft) => Draft, string]>([
    ['add last', (draft) => addRule(draft, 'c', added), 'a(b c(d e x) f[g(h)])'],
    ['add first', (draft) => addRule(draft, 'a', added, 0), 'a(x b c(d e) f[g(h)])'],
    ['add to what is asked of a row', (draft) => addRule(draft, 'g', added), 'a(b c(d e) f[g(h x)])'],
    ['refuse to add a row to a row', (draft) => addRule(draft, 'g', addedRow), 'a(b c(d e) f[g(h)])'],
    ['refuse to add to a condition', (draft) => addRule(draft, 'b', added), 'a(b c(d e) f[g(h)])'],
    [
      'remove, and the emptied parent stays',
      (draft) => removeRule(removeRule(draft, 'd'), 'e'),
      'a(b c() f[g(h)])',
    ],
    ['remove what is asked of a row', (draft) => removeRule(draft, 'g'), 'a(b c(d e) f)'],
    ['refuse to remove the root', (draft) => removeRule(draft, 'a'), 'a(b c(d e) f[g(h)])'],
    ['move into a group', (draft) => moveRule(draft, 'b', 'c', 1), 'a(c(d b e) f[g(h)])'],
    ['move within a group', (draft) => moveRule(draft, 'b', 'a', 2), 'a(c(d e) f[g(h)] b)'],
    ['refuse to move into itself', (draft) => moveRule(draft, 'c', 'c', 0), 'a(b c(d e) f[g(h)])'],
    ['refuse to move a row into its row', (draft) => moveRule(draft, 'f', 'g', 0), 'a(b c(d e) f[g(h)])'],
    ['refuse to move a row into another', (draft) => moveRule(draft, 'g', 'a', 0), 'a(b c(d e) f[g(h)])'],
    ['refuse to move the root', (draft) => moveRule(draft, 'a', 'c', 0), 'a(b c(d e) f[g(h)])'],
    [
      'duplicate under new ids',
      (draft) => duplicateRule(draft, 'f', newId()),
      'a(b c(d e) f[g(h)] n1[n2(n3)])',
    ],
    ['wrap', (draft) => wrapRule(draft, 'b', 'any', newId()), 'a(n1(b) c(d e) f[g(h)])'],
    ['wrap the root', (draft) => wrapRule(draft, 'a', 'none', newId()), 'n1(a(b c(d e) f[g(h)]))'],
    ['unwrap', (draft) => unwrapGroup(draft, 'c'), 'a(b d e f[g(h)])'],
    ['refuse to unwrap the root', (draft) => unwrapGroup(draft, 'a'), 'a(b c(d e) f[g(h)])'],
    ['leave all alone for an unknown id', (draft) => removeRule(draft, 'z'), 'a(b c(d e) f[g(h)])'],
  ])('%s', (_, edit, expected) => {
    expect(outline(edit(sample()))).toBe(expected);
  });

  it('give back the same draft when nothing changed, and share what did not', () => {
    const draft = sample();
    for (const same of [
      removeRule(draft, 'z'),
      moveRule(draft, 'c', 'd', 0),
      moveRule(draft, 'b', 'a', 0),
      setMuted(draft, 'b', false),
      setGroupOperator(draft, 'a', 'all'),
      setOperator(draft, 'b', 'in', catalog),
      updateRule(draft, 'b', (node) => node),
    ]) {
      expect(same).toBe(draft);
    }
    expect(removeRule(draft, 'b').root.rules[0]).toBe(draft.root.rules[1]);
  });

  it('mute and unmute without a trace', () => {
    const draft = sample();
    const muted = setMuted(draft, 'b', true);
    expect(findNode(muted, 'b')).toMatchObject({ muted: true });
    expect(setMuted(muted, 'b', false)).toEqual(draft);
    expect(setMuted(draft, 'a', true)).toBe(draft);
  });
});

describe('setOperator', () => {
  const valueAfter = (before: ReturnType<typeof is>, operator: Parameters<typeof setOperator>[2]) => {
    const draft = draftOf(all(before));
    const node = findNode(setOperator(draft, 'b', operator, catalog), 'b');
    return node?.kind === 'field' ? [node.operator, node.value] : null;
  };

  it('keeps as much of the value as fits', () => {
    expect(valueAfter(retail(), 'notIn')).toEqual(['notIn', ['Retail', 'Banking']]);
    expect(valueAfter(retail(), 'contains')).toEqual(['contains', 'Retail']);
    expect(valueAfter(is('industry', 'eq', 'Retail'), 'in')).toEqual(['in', ['Retail']]);
    expect(valueAfter(retail(), 'empty')).toEqual(['empty', undefined]);
    expect(valueAfter(big(), 'lt')).toEqual(['lt', 500]);
    expect(valueAfter(is('employees', 'between', [1, 9]), 'gte')).toEqual(['gte', 1]);
    expect(valueAfter(big(), 'between')).toEqual(['between', undefined]);
    expect(valueAfter(is('renewalOn', 'on', '2026-01-01'), 'before')).toEqual(['before', '2026-01-01']);
    expect(valueAfter(is('renewalOn', 'within', { last: 3, unit: 'day' }), 'on')).toEqual(['on', undefined]);
  });

  it('refuses what the field does not know', () => {
    expect(valueAfter(big(), 'contains')).toEqual(['gte', 500]);
  });
});

describe('changeField', () => {
  it('keeps operator and value where they mean the same', () => {
    const node = (before: ReturnType<typeof is>, name: string) =>
      findNode(changeField(draftOf(all(before)), 'b', name, catalog), 'b');
    expect(node(big(), 'revenue')).toMatchObject({ field: 'revenue', operator: 'gte', value: 500 });
    expect(node(retail(), 'country')).toEqual({ id: 'b', kind: 'field', field: 'country', operator: 'in' });
    expect(node(retail(), 'employees')).toEqual({
      id: 'b',
      kind: 'field',
      field: 'employees',
      operator: 'gte',
    });
    expect(node(big(), 'nope')).toMatchObject({ field: 'employees' });
  });

  it('knows whose fields a row has', () => {
    const changed = changeField(sample(), 'h', 'topic', catalog);
    expect(findNode(changed, 'h')).toMatchObject({ field: 'topic', operator: 'eq' });
    expect(changeField(sample(), 'h', 'industry', catalog)).toEqual(sample());
  });
});

const anyDefinition = arbitraryDefinition('account', { withSegments: false });

/** Ids that are certainly unique. */
function opened(rule: SegmentDefinition): Draft {
  return { ...toDraft(rule), root: withNewIds(toDraft(rule).root, counter('i')) };
}

describe('negateRule', () => {
  it.each([
    ['a condition by its complement', all(retail()), all(is('industry', 'notIn', ['Retail', 'Banking']))],
    ['a condition without one by a group', all(big()), all(none(big()))],
    ['at least one by none at all', all(has('signal')), all(has('signal', { operator: 'eq', value: 0 }))],
    ['any by none', all(any(big(), retail())), all(none(big(), retail()))],
    ['all by a group around it', all(all(big(), retail())), all(none(all(big(), retail())))],
  ])('turns %s, and back', (_, before, after) => {
    const draft = draftOf(before);
    const negated = negateRule(draft, 'b', counter('n'));
    expect(canonicalText(negated.root as typeof before)).toBe(canonicalText(after));
    const again = negated.root.rules[0]?.id ?? '';
    expect(negateRule(negated, again, counter('m')).root).toEqual(draft.root);
  });

  it('keeps the group that says which rows count', () => {
    const draft = draftOf(all(has('signal', { where: where('none', is('type', 'eq', 'hiring')) })));
    const negated = negateRule(draft, 'c', counter('n'));
    expect(findNode(negated, 'c')).toMatchObject({ kind: 'group', op: 'any', rules: [{ id: 'd' }] });
    expect(parseDraft(negated).ok).toBe(true);
  });

  it('of the root holds exactly who was out', () => {
    fc.assert(
      fc.property(anyDefinition, arbitraryWorld, (rule, world) => {
        const draft = opened(rule);
        const negated = negateRule(draft, draft.root.id, counter('n'));
        const members = (root: Draft['root']) => {
          const isIn = toPredicate(resolveInWorkspace(definition(root as typeof rule.root)), catalog);
          return factsOfWorld(world, 'account').map(({ facts }) => isIn(facts));
        };
        expect(members(negated.root)).toEqual(members(draft.root).map((isIn) => !isIn));
      }),
    );
  });
});

type Edit = (draft: Draft, at: number, to: number) => Draft;

function pick(draft: Draft, at: number): string {
  const nodes = allNodes(draft.root);
  return nodes[at % nodes.length]?.id ?? '';
}

function randomEdits(): Edit[] {
  const newId = counter('e');
  return [
    (draft, at, to) => moveRule(draft, pick(draft, at), pick(draft, to), to % 3),
    (draft, at) => removeRule(draft, pick(draft, at)),
    (draft, at) => duplicateRule(draft, pick(draft, at), newId),
    (draft, at) => wrapRule(draft, pick(draft, at), 'any', newId),
    (draft, at) => unwrapGroup(draft, pick(draft, at)),
    (draft, at) => negateRule(draft, pick(draft, at), newId),
    (draft, at, to) => setMuted(draft, pick(draft, at), to % 2 === 0),
    (draft, at) => setGroupOperator(draft, pick(draft, at), 'none'),
    (draft, at) => changeField(draft, pick(draft, at), 'revenue', catalog),
    (draft, at) => setOperator(draft, pick(draft, at), 'notEmpty', catalog),
    (draft, at) => addRule(draft, pick(draft, at), { ...is('name', 'contains', 'x'), id: newId() }),
  ];
}

describe('any run of edits', () => {
  it('leaves a draft of good shape, and undo and redo lead back and forth', () => {
    const steps = fc.array(fc.tuple(fc.nat(10), fc.nat(40), fc.nat(40)), { maxLength: 12 });
    fc.assert(
      fc.property(anyDefinition, steps, (rule, chosen) => {
        const edits = randomEdits();
        const before = opened(rule);
        let history = startHistory(before);
        for (const [which, at, to] of chosen) {
          const edit = edits[which] as Edit;
          history = record(history, edit(history.present, at, to));
        }
        const after = history.present;
        const parsed = parseDraft(JSON.parse(JSON.stringify(after)));
        expect(parsed.ok ? 'fits' : parsed.error[0]?.code).toMatch(/^(fits|too_deep|too_many_conditions)$/);
        while (history.past.length > 0) history = undo(history);
        expect(history.present).toBe(before);
        while (history.future.length > 0) history = redo(history);
        expect(history.present).toBe(after);
      }),
    );
  });
});

describe('history', () => {
  it('forgets the future with a new step, and merges what belongs together', () => {
    let history = record(record(startHistory('a'), 'b'), 'c');
    history = record(undo(history), 'd');
    expect(history).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
    expect(record(history, 'dd', true)).toEqual({ past: ['a', 'b'], present: 'dd', future: [] });
    expect(record(history, 'd')).toBe(history);
    expect(undo(startHistory('a')).present).toBe('a');
    expect(redo(startHistory('a')).present).toBe('a');
  });
});

describe('findParent', () => {
  it('names the holder and the place', () => {
    expect(findParent(sample(), 'e')).toMatchObject({ parent: { id: 'c' }, index: 1 });
    expect(findParent(sample(), 'g')).toMatchObject({ parent: { id: 'f' }, index: 0 });
    expect(findParent(sample(), 'a')).toBeNull();
  });
});
