import 'server-only';
import { store } from '#db/client.ts';
import { findDemoImport } from '#db/queries/demo/has-demo.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';

/** Whether the invented data set is still in here. */
export function hasDemoData(ctx: Context): boolean {
  requireCan(ctx.actor, 'settings.read');
  return findDemoImport(store().connection) !== null;
}
