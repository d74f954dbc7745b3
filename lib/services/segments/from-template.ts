import type { Connection } from '#db/client.ts';
import { store } from '#db/client.ts';
import { termLabelsOf } from '#db/queries/catalog/known-values.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { findTemplate, type Template, type TemplateSegment, templates } from '#lib/rules/templates.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { SegmentTemplate } from '#lib/shared/segment-shapes.ts';
import { addSegment, freeName } from './add-segment.ts';
import { getSegment } from './get.ts';
import type { SegmentView } from './segment-view.ts';

function requireTemplate(key: string): Template {
  const template = findTemplate(key);
  if (!template) throw appError('not_found', `There is no template "${key}".`);
  return template;
}

/** The segments of a template, bound to what the data hold. */
export function buildTemplate(ctx: Context, connection: Connection, key: string): TemplateSegment[] {
  return requireTemplate(key).build({
    newId: ctx.newId,
    catalog: loadCatalog(connection),
    valuesOf: (field) => termLabelsOf(connection, field),
  });
}

/** The draft of a template that makes one segment; throws `not_found`, and `invalid` for one that makes several. */
export function draftFromTemplate(ctx: Context, connection: Connection, key: string): Draft {
  const [only, ...others] = buildTemplate(ctx, connection, key);
  if (only && others.length === 0) return only.draft;
  throw appError(
    'invalid',
    `"${requireTemplate(key).name}" makes several segments: send it to /segments/templates.`,
  );
}

/** The templates with what each would ask for, because the data hold no value for it. */
export function listTemplates(ctx: Context): SegmentTemplate[] {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  return templates.map(({ key, name, description, kind }) => {
    const built = buildTemplate(ctx, connection, key);
    return {
      key,
      name,
      description,
      kind,
      segments: built.map((segment) => segment.name),
      asks: built.flatMap((segment) => segment.asks.map((ask) => ask.question)),
    };
  });
}

/** Makes a template's segments as drafts; a name that is taken gets a number behind it. */
export async function createFromTemplate(ctx: Context, key: string): Promise<SegmentView[]> {
  requireCan(ctx.actor, 'segments.edit');
  const built = buildTemplate(ctx, store().connection, key);
  const ids = await write(ctx, (tx) =>
    built.map(({ name, description, draft }) =>
      addSegment(
        tx,
        {
          name: freeName(tx.connection, name),
          description,
          entity: draft.entity,
          parentId: null,
          ownerUserId: ctx.actor.userId,
          tierId: null,
          draft: JSON.stringify(draft),
        },
        ctx.now,
      ),
    ),
  );
  return ids.map((id) => getSegment(ctx, toPublicId('segment', id)));
}
