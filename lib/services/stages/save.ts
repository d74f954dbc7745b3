import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { deleteStage, freeStageNames, isStageUsed, saveStage } from '#db/queries/stages/stage-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { endDue } from '#lib/services/holdovers/end-due.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError, type Issue } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { StageList, StageListInput } from '#lib/shared/stage-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import { stageListView } from './list.ts';

/**
 * Saves the whole stage table in the given order: changed, new and removed stages. A stage that a deal is or was in
 * stays. Throws `conflict` when somebody (or an import) changed the table since it was read.
 */
export async function saveStages(
  ctx: Context,
  input: StageListInput,
  readVersion: number,
): Promise<StageList> {
  requireCan(ctx.actor, 'stages.manage');
  await write(ctx, (tx) => {
    const before = stageListView(tx.connection);
    if (before.version !== readVersion) {
      throw appError('conflict', 'The stages were changed in the meantime.', { current: before });
    }
    const issues = [
      ...doubleNames(input),
      ...unknownIds(input, before),
      ...usedButMissing(tx.connection, input, before),
    ];
    if (issues[0]) throw appError('invalid', issues[0].message, { issues });
    const kept = new Set(input.items.map((item) => item.id));
    for (const { id } of before.items) if (!kept.has(id)) deleteStage(tx.connection, toRowId('stage', id));
    freeStageNames(tx.connection);
    for (const [position, item] of input.items.entries()) {
      saveStage(tx.connection, item.id === undefined ? null : toRowId('stage', item.id), position, item);
    }
    tx.audit({
      action: 'stage.edit',
      entity: 'stage',
      summary: 'Changed the stage table.',
      before: before.items,
      after: input.items,
    });
    tx.changed({ entity: 'opportunity', recordId: null, op: 'bulk' });
    endDue(ctx.now, tx);
    refreshSegmentsLater(tx);
  });
  return stageListView(store().connection);
}

function doubleNames({ items }: StageListInput): Issue[] {
  const seen = new Set<string>();
  return items.flatMap((item, at) => {
    const key = `${foldText(item.pipeline)}\n${foldText(item.name)}`;
    const isDouble = seen.has(key);
    seen.add(key);
    const message = `There is a stage “${item.name}” in this pipeline already.`;
    return isDouble ? [{ path: `/items/${at}/name`, code: 'taken', message }] : [];
  });
}

function unknownIds({ items }: StageListInput, before: StageList): Issue[] {
  const known = new Set(before.items.map((stage) => stage.id));
  return items.flatMap((item, at) =>
    item.id === undefined || known.has(item.id)
      ? []
      : [{ path: `/items/${at}/id`, code: 'unknown', message: `There is no stage "${item.id}".` }],
  );
}

function usedButMissing(connection: Connection, { items }: StageListInput, before: StageList): Issue[] {
  const kept = new Set(items.map((item) => item.id));
  return before.items
    .filter((stage) => !kept.has(stage.id) && isStageUsed(connection, toRowId('stage', stage.id)))
    .map(({ name }) => ({
      path: '/items',
      code: 'used',
      message: `“${name}” cannot be removed, because deals are or were in it.`,
    }));
}
