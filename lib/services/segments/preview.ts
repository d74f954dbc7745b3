import { store } from '#db/client.ts';
import { hydrateAccounts } from '#db/queries/accounts/hydrate-accounts.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { hydrateContacts } from '#db/queries/contacts/hydrate-contacts.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Question, Sort } from '#lib/evaluator/contract.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { type Catalog, findField } from '#lib/rules/catalog.ts';
import { parseIsoInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import type { PreviewInput, SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { differenceOf } from './difference.ts';
import { requireDefinition } from './segment-rules.ts';
import { publishedRule, requireSegment } from './segment-view.ts';

/** `-score` → score downwards; throws `invalid` for a field that the catalog does not know. */
export function readSort(catalog: Catalog, entity: RootEntity, text: string | undefined): Sort {
  const wanted = text ?? (entity === 'account' ? '-score' : 'name');
  const descending = wanted.startsWith('-');
  const field = descending ? wanted.slice(1) : wanted;
  if (!findField(catalog, entity, field)) {
    throw appError('invalid', `Rows cannot be sorted by "${field}", which is no field.`);
  }
  return { field, descending };
}

/** An ISO instant as epoch ms, now when absent; the future is refused, because nobody knows it. */
export function readAsOf(ctx: Context, asOf: string | undefined): number {
  if (asOf === undefined) return ctx.now;
  const at = parseIsoInstant(asOf);
  if (at === null) throw appError('invalid', `"${asOf}" is no instant such as 2026-11-22T09:00:00Z.`);
  if (at > ctx.now) throw appError('invalid', '"As of" cannot lie in the future.');
  return at;
}

function requireFields(catalog: Catalog, entity: RootEntity, fields: readonly string[], path: string): void {
  const issues = fields.flatMap((field, index) =>
    findField(catalog, entity, field)
      ? []
      : [{ path: `${path}/${index}`, code: 'unknown_field', message: `There is no field "${field}".` }],
  );
  const [first] = issues;
  if (first) throw appError('invalid', first.message, { issues });
}

/** How many a definition brings in and loses against a segment's published version, within the same scope. */
async function compareTo(question: Question, segmentId: string, signal?: AbortSignal) {
  const row = requireSegment(store().connection, segmentId);
  const definition = publishedRule(row);
  if (!definition || definition.entity !== question.definition.entity) return null;
  const [before, after] = await Promise.all([
    evaluator().members({ ...question, segmentId, definition }, signal),
    evaluator().members(question, signal),
  ]);
  const { entered, left } = differenceOf(before, after);
  return {
    number: row.versionNumber ?? 0,
    before: before.length,
    entering: entered.length,
    leaving: left.length,
  };
}

/**
 * What a definition would select now, without writing anything: counts, a page of rows, and on request the counts of
 * each condition, unknowns, near-misses, overlaps, breakdowns and histograms. All of it within the actor's scope.
 */
export async function previewSegment(
  ctx: Context,
  input: PreviewInput,
  signal?: AbortSignal,
): Promise<SegmentPreview> {
  requireCan(ctx.actor, 'segments.preview');
  const { connection } = store();
  const catalog = loadCatalog(connection);
  const definition = requireDefinition(connection, input.definition, { catalog, where: '/definition' });
  requireFields(catalog, definition.entity, input.breakdowns, '/breakdowns');
  requireFields(catalog, definition.entity, input.histograms, '/histograms');
  const question = {
    definition,
    asOf: readAsOf(ctx, input.asOf),
    now: ctx.now,
    scope: scopeOf(ctx.actor),
    segmentId: input.segmentId,
    mayLag: true,
  };
  if (input.segmentId !== undefined) requireSegment(connection, input.segmentId, { inTrash: true });
  const { limit, breakdowns, histograms, perCondition, unknowns, nearMisses, overlaps } = input;
  const [preview, comparison] = await Promise.all([
    evaluator().preview(
      {
        ...question,
        sort: readSort(catalog, definition.entity, input.sort),
        cursor: input.cursor ?? null,
        ...{ limit, breakdowns, histograms, perCondition, unknowns, nearMisses, overlaps },
      },
      signal,
    ),
    input.comparedTo === undefined ? undefined : compareTo(question, input.comparedTo, signal),
  ]);
  const { page, overlaps: found, conditions, unknowns: missing, nearMisses: near, ...rest } = preview;
  return {
    ...rest,
    ...(conditions ? { conditions } : {}),
    ...(missing ? { unknowns: missing } : {}),
    ...(near ? { nearMisses: near } : {}),
    ...(found ? { overlaps: found.map((overlap) => ({ ...overlap, name: nameOf(overlap.segmentId) })) } : {}),
    ...(comparison === undefined ? {} : { comparison }),
    page: {
      items:
        definition.entity === 'contact'
          ? hydrateContacts(connection, page.ids)
          : hydrateAccounts(connection, page.ids, ctx.now),
      nextCursor: page.nextCursor,
    },
  };

  function nameOf(segmentId: string): string {
    return catalog.segments.get(segmentId)?.name ?? segmentId;
  }
}
