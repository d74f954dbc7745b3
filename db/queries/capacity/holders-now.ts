import 'server-only';
import type { Connection } from '../../client.ts';
import { type HolderRow, holderRows } from '../plans/plan-rows.ts';
import { capacityNow } from './people.ts';

/** Everybody who can hold accounts, with the capacity of this month and the ramp of today (epoch day). */
export function holdersNow(connection: Connection, today: number): HolderRow[] {
  const capacity = capacityNow(connection, today);
  return holderRows(connection).map((holder) => {
    const now = capacity.get(holder.id);
    return now ? { ...holder, capacityTouches: now.touches, rampRate: now.rampRate } : holder;
  });
}
