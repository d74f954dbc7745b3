import type { GroupOperator, RootEntity } from '#lib/rules/ast.ts';
import type { RelatedAtom, Relational } from '#lib/rules/relational.ts';
import type {
  ResolvedDefinition,
  ResolvedField,
  ResolvedPinned,
  ResolvedRelated,
  ResolvedRule,
  ResolvedSegment,
} from '#lib/rules/resolved.ts';
import { entityOf, localKey } from '#lib/rules/resolved-fields.ts';
import { knownToRelational, measureToRelational, ruleToRelational } from '#lib/rules/to-relational.ts';

/** A definition's nodes, each with its relational form, so that one can be asked, flipped or left out by itself. */
export type GroupNode = { id: string; kind: 'group'; op: GroupOperator; children: RuleNode[] };

export type ConditionNode = {
  id: string;
  kind: 'condition';
  rule: ResolvedField | ResolvedRelated;
  form: Relational;
  /** Records whose value is known, and the field that a missing one would be of; null when nothing can be missing. */
  known: { form: Relational; field: string } | null;
  /** What a related condition measures; null for a field. */
  measured: RelatedAtom | null;
};

export type SegmentNode = {
  id: string;
  kind: 'segment';
  rule: ResolvedSegment;
  form: Relational;
  /** The referenced rule, for what is unknown in it; null for a change of membership. */
  referenced: GroupNode | null;
  /** Records that the referenced rule can be asked of (contacts with an account), or null = all. */
  linked: Relational | null;
};

/** What a segment's pins say; no condition of its rule. */
export type PinnedNode = { id: string; kind: 'pinned'; rule: ResolvedPinned; form: Relational };

export type RuleNode = GroupNode | ConditionNode | SegmentNode | PinnedNode;

/** The field as rules of the definition name it. */
function shownField(key: string, root: RootEntity): string {
  return entityOf(key) === root ? localKey(key) : key;
}

function nodeOf(rule: ResolvedRule, definition: ResolvedDefinition, entity: RootEntity): RuleNode {
  if (rule.kind === 'group') {
    const children = rule.rules.map((child) => nodeOf(child, definition, entity));
    return { id: rule.id, kind: 'group', op: rule.op, children };
  }
  const form = ruleToRelational(rule, definition, entity);
  if (rule.kind === 'pinned') return { id: rule.id, kind: 'pinned', rule, form };
  if (rule.kind === 'segment') {
    return {
      id: rule.id,
      kind: 'segment',
      rule,
      form,
      referenced: rule.rule ? (nodeOf(rule.rule, definition, rule.entity) as GroupNode) : null,
      linked: rule.entity === 'account' && definition.entity === 'contact' ? { kind: 'linked' } : null,
    };
  }
  const known = knownToRelational(rule, definition, entity);
  const field =
    rule.kind === 'field'
      ? rule.field
      : `${rule.entity}.${'field' in rule.measure ? rule.measure.field : ''}`;
  return {
    id: rule.id,
    kind: 'condition',
    rule,
    form,
    known: known && { form: known, field: shownField(field, definition.entity) },
    measured: rule.kind === 'related' ? measureToRelational(rule, definition, entity) : null,
  };
}

export function ruleTree(definition: ResolvedDefinition): GroupNode {
  return nodeOf(definition.root, definition, definition.entity) as GroupNode;
}

/** All nodes of the definition itself (not of the segments it names, nor of pins), the root first. */
export function nodesOf(root: RuleNode): RuleNode[] {
  if (root.kind === 'pinned') return [];
  return root.kind === 'group' ? [root, ...root.children.flatMap(nodesOf)] : [root];
}

/** Forms that a full answer needs, those of referenced rules included. */
export function formsOf(root: RuleNode): Relational[] {
  if (root.kind === 'group') return root.children.flatMap(formsOf);
  if (root.kind === 'pinned') return [root.form];
  if (root.kind === 'condition') return root.known ? [root.form, root.known.form] : [root.form];
  return [
    root.form,
    ...(root.linked ? [root.linked] : []),
    ...(root.referenced ? formsOf(root.referenced) : []),
  ];
}
