import { type Connection, store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { recordFields } from '../records/record-fields.ts';
import { fewestTurns } from '#lib/rules/way-in.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
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
import { pinLabels, pinWords, pinningOf, withoutIdlePins } from './explain-pins.ts';
import { readAsOf } from './preview.ts';
import { conditionWords, describeContext } from './rule-words.ts';
import { requireDefinition } from './segment-rules.ts';
import { publishedRule, requireSegment, storedDraft } from './segment-view.ts';

export type ExplainInput = {
  definition?: unknown;
  segmentId?: string | undefined;
  isDraft?: boolean | undefined;
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
      found.set(id, { kind: 'group', op: rule.op, label: groupLabels[rule.op], field: null });
      for (const child of rule.rules) walk(child, entity, prefix, depth);
      return;
    }
    const field = rule.kind === 'field' ? fieldKey(rule.field, entity) : null;
    found.set(id, { kind: rule.kind, op: null, label: conditionWords(rule, entity, context), field });
    if (rule.kind !== 'segment' || depth > MOST_REFERENCES) return;
    const referenced = publishedRule(requireSegment(connection, rule.segmentId));
    if (!referenced) return;
    addPins(`${id}/${referenced.root.id}`, rule.segmentId, referenced.entity);
    walk(referenced.root, referenced.entity, `${id}/`, depth + 1);
  };
  walk(definition.root, definition.entity, '', 0);
  return found;
}

type LabelledRule = Pick<ExplainedRule, 'kind' | 'op' | 'label' | 'field'> & {
  pinsOf?: { segmentId: string; entity: RootEntity };
};

const MOST_REFERENCES = 10;
const groupLabels = { all: 'All of', any: 'Any of', none: 'None of' } as const;

/** `industry` of an account → `account.industry`; a contact's `account.industry` is that already. */
function fieldKey(field: string, entity: RootEntity): string {
  return field.startsWith('account.') ? field : `${entity}.${field}`;
}

type Sources = (fieldKey: string) => ExplainedRule['source'];

type PinWords = (pinsOf: NonNullable<LabelledRule['pinsOf']>) => string | null;

function labelled(
  node: ExplainedNode,
  rules: Map<string, LabelledRule>,
  say: { sources: Sources; words: PinWords },
): ExplainedRule {
  const known = rules.get(node.id) ?? { kind: 'field' as const, op: null, label: node.id, field: null };
  const { pinsOf, ...rule } = known;
  const actual = pinsOf && rule.kind === 'pinned' ? say.words(pinsOf) : node.actual;
  const source = rule.field === null ? null : say.sources(rule.field);
  const children = node.children.map((child) => labelled(child, rules, say));
  return { ...node, ...rule, actual, source, children };
}

/** Where the values of a record and, for a contact, of its account came from. */
function sourcesOf(connection: Connection, entity: RootEntity, rowId: number): Sources {
  const catalog = loadCatalog(connection);
  const own = recordFields(connection, catalog, entity, rowId);
  const accountId = entity === 'contact' ? own?.row.account_id : null;
  const account =
    accountId === null || accountId === undefined
      ? null
      : recordFields(connection, catalog, 'account', Number(accountId));
  const all = [
    ...(own?.fields.map((field) => [`${entity}.${field.key}`, field.source] as const) ?? []),
    ...(account?.fields.map((field) => [`account.${field.key}`, field.source] as const) ?? []),
  ];
  const byKey = new Map<string, ExplainedRule['source']>(all);
  return (key) => byKey.get(key) ?? null;
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
  if (input.isDraft) {
    const { definition } = toDefinition(storedDraft(row), loadCatalog(connection));
    return {
      definition: requireDefinition(connection, definition, { where: '/definition' }),
      segment: { id: input.segmentId, name: row.name },
    };
  }
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
  const words: PinWords = ({ segmentId, entity }) =>
    entity === definition.entity ? pinWords(connection, { segmentId, recordRowId: rowId, asOf }) : null;
  const sources = sourcesOf(connection, definition.entity, rowId);
  const explained = withoutIdlePins(
    labelled(tree, rulesById(describeContext(connection), definition, input.segmentId), { sources, words }),
  );
  return {
    record: { id: toPublicId(definition.entity, rowId), name },
    segment,
    isMember: tree.outcome,
    tree: explained,
    wayIn: fewestTurns(explained, true),
    pinning:
      input.segmentId === undefined
        ? null
        : pinningOf(ctx, { segmentId: input.segmentId, recordRowId: rowId, asOf }),
    asOf,
  };
}
