import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { write } from '#db/write.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { countsOnly } from '#lib/evaluator/contract.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { type Field, findField } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { addSegment, freeName } from './add-segment.ts';
import { getSegment } from './get.ts';
import { publishSegment } from './publish.ts';
import { publishedRule, requireSegment, type SegmentView } from './segment-view.ts';

export type SplitChoice = { value: string; label: string; count: number };
export type SplitChoices = {
  field: string;
  label: string;
  members: number;
  choices: SplitChoice[];
  /** Members without a value in this field: no child would hold them. */
  missing: number;
};

const MOST_CHILDREN = 50;
/** Types whose values are few enough to make a segment each. */
export const splittable: readonly Field['type'][] = ['category', 'ref', 'tags', 'boolean'];

function requireParentRule(row: SegmentRow): SegmentDefinition {
  const definition = publishedRule(row);
  if (definition) return definition;
  throw appError('invalid', `Publish "${row.name}" before you split it: its children ask who is in it.`);
}

function requireSplitField(row: SegmentRow, key: string): Field {
  const field = findField(loadCatalog(store().connection), row.entity, key);
  if (!field) throw appError('invalid', `There is no field "${key}".`);
  if (splittable.includes(field.type)) return field;
  throw appError(
    'invalid',
    `"${field.label}" has no list of values to split by. Choose a category, a list or an owner.`,
  );
}

/** The values of a field among a published segment's members, commonest first, to choose children from. */
export async function splitChoices(ctx: Context, id: string, fieldKey: string): Promise<SplitChoices> {
  requireCan(ctx.actor, 'segments.read');
  const row = requireSegment(store().connection, id);
  const definition = requireParentRule(row);
  const field = requireSplitField(row, fieldKey);
  const question = { definition, segmentId: id, asOf: ctx.now, now: ctx.now, scope: scopeOf(ctx.actor) };
  const preview = await evaluator().preview({ ...countsOnly(question), breakdowns: [fieldKey] });
  const rows = preview.breakdowns[fieldKey] ?? [];
  return {
    field: fieldKey,
    label: field.label,
    members: preview.count,
    choices: rows.flatMap(({ value, label, count }) => (value === null ? [] : [{ value, label, count }])),
    missing: rows.find((choice) => choice.value === null)?.count ?? 0,
  };
}

function childDraft(ctx: Context, parent: SegmentRow, field: Field, key: string, value: string): Draft {
  const id = ctx.newId();
  const condition =
    field.type === 'boolean'
      ? {
          id,
          kind: 'field' as const,
          field: key,
          operator: value === 'false' ? ('isFalse' as const) : ('isTrue' as const),
        }
      : field.type === 'tags'
        ? { id, kind: 'field' as const, field: key, operator: 'hasAny' as const, value: [value] }
        : { id, kind: 'field' as const, field: key, operator: 'eq' as const, value };
  return {
    version: 1,
    entity: parent.entity,
    root: {
      id: ctx.newId(),
      kind: 'group',
      op: 'all',
      rules: [
        { id: ctx.newId(), kind: 'segment', segmentId: toPublicId('segment', parent.id), member: true },
        condition,
      ],
    },
  };
}

/**
 * One child segment per value: "in the parent, and the field is that value". Drafts, or published at once when asked.
 * Throws `invalid` for an unpublished parent, a field without values, no or too many values.
 */
export async function splitSegment(
  ctx: Context,
  id: string,
  input: {
    field: string;
    values: { value: string; name?: string | undefined }[];
    publish?: boolean | undefined;
  },
): Promise<SegmentView[]> {
  requireCan(ctx.actor, 'segments.edit');
  if (input.publish) requireCan(ctx.actor, 'segments.publish');
  const row = requireSegment(store().connection, id);
  requireParentRule(row);
  const field = requireSplitField(row, input.field);
  if (input.values.length === 0) throw appError('invalid', 'Choose at least one value to split by.');
  if (input.values.length > MOST_CHILDREN) {
    throw appError(
      'invalid',
      `A split makes ${MOST_CHILDREN} segments at most (got ${input.values.length}).`,
    );
  }
  const ids = await write(ctx, (tx) =>
    input.values.map(({ value, name }) =>
      addSegment(
        tx,
        {
          name: freeName(tx.connection, name?.trim() || `${row.name} · ${value}`),
          description: null,
          entity: row.entity,
          parentId: row.id,
          ownerUserId: ctx.actor.userId,
          tierId: null,
          draft: JSON.stringify(childDraft(ctx, row, field, input.field, value)),
        },
        ctx.now,
      ),
    ),
  );
  const children: SegmentView[] = [];
  for (const childId of ids) {
    const publicId = toPublicId('segment', childId);
    if (input.publish)
      await publishSegment(ctx, publicId, { note: `Split from ${row.name} by ${field.label}` });
    children.push(getSegment(ctx, publicId));
  }
  return children;
}
