import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestTurns, type Standing } from './way-in.ts';

let made = 0;
const leaf = (outcome: boolean): Standing => ({
  id: `c${made++}`,
  kind: 'field',
  op: null,
  outcome,
  children: [],
});

function group(op: 'all' | 'any' | 'none', ...children: Standing[]): Standing {
  const some = children.some(({ outcome }) => outcome);
  const outcome = op === 'all' ? children.every((child) => child.outcome) : op === 'any' ? some : !some;
  return { id: `g${made++}`, kind: 'group', op, outcome, children };
}

const leavesOf = (node: Standing): Standing[] =>
  node.children.length > 0 ? node.children.flatMap(leavesOf) : node.kind === 'group' ? [] : [node];

/** The outcome of a tree when some conditions are turned. */
function after(node: Standing, turned: ReadonlySet<string>): boolean {
  if (node.kind !== 'group') return turned.has(node.id) !== node.outcome;
  const outcomes = node.children.map((child) => after(child, turned));
  if (node.op === 'all') return outcomes.every(Boolean);
  return outcomes.some(Boolean) === (node.op === 'any');
}

describe('the fewest turns', () => {
  it('names every failing condition of "all" and one of "any"', () => {
    const [failing, other] = [leaf(false), leaf(false)];
    expect(fewestTurns(group('all', leaf(true), failing, other), true)).toEqual([
      { id: failing.id, holds: true },
      { id: other.id, holds: true },
    ]);
    const cheap = leaf(false);
    expect(fewestTurns(group('any', group('all', leaf(false), leaf(false)), cheap), true)).toEqual([
      { id: cheap.id, holds: true },
    ]);
  });

  it('has what is forbidden stop to hold', () => {
    const forbidden = leaf(true);
    expect(fewestTurns(group('none', forbidden, leaf(false)), true)).toEqual([
      { id: forbidden.id, holds: false },
    ]);
  });

  it('looks into the rule of a segment that is asked for, or asked not to hold it', () => {
    const missing = leaf(false);
    const inside: Standing = {
      ...leaf(false),
      kind: 'segment',
      children: [group('all', missing, leaf(true))],
    };
    expect(fewestTurns(group('all', inside), true)).toEqual([{ id: missing.id, holds: true }]);
    const held = leaf(true);
    const outside: Standing = { ...leaf(false), kind: 'segment', children: [group('all', held)] };
    expect(fewestTurns(group('all', outside), true)).toEqual([{ id: held.id, holds: false }]);
  });

  it('is enough and no set is smaller, on random trees', () => {
    const tree = fc.letrec<{ node: Standing; group: Standing }>((tie) => ({
      node: fc.oneof({ maxDepth: 2, depthIdentifier: 'turns' }, fc.boolean().map(leaf), tie('group')),
      group: fc
        .tuple(
          fc.constantFrom('all' as const, 'any' as const, 'none' as const),
          fc.array(tie('node'), { minLength: 1, maxLength: 3, depthIdentifier: 'turns' }),
        )
        .map(([op, children]) => group(op, ...children)),
    })).group;
    fc.assert(
      fc.property(tree, fc.boolean(), (root, wanted) => {
        const turns = fewestTurns(root, wanted).map(({ id }) => id);
        expect(after(root, new Set(turns))).toBe(wanted);
        const leaves = leavesOf(root).slice(0, 9);
        if (leaves.length !== leavesOf(root).length) return;
        for (let mix = 0; mix < 2 ** leaves.length; mix += 1) {
          const chosen = leaves.filter((_, at) => mix & (1 << at)).map(({ id }) => id);
          if (chosen.length < turns.length) expect(after(root, new Set(chosen))).toBe(!wanted);
        }
      }),
      { seed: 20_261_127, numRuns: 400 },
    );
  });
});
