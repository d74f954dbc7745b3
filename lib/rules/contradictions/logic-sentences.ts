import type { Condition, FieldCondition, SegmentDefinition } from '../ast.ts';
import { type DescribeContext, describeCondition } from '../describe.ts';
import type { Draft } from '../draft.ts';
import { removeRule } from '../edit/remove-rule.ts';
import { type DraftNode, findNode, findParent } from '../edit/tree.ts';
import { entityOf } from '../edit/set-operator.ts';
import { updateRule } from '../edit/update-rule.ts';
import type { Finding, Fix } from './finding.ts';
import type { LogicFinding } from './logic.ts';

const groupNames = { all: 'all of these', any: 'any of these', none: 'none of these' } as const;

type Told = { draft: Draft; words: DescribeContext };

function nodeText(id: string, { draft, words }: Told): string {
  const node = findNode(draft, id);
  if (!node) return 'what stands around it';
  if (node.kind === 'group') return `the group “${groupNames[node.op]}”`;
  return `“${describeCondition(node as Condition, entityOf(draft, id), words)}”`;
}

function listed(ids: readonly string[], told: Told): string {
  const names = [...new Set(ids.map((id) => nodeText(id, told)))];
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isEqualTo(node: DraftNode | null): node is FieldCondition {
  return (
    node?.kind === 'field' && (node.operator === 'eq' || node.operator === 'in') && node.value !== undefined
  );
}

/** Two lists of one field in an `all` group were meant as one: `is US` and `is DE` → `is any of US, DE`. */
function mergeFix(draft: Draft, { at, because }: LogicFinding): Fix | null {
  const [other, ...more] = because;
  const [first, second] = [other === undefined ? null : findNode(draft, other), findNode(draft, at)];
  const isMeant = more.length === 0 && isEqualTo(first) && isEqualTo(second) && first.field === second.field;
  if (!isMeant || findParent(draft, first.id)?.parent !== findParent(draft, second.id)?.parent) return null;
  const texts = [first, second].flatMap(({ value }) => value as string | string[]);
  if (texts.some((text) => typeof text !== 'string')) return null;
  return {
    label: 'Match either',
    apply: (now) =>
      removeRule(
        updateRule(
          now,
          first.id,
          (node) => ({ ...node, operator: 'in', value: [...new Set(texts)] }) as DraftNode,
        ),
        second.id,
      ),
  };
}

function removeFix(id: string, label: string): Fix {
  return { label, apply: (draft) => removeRule(draft, id) };
}

function neverTrue(found: LogicFinding, told: Told): string {
  const { of, at, because } = found;
  const own = nodeText(at, told);
  if (because.length === 0) return `Nobody can match ${own}.`;
  const parent = findParent(told.draft, at)?.parent;
  if (of !== at && parent?.kind === 'group' && parent.op === 'none') {
    return `Everybody matches ${own} or ${listed(because, told)}, so nobody is left.`;
  }
  const nobody = of === told.draft.root.id ? 'the segment is empty' : 'its group matches nobody';
  if (because.length === 1) return `Nobody can match both ${listed(because, told)} and ${own}, so ${nobody}.`;
  return `Nobody who matches ${listed(because, told)} can match ${own} too, so ${nobody}.`;
}

function alwaysTrue(found: LogicFinding, told: Told): string {
  const { of, at, because } = found;
  if (of === at) return `Everybody matches ${nodeText(at, told)}, so it keeps nobody out.`;
  if (because.length === 0) return `Everybody matches ${nodeText(at, told)}, so its group keeps nobody out.`;
  return `Everybody matches ${nodeText(at, told)} or ${listed(because, told)}, so the group keeps nobody out.`;
}

function groupOf(id: string, { draft }: Told) {
  const parent = findParent(draft, id)?.parent;
  return parent?.kind === 'group' ? parent : null;
}

/** Whether the nodes stand in one group that takes whoever matches any of them. */
function isAlternative(found: LogicFinding, told: Told): boolean {
  const parent = groupOf(found.at, told);
  return parent !== null && parent.op !== 'all';
}

function redundant(found: LogicFinding, told: Told): string {
  const because = listed(found.because, told);
  if (!isAlternative(found, told)) {
    // What stands in another way in is no reason by being matched: there it is said without naming why.
    const isMatched = found.because.every((id) => groupOf(id, told)?.op === 'all');
    return isMatched
      ? `Needless: whoever matches ${because} matches this too.`
      : `Needless: beside ${because} this keeps no one else out.`;
  }
  const parent = findParent(told.draft, found.at)?.parent;
  const isNone = parent?.kind === 'group' && parent.op === 'none';
  const isBeside = found.because.every((id) => findParent(told.draft, id)?.parent === parent);
  if (!isBeside) return `Needless: beside ${because} nobody can match it.`;
  return `Needless: ${because} already ${isNone ? (found.because.length === 1 ? 'keeps' : 'keep') : found.because.length === 1 ? 'lets' : 'let'} ${isNone ? 'all of them out' : 'all of them in'}.`;
}

/** What logic found, as a person reads it, with one step that sets it right. */
export function tellLogic(
  found: LogicFinding,
  definition: SegmentDefinition,
  draft: Draft,
  words: DescribeContext,
): Finding {
  // Told of what is counted: nodes that are left out are not in the definition.
  const told: Told = { draft: definition as Draft, words };
  const { code, of, at, because } = found;
  const base = { code, id: at, others: because };
  switch (code) {
    case 'neverTrue': {
      const merge = of === at ? null : mergeFix(draft, found);
      const fix = at === definition.root.id ? null : (merge ?? removeFix(at, 'Remove it'));
      return { ...base, message: capitalised(neverTrue(found, told)), fix };
    }
    case 'alwaysTrue': {
      const isRoot = of === definition.root.id;
      const label = of === at ? 'Remove it' : 'Remove the group';
      return {
        ...base,
        message: capitalised(alwaysTrue(found, told)),
        fix: isRoot ? null : removeFix(of, label),
      };
    }
    case 'redundant':
      return { ...base, message: redundant(found, told), fix: removeFix(of, 'Remove it') };
  }
}
