import { store } from '#db/client.ts';
import { findAccountInScope } from '#db/queries/accounts/scope-filter.ts';
import { findContactForScope } from '#db/queries/contacts/contact-for-scope.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { ExplainedNode } from '#lib/evaluator/contract.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { FieldGroup, RootEntity, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { ExplainedRule, Explanation } from '#lib/shared/segment-activity-shapes.ts';
import { pinLabels, pinWords, withoutIdlePins } from './explain-pins.ts';
import { readAsOf } from './preview.ts';
import { conditionWords, describeContext } from './rule-words.ts';
import { requireDefinition } from './segment-rules.ts';
import { publishedRule, requireSegment } from './segment-view.ts';

export type ExplainInput = {
  definition?: unknown;
  segmentId?: string | undefined;
  recordId: string;
  asOf?: string | undefined;
};

/** Name and row id of the record; throws `not_found`, and `forbidden` outside the actor's book. */
function requireRecord(ctx: Context, entity: RootEntity, id: string): { rowId: number; name: string } {
  const { connection } = store();
  const rowId = toRowId(entity, id);
  const scope = scopeOf(ctx.actor);
  const found =
    entity === 'account'
      ? findAccountInScope(connection, scope, rowId)
      : findContactForScope(connection, scope, rowId);
  if (!found) throw appError('not_found', `There is no ${entity} "${id}".`);
  if (!found.isInScope) throw appError('forbidden', `"${found.name}" is not in your book.`);
  return { rowId, name: found.name };
}

/** Rules by node id, those of a referenced segment below `<id of the condition>/`; pins with whose they are. */
function rulesById(
  context: DescribeContext,
  definition: SegmentDefinition,
  segmentId: string | undefined,
): Map<string, LabelledRule> {
  const found = new Map<string, LabelledRule>();
  const addPins = (root: string, pinsOf: string, entity: RootEntity) => {
    for (const [id, rule] of pinLabels(root))
      found.set(id, { ...rule, pinsOf: { segmentId: pinsOf, entity } });
  };
  if (segmentId !== undefined) addPins(definition.root.id, segmentId, definition.entity);
  const { connection } = store();
  const walk = (rule: Rule | FieldGroup, entity: RootEntity, prefix: string, depth: number) => {
    const id = prefix + rule.id;
    if (rule.kind === 'group') {
      found.set(id, { kind: 'group', op: rule.op, label: groupLabels[rule.op] });
      for (const child of rule.rules) walk(child, entity, prefix, depth);
      return;
    }
    found.set(id, { kind: rule.kind, op: null, label: conditionWords(rule, entity, context) });
    if (rule.kind !== 'segment' || depth > MOST_REFERENCES) return;
    const referenced = publishedRule(requireSegment(connection, rule.segmentId));
    if (!referenced) return;
    addPins(`${id}/${referenced.root.id}`, rule.segmentId, referenced.entity);
    walk(referenced.root, referenced.entity, `${id}/`, depth + 1);
  };
  walk(definition.root, definition.entity, '', 0);
  return found;
}

type LabelledRule = Pick<ExplainedRule, 'kind' | 'op' | 'label'> & {
  pinsOf?: { segmentId: string; entity: RootEntity };
};

const MOST_REFERENCES = 10;
const groupLabels = { all: 'All of', any: 'Any of', none: 'None of' } as const;

type PinWords = (pinsOf: NonNullable<LabelledRule['pinsOf']>) => string | null;

function labelled(node: ExplainedNode, rules: Map<string, LabelledRule>, words: PinWords): ExplainedRule {
  const known = rules.get(node.id) ?? { kind: 'field' as const, op: null, label: node.id };
  const { pinsOf, ...rule } = known;
  const actual = pinsOf && rule.kind === 'pinned' ? words(pinsOf) : node.actual;
  return { ...node, ...rule, actual, children: node.children.map((child) => labelled(child, rules, words)) };
}

function definitionOf(input: ExplainInput): {
  definition: SegmentDefinition;
  segment: Explanation['segment'];
} {
  const { connection } = store();
  if (input.definition === undefined && input.segmentId === undefined) {
    throw appError('invalid', 'Name a segment or send a definition.');
  }
  if (input.segmentId !== undefined) requireSegment(connection, input.segmentId);
  if (input.definition !== undefined || input.segmentId === undefined) {
    return {
      definition: requireDefinition(connection, input.definition, { where: '/definition' }),
      segment: null,
    };
  }
  const row = requireSegment(connection, input.segmentId);
  const definition = publishedRule(row);
  if (!definition) throw appError('invalid', `"${row.name}" was never published, so nobody is in it yet.`);
  return { definition, segment: { id: input.segmentId, name: row.name } };
}

/** Why a record is in or out: the rule's tree with outcome, whether it was known, and the record's own value. */
export async function explainMembership(ctx: Context, input: ExplainInput): Promise<Explanation> {
  requireCan(ctx.actor, 'segments.preview');
  const { definition, segment } = definitionOf(input);
  const { rowId, name } = requireRecord(ctx, definition.entity, input.recordId);
  const asOf = readAsOf(ctx, input.asOf);
  const tree = await evaluator().explain(
    { definition, segmentId: input.segmentId, asOf, now: ctx.now, scope: scopeOf(ctx.actor) },
    rowId,
  );
  const { connection } = store();
  const rules = rulesById(describeContext(connection), definition, input.segmentId);
  const words: PinWords = ({ segmentId, entity }) =>
    entity === definition.entity ? pinWords(connection, { segmentId, recordRowId: rowId, asOf }) : null;
  return {
    record: { id: toPublicId(definition.entity, rowId), name },
    segment,
    isMember: tree.outcome,
    tree: withoutIdlePins(labelled(tree, rules, words)),
    asOf,
  };
}
