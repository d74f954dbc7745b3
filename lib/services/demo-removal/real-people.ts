import 'server-only';
import { store } from '#db/client.ts';
import { countRealPeople } from '#db/queries/demo/finish-removal.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';

/** How many people stay when the demo goes. */
export function realPeople(ctx: Context): number {
  requireCan(ctx.actor, 'demo.remove');
  return countRealPeople(store().connection).people;
}
