import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SegmentDefinition } from './ast.ts';
import type { Draft, DraftGroup, DraftRule } from './draft.ts';
import { withNewIds } from './edit/duplicate-rule.ts';
import { allNodes } from './edit/tree.ts';
import { parseDefinition } from './parse.ts';
import { parseDraft } from './parse-draft.ts';
import { arbitraryDefinition } from './testing/arbitrary-rule.ts';
import { all, any, definition, has, is, none, where } from './testing/rule-makers.ts';
import { catalogWith } from './testing/workspace.ts';
import { toDefinition } from './to-definition.ts';
import { toDraft } from './to-draft.ts';

const catalog = catalogWith();
const retail = () => is('industry', 'in', ['Retail']);
const unfinished = () => is('employees', 'between');
const muted = (rule: DraftRule): DraftRule => ({ ...rule, muted: true });
const draft = (op: DraftGroup['op'], ...rules: DraftRule[]): Draft => ({
  version: 1,
  entity: 'account',
  root: { id: 'root', kind: 'group', op, rules },
});
/** The operator and what stands in the group, by field or kind. */
function shape(group: SegmentDefinition['root']): unknown[] {
  const name = (rule: (typeof group.rules)[number]) =>
    rule.kind === 'group' ? shape(rule) : rule.kind === 'field' ? rule.field : rule.kind;
  return [group.op, ...group.rules.map(name)];
}

describe('toDefinition', () => {
  it('leaves out what is muted or unfinished, and says so in words', () => {
    const { definition: made, omitted } = toDefinition(
      draft('all', retail(), muted(is('name', 'notEmpty')), unfinished(), is('custom.gone', 'eq', 'x')),
      catalog,
    );
    expect(shape(made.root)).toEqual(['all', 'industry']);
    expect(omitted.map(({ reason, message }) => [reason, message])).toEqual([
      ['muted', 'Muted.'],
      ['unfinished', '"Employees between" needs two numbers (got nothing).'],
      ['unfinished', 'There is no account field "custom.gone".'],
    ]);
  });

  it('leaves out a group that this empties, up to the root', () => {
    const { definition: made, omitted } = toDefinition(
      draft('any', any(none(muted(retail()) as ReturnType<typeof retail>))),
      catalog,
    );
    expect(made.root).toEqual({ id: 'root', kind: 'group', op: 'all', rules: [] });
    expect(omitted.map(({ reason }) => reason)).toEqual(['muted', 'emptied', 'emptied']);
  });

  it('leaves out a group that holds nothing yet, so that drawing one changes no count', () => {
    expect(shape(toDefinition(draft('all', retail(), any()), catalog).definition.root)).toEqual([
      'all',
      'industry',
    ]);
  });

  it('leaves out a related condition of whose where nothing is left, rather than asking for any row', () => {
    const uses = has('technology', { where: where('all', is('name', 'in')) });
    expect(shape(toDefinition(draft('all', retail(), uses), catalog).definition.root)).toEqual([
      'all',
      'industry',
    ]);
    const hiring = has('signal', { where: where('all', is('type', 'eq', 'hiring'), is('topic', 'in')) });
    const { definition: made, omitted } = toDefinition(draft('all', hiring), catalog);
    expect(made.root.rules).toMatchObject([{ where: { rules: [{ field: 'type' }] } }]);
    expect(omitted).toHaveLength(1);
  });

  it('never makes a definition that the parser refuses, whatever was muted or emptied', () => {
    const holes = fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 5 });
    fc.assert(
      fc.property(arbitraryDefinition('account', { withSegments: false }), holes, (rule, chosen) => {
        let made = 0;
        const root = withNewIds(toDraft(rule).root, () => `i${made++}`);
        const marks = new Map(chosen.map(([at, isMuted]) => [`i${at}`, isMuted]));
        const damaged = JSON.parse(JSON.stringify(root), (_, node: Record<string, unknown>) => {
          const mark = marks.get(String(node?.id));
          if (mark === undefined) return node;
          return mark
            ? { ...node, muted: true }
            : node.kind === 'field'
              ? { ...node, value: undefined }
              : node;
        }) as DraftGroup;
        const { definition: result, omitted } = toDefinition({ ...draft('all'), root: damaged }, catalog);
        const parsed = parseDefinition(result, catalog, { knownValues: () => ({ has: () => true }) });
        expect(parsed.ok ? [] : parsed.error).toEqual([]);
        const ids = allNodes(damaged).map(({ id }) => id);
        expect(omitted.every(({ id }) => ids.includes(id))).toBe(true);
      }),
    );
  });

  it('gives a finished definition back', () => {
    const finished = definition(
      all(
        retail(),
        any(is('employees', 'gte', 1)),
        has('signal', { where: where('any', is('type', 'eq', 'x')) }),
      ),
    );
    expect(toDefinition(toDraft(finished), catalog)).toEqual({ definition: finished, omitted: [] });
  });
});

describe('parseDraft', () => {
  it('keeps unknown fields and missing values, so that they can be shown broken', () => {
    const stored = draft('all', is('custom.gone', 'eq', 'x'), muted(unfinished()), {
      id: 's',
      kind: 'segment',
      member: true,
    });
    expect(parseDraft(JSON.parse(JSON.stringify(stored)))).toEqual({ ok: true, value: stored });
  });

  it('refuses what is no draft', () => {
    const heap = draft('all', retail(), { ...retail(), id: 'root' });
    for (const input of [
      null,
      1,
      {},
      draft('all', { id: 'x' } as never),
      draft('all', { ...retail(), operator: 'like' } as never),
      heap,
    ]) {
      expect(parseDraft(input).ok).toBe(false);
    }
    let deep: unknown = retail();
    for (let level = 0; level < 100_000; level += 1)
      deep = { id: `${level}`, kind: 'group', op: 'all', rules: [deep] };
    expect(parseDraft(deep).ok).toBe(false);
  });
});
