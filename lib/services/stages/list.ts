import 'server-only';
import { createHash } from 'node:crypto';
import { type Connection, store } from '#db/client.ts';
import { listStageRows } from '#db/queries/stages/stage-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { StageList } from '#lib/shared/stage-shapes.ts';

/** The stages of all pipelines in their order. */
export function listStages(ctx: Context): StageList {
  requireCan(ctx.actor, 'settings.read');
  return stageListView(store().connection);
}

export function stageListView(connection: Connection): StageList {
  const rows = listStageRows(connection);
  const items = rows.map((row) => ({
    id: toPublicId('stage', row.id),
    pipeline: row.pipeline,
    name: row.name,
    outcome: row.outcome,
    probabilityRate: row.probabilityRate,
    isConfirmed: row.isConfirmed === 1,
    deals: row.deals,
  }));
  // The stage table has no version of its own, because imports add to it: its content stands for one.
  const content = JSON.stringify(rows.map(({ deals: _deals, ...row }) => row));
  const version = createHash('sha256').update(content).digest().readUInt32BE(0);
  return { items, nextCursor: null, version };
}
