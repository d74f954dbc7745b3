import { describe, expect, it } from 'vitest';
import type { Draft, DraftGroup, DraftRule } from '../draft.ts';
import { stepMove } from './step-move.ts';
import type { allNodes } from './tree.ts';

const leaf = (id: string): DraftRule => ({ id, kind: 'field', field: 'name', operator: 'notEmpty' });
const group = (id: string, ...rules: DraftRule[]): DraftGroup => ({ id, kind: 'group', op: 'all', rules });
const draft = (...rules: DraftRule[]): Draft => ({
  version: 1,
  entity: 'account',
  root: group('root', ...rules),
});

function outline({ root }: Draft): string {
  const show = (node: ReturnType<typeof allNodes>[number]): string =>
    node.kind === 'group' ? `${node.id}(${node.rules.map(show).join(' ')})` : node.id;
  return root.rules.map(show).join(' ');
}

describe('stepMove', () => {
  it.each<[string, string, -1 | 1, string]>([
    ['down past a condition', 'a', 1, 'b a g(c d) e'],
    ['down into the group next door, as its first', 'b', 1, 'a g(b c d) e'],
    ['up into the group next door, as its last', 'e', -1, 'a b g(c d e)'],
    ['down out of a group, behind it', 'd', 1, 'a b g(c) d e'],
    ['up out of a group, before it', 'c', -1, 'a b c g(d) e'],
    ['a whole group', 'g', -1, 'a g(c d) b e'],
    ['nowhere at the top', 'a', -1, 'a b g(c d) e'],
    ['nowhere at the end', 'e', 1, 'a b g(c d) e'],
  ])('moves %s', (_, id, step, expected) => {
    if (id === 'e' && step === 1) {
      const before = draft(leaf('a'), leaf('b'), group('g', leaf('c'), leaf('d')), leaf('e'));
      expect(stepMove(before, id, step)).toBe(before);
    }
    const before = draft(leaf('a'), leaf('b'), group('g', leaf('c'), leaf('d')), leaf('e'));
    expect(outline(stepMove(before, id, step))).toBe(expected);
  });

  it('visits every place on the way down and back up again', () => {
    const start = draft(leaf('a'), group('g', leaf('b'), group('h', leaf('c'))), leaf('d'));
    const seen = [outline(start)];
    let at = start;
    for (let next = stepMove(at, 'a', 1); next !== at; next = stepMove(at, 'a', 1)) {
      at = next;
      seen.push(outline(at));
    }
    const back = [outline(at)];
    for (let next = stepMove(at, 'a', -1); next !== at; next = stepMove(at, 'a', -1)) {
      at = next;
      back.push(outline(at));
    }
    expect(back.reverse()).toEqual(seen);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
