import { store } from '#db/client.ts';
import type { SegmentRow } from '#db/queries/segments/segment-rows.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Question } from '#lib/evaluator/contract.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { differenceOf } from './difference.ts';
import { finishedDefinition } from './segment-rules.ts';
import { storedDraft } from './segment-view.ts';

export type DraftDifference = {
  /** What publishing would ask, as of now, within the actor's scope. */
  question: Question;
  /** Row ids, ascending. */
  before: number[];
  after: Int32Array;
  entering: number[];
  leaving: number[];
};

/** Who publishing a draft would bring in and lose. Throws `invalid` where the draft cannot be published. */
export async function draftDifference(ctx: Context, row: SegmentRow): Promise<DraftDifference> {
  const scope = scopeOf(ctx.actor);
  const segmentId = toPublicId('segment', row.id);
  const definition = finishedDefinition(store().connection, storedDraft(row), {
    segmentId,
    givesTier: row.tierId !== null,
    kind: row.kind,
  });
  const question: Question = { definition, segmentId, asOf: ctx.now, now: ctx.now, scope };
  const [before, after] = await Promise.all([
    heavyRead('membersAsOf', { segmentId: row.id, entity: row.entity, asOf: ctx.now, scope }),
    evaluator().members(question),
  ]);
  const { entered, left } = differenceOf(before, after);
  return { question, before, after, entering: entered, leaving: left };
}

/** Row ids in the order of their names, `limit` of them from `offset` on, or all. */
export async function byName(
  row: Pick<SegmentRow, 'id' | 'entity'>,
  { question }: DraftDifference,
  ids: number[],
  limit: number | null,
  offset = 0,
): Promise<number[]> {
  const page = await heavyRead('memberPage', {
    ...{ segmentId: row.id, entity: row.entity, asOf: question.asOf, scope: question.scope, ids },
    ...{ sort: 'name', descending: false, limit, offset },
  });
  return page.ids;
}
