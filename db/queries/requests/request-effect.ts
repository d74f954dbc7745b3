import 'server-only';
import { type BookChange, effectOfMove } from '#lib/territories/request-effect.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { holdersNow } from '../capacity/holders-now.ts';
import { planAccounts } from '../plans/kept-accounts.ts';
import { openPipeline } from './open-pipeline.ts';

/**
 * Both books of a wish as published, now and after it. People share a slot by ramp; pools and overlays take no part in
 * balance. Tens of milliseconds at 20,000 accounts: runs in the reads worker. `today` is an epoch day.
 */
export function requestEffect(
  connection: Connection,
  {
    accountId,
    slot,
    toRepId,
    today,
  }: { accountId: number; slot: Slot; toRepId: number | null; today: number },
): BookChange[] {
  const people = holdersNow(connection, today).filter(
    ({ kind, isActive }) => kind === 'rep' && isActive === 1 && slot !== 'overlay',
  );
  const weights = new Map(people.map(({ id, rampRate }) => [id, rampRate ?? 1]));
  const move = { accountId, slot, toRepId };
  return effectOfMove(planAccounts(connection), move, openPipeline(connection), weights);
}
