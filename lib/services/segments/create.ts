import type { Connection } from '#db/client.ts';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { readRule } from '#lib/rules/forms/read-rule.ts';
import { toDraft } from '#lib/rules/to-draft.ts';
import { requireTier, requireTierable } from '#lib/services/tiers/tier-view.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { NewSegmentInput } from '#lib/shared/segment-shapes.ts';
import { addSegment, requireFreeName } from './add-segment.ts';
import { getSegment } from './get.ts';
import { draftFromList } from './from-list.ts';
import { draftFromTemplate } from './from-template.ts';
import { invalidRule, requireDefinition, requireDraft } from './segment-rules.ts';
import { requireSegment, type SegmentView, storedDraft } from './segment-view.ts';

type Start = { draft: Draft; notFound?: string[]; unreadable?: string[] };

export function blankDraft(ctx: Context, entity: Draft['entity'] = 'account'): Draft {
  return { version: 1, entity, root: { id: ctx.newId(), kind: 'group', op: 'all', rules: [] } };
}

function pastedDraft(ctx: Context, connection: Connection, input: NewSegmentInput): Draft {
  const catalog = loadCatalog(connection);
  const where = '/pastedRule';
  const { entity = 'account' } = input;
  const { timeZone, fiscalYearStartMonth } = workspaceSettings(connection);
  const calendar = { timeZone, fiscalYearStartMonth };
  const read = readRule(input.pastedRule, { catalog, entity, newId: ctx.newId, asOf: ctx.now, calendar });
  if (!read.ok) throw invalidRule(read.error, where);
  return toDraft(requireDefinition(connection, read.value, { catalog, where }));
}

/** The other segment's rule; a fixed list has none, so the draft asks about the list. */
function draftFromSegment(ctx: Context, connection: Connection, segmentId: string): Draft {
  const row = requireSegment(connection, segmentId);
  if (row.kind === 'rule') return storedDraft(row);
  const blank = blankDraft(ctx, row.entity);
  const isIn = { id: ctx.newId(), kind: 'segment' as const, segmentId, member: true };
  return { ...blank, root: { ...blank.root, rules: [isIn] } };
}

/** The draft that the request starts from: at most one of its ways is named. */
function startOf(ctx: Context, connection: Connection, input: NewSegmentInput): Start {
  const ways = ['definition', 'draft', 'pastedRule', 'templateId', 'fromSegmentId', 'domainsOrIds'] as const;
  const named = ways.filter((way) => input[way] !== undefined);
  if (named.length > 1) {
    throw appError('invalid', `Start from one thing only (got ${named.join(' and ')}).`);
  }
  if (input.definition !== undefined) {
    return { draft: toDraft(requireDefinition(connection, input.definition, { where: '/definition' })) };
  }
  if (input.draft !== undefined) return { draft: requireDraft(input.draft) };
  if (input.pastedRule !== undefined) return { draft: pastedDraft(ctx, connection, input) };
  if (input.templateId !== undefined) return { draft: draftFromTemplate(ctx, connection, input.templateId) };
  if (input.fromSegmentId !== undefined) {
    return { draft: draftFromSegment(ctx, connection, input.fromSegmentId) };
  }
  if (input.domainsOrIds !== undefined) return draftFromList(ctx, connection, input.domainsOrIds);
  return { draft: blankDraft(ctx, input.entity) };
}

/**
 * A new draft: blank, or from a definition, a draft, a template, another segment, a rule of another tool, or pasted domains and ids.
 * For a list it says which lines no account has (they stay in the rule) and which it cannot read (left out).
 */
export async function createSegment(
  ctx: Context,
  input: NewSegmentInput,
): Promise<SegmentView & { notFound?: string[]; unreadable?: string[] }> {
  requireCan(ctx.actor, 'segments.edit');
  const { connection } = store();
  requireFreeName(connection, input.name, null);
  const { draft, ...report } = startOf(ctx, connection, input);
  const parent = input.parentId ? requireSegment(connection, input.parentId) : null;
  const tier = input.tierId ? requireTier(connection, input.tierId) : null;
  if (tier) {
    requireCan(ctx.actor, 'tiers.edit');
    requireTierable({ name: input.name, entity: draft.entity });
  }
  const id = await write(ctx, (tx) =>
    addSegment(
      tx,
      {
        name: input.name,
        description: input.description ?? null,
        entity: draft.entity,
        parentId: parent?.id ?? null,
        ownerUserId: ctx.actor.userId,
        tierId: tier?.id ?? null,
        draft: JSON.stringify(draft),
      },
      ctx.now,
    ),
  );
  return { ...getSegment(ctx, toPublicId('segment', id)), ...report };
}
