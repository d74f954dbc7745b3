import 'server-only';
import type { Book } from '#lib/territories/books.ts';
import { type Colleague, type HandOver, handOver } from '#lib/territories/hand-over.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { HandChange } from '#lib/territories/with-changes.ts';
import type { Connection } from '../../client.ts';
import { carveAccountFacts, carveRepFacts } from './carve-facts.ts';
import { carvePlan, type PlanQuestion } from './plan-picture.ts';

export type HandOverAnswer = HandOver & { before: Book[]; after: Book[] };

/** The changes by hand that a hand-over makes in a draft. */
export function handOverChanges({ given }: HandOver, slot: Slot, reason: string): HandChange[] {
  return given.map(({ repId, accountIds }) => ({ accountIds, holder: { slot, repId }, reason }));
}

/** Who would take over what one rep holds in a slot of the draft, and every book before and after, without doing it. */
export function planHandOver(
  connection: Connection,
  { repId, slot, reason, ...question }: PlanQuestion & { repId: number; slot: Slot; reason: string },
): HandOverAnswer {
  const carved = carvePlan(connection, question);
  const held = [...carved.assigned.values()].filter((item) => item.holders[slot] === repId);
  const facts = carveAccountFacts(
    connection,
    held.map(({ accountId }) => accountId),
  );
  const found = handOver(carved, slot, repId, colleaguesOf(connection, repId, question.today), facts);
  const then = carvePlan(connection, question, handOverChanges(found, slot, reason));
  return { ...found, before: carved.after, after: then.after };
}

/**
 * Active people of the same role and region who are at work already; open places and pools take nothing over. Whoever
 * has places they may work in is held to those instead of the region.
 */
function colleaguesOf(connection: Connection, repId: number, today: number): Colleague[] {
  const facts = carveRepFacts(connection, today);
  return connection
    .prepare<[number, number, number, number], number>(
      `SELECT r.id FROM reps r JOIN reps gone ON gone.id = ?
       WHERE r.id <> ? AND r.kind = 'rep' AND r.is_opening = 0 AND r.is_active = 1 AND r.archived_at IS NULL
         AND r.role IS gone.role
         AND (r.region IS NULL OR gone.region IS NULL OR r.region = gone.region
           OR EXISTS (SELECT 1 FROM rep_regions x WHERE x.rep_id = r.id))
         AND (r.starts_on IS NULL OR r.starts_on <= ?) AND (r.ends_on IS NULL OR r.ends_on >= ?)
       ORDER BY r.id`,
    )
    .pluck()
    .all(repId, repId, today, today)
    .flatMap((id) => {
      const rep = facts.get(id);
      return rep ? [{ ...rep, repId: id, allowedRegions: rep.allowedPlaces }] : [];
    });
}
