import type { Rule } from '../ast.ts';
import { type Change, compareDefinitions } from '../compare.ts';
import { type DescribeContext, describeConditionTokens, describeTokens, type Token } from '../describe.ts';
import { phrase } from '../describe/phrase.ts';
import type { Draft, DraftRule } from '../draft.ts';
import { toDefinition } from '../to-definition.ts';
import { placedIn } from './placed.ts';

function unmuted<Node extends DraftRule>(node: Node): Node {
  const { muted: _muted, ...rest } = node as DraftRule;
  return (rest.kind === 'group' ? { ...rest, rules: rest.rules.map(unmuted) } : rest) as Node;
}

/** A condition or a group by itself, muted or not. */
export function nodeTokens(node: DraftRule, entity: Draft['entity'], context: DescribeContext): Token[] {
  const alone: Draft = {
    version: 1,
    entity,
    root: { id: 'alone', kind: 'group', op: 'all', rules: [unmuted(node)] },
  };
  const { definition } = toDefinition(alone, context.catalog);
  const rule: Rule | undefined = definition.root.rules[0];
  if (!rule) return phrase('An unfinished condition');
  return rule.kind === 'group'
    ? describeTokens(definition, context)
    : describeConditionTokens(rule, entity, context);
}

/** What was muted, or is counted again. */
function muteChanges(before: Draft, after: Draft, context: DescribeContext): Change[] {
  const was = placedIn(before.root);
  return [...placedIn(after.root)].flatMap(([id, { node }]): Change[] => {
    const old = was.get(id)?.node;
    if (!old || (old.muted ?? false) === (node.muted ?? false)) return [];
    const text = phrase(
      nodeTokens(node, after.entity, context),
      node.muted ? ', now muted' : ', no longer muted',
    );
    return [{ kind: 'changed', text }];
  });
}

/** Conditions that are new and have no value yet, which no sentence can say. */
function unfinishedChanges(before: Draft, after: Draft, context: DescribeContext): Change[] {
  const was = placedIn(before.root);
  const { omitted } = toDefinition({ ...after, root: unmuted(after.root) }, context.catalog);
  const isNew = omitted.filter(({ id, reason }) => reason === 'unfinished' && !was.has(id));
  return isNew.map(() => ({ kind: 'added', text: phrase('An unfinished condition') }));
}

/** What changed from one draft to another in words, muted and unfinished conditions included. */
export function draftChanges(before: Draft, after: Draft, context: DescribeContext): Change[] {
  const [old, now] = [before, after].map(
    (one) => toDefinition({ ...one, root: unmuted(one.root) }, context.catalog).definition,
  );
  return [
    ...(old && now ? compareDefinitions(old, now, context) : []),
    ...muteChanges(before, after, context),
    ...unfinishedChanges(before, after, context),
  ];
}
