import type { Condition, Group, GroupOperator, Rule, SegmentDefinition } from './ast.ts';
import { canonicalText } from './canonical.ts';
import type { DescribeContext, Token } from './describe.ts';
import { describeConditionTokens } from './describe.ts';
import { phrase, strong } from './describe/phrase.ts';
import { digest } from './digest.ts';

/** One change between two definitions, in words. */
export type Change = { kind: 'added' | 'removed' | 'changed' | 'moved' | 'regrouped'; text: Token[] };

type Placed<Node> = { node: Node; parent: string; op: GroupOperator | null };
type Parts = { conditions: Map<string, Placed<Condition>>; groups: Map<string, Placed<Group>> };

const groupWords: Record<GroupOperator, string> = {
  all: 'all of these',
  any: 'any of these',
  none: 'none of these',
};

function partsOf(definition: SegmentDefinition): Parts {
  const parts: Parts = { conditions: new Map(), groups: new Map() };
  const visit = (rule: Rule, parent: string, op: GroupOperator | null) => {
    if (rule.kind !== 'group') {
      parts.conditions.set(rule.id, { node: rule, parent, op });
      return;
    }
    parts.groups.set(rule.id, { node: rule, parent, op });
    for (const child of rule.rules) visit(child, rule.id, rule.op);
  };
  visit(definition.root, '', null);
  return parts;
}

/** Pairs conditions by id, then those left over that say the same thing in a group of the same kind. */
function paired(before: Parts, after: Parts) {
  const pairs: { old: Placed<Condition>; now: Placed<Condition>; byId: boolean }[] = [];
  const added: Placed<Condition>[] = [];
  const old = new Map(before.conditions);
  for (const [id, now] of after.conditions) {
    const same = old.get(id);
    if (same) pairs.push({ old: same, now, byId: true });
    else added.push(now);
    old.delete(id);
  }
  const stillAdded = added.filter((now) => {
    const twin = [...old].find(
      ([, candidate]) => candidate.op === now.op && canonicalText(candidate.node) === canonicalText(now.node),
    );
    if (!twin) return true;
    old.delete(twin[0]);
    pairs.push({ old: twin[1], now, byId: false });
    return false;
  });
  return { pairs, added: stillAdded, removed: [...old.values()] };
}

/**
 * What changed from one definition to the next, condition by condition: nothing when they mean the same.
 * Without a definition before, everything is new.
 */
export function compareDefinitions(
  before: SegmentDefinition | null,
  after: SegmentDefinition,
  context: DescribeContext,
): Change[] {
  if (before && digest(before) === digest(after)) return [];
  const entity = after.entity;
  const say = (condition: Condition) => describeConditionTokens(condition, entity, context);
  const old: Parts = before ? partsOf(before) : { conditions: new Map(), groups: new Map() };
  const now = partsOf(after);
  const { pairs, added, removed } = paired(old, now);
  const changes: Change[] = removed.map(({ node }) => ({ kind: 'removed', text: say(node) }));
  for (const { old: was, now: is, byId } of pairs) {
    if (canonicalText(was.node) !== canonicalText(is.node)) {
      changes.push({ kind: 'changed', text: phrase(say(was.node), ' → ', say(is.node)) });
    } else if (byId && was.parent !== is.parent && is.op) {
      changes.push({ kind: 'moved', text: phrase(say(is.node), ' moved to ', strong(groupWords[is.op])) });
    }
  }
  for (const { node } of added) changes.push({ kind: 'added', text: say(node) });
  for (const [id, { node }] of now.groups) {
    const was = old.groups.get(id)?.node.op;
    if (was && was !== node.op) {
      changes.push({
        kind: 'regrouped',
        text: phrase(strong(groupWords[was]), ' became ', strong(groupWords[node.op])),
      });
    }
  }
  if (changes.length === 0)
    changes.push({ kind: 'regrouped', text: phrase('The conditions are grouped in another way') });
  return changes;
}
