import 'server-only';
import { carve } from '#lib/territories/carve.ts';
import type { Book } from '#lib/territories/books.ts';
import { type Colleague, type HandOver, handOver } from '#lib/territories/hand-over.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import { type HandChange, withChanges } from '#lib/territories/with-changes.ts';
import type { Connection } from '../../client.ts';
import { capacityNow } from '../capacity/people.ts';
import { carveAccountFacts } from './carve-facts.ts';
import { loadPlan } from './plan-facts.ts';
import { accountsOfPlan, type PlanQuestion } from './plan-picture.ts';
import { repCapSql } from '../reps/rep-cap.ts';

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
  const plan = loadPlan(connection, question);
  const accounts = accountsOfPlan(connection, question.planId);
  const carved = carve(accounts, plan);
  const held = [...carved.assigned.values()].filter((item) => item.holders[slot] === repId);
  const facts = carveAccountFacts(
    connection,
    held.map(({ accountId }) => accountId),
  );
  const found = handOver(carved, slot, repId, colleaguesOf(connection, repId, question.today), facts);
  const then = carve(accounts, withChanges(plan, handOverChanges(found, slot, reason)));
  return { ...found, before: carved.after, after: then.after };
}

/**
 * Active people of the same role and region who are at work already; open places and pools take nothing over. Whoever
 * has places they may work in is held to those instead of the region.
 */
function colleaguesOf(connection: Connection, repId: number, today: number): Colleague[] {
  const capacity = capacityNow(connection, today);
  return connection
    .prepare<
      [number, number, number, number],
      { repId: number; maxAccounts: number | null; regions: string; tiers: string; segments: string }
    >(
      `SELECT r.id AS repId, ${repCapSql} AS maxAccounts,
         (SELECT json_group_array(t.label) FROM rep_regions x JOIN terms t ON t.id = x.term_id WHERE x.rep_id = r.id) AS regions,
         (SELECT json_group_array(t.label) FROM rep_tiers x JOIN terms t ON t.id = x.term_id WHERE x.rep_id = r.id) AS tiers,
         (SELECT json_group_array(s.name) FROM rep_segments x JOIN segments s ON s.id = x.segment_id
          WHERE x.rep_id = r.id) AS segments
       FROM reps r JOIN reps gone ON gone.id = ?
       WHERE r.id <> ? AND r.kind = 'rep' AND r.is_opening = 0 AND r.is_active = 1 AND r.archived_at IS NULL
         AND r.role IS gone.role
         AND (r.region IS NULL OR gone.region IS NULL OR r.region = gone.region
           OR EXISTS (SELECT 1 FROM rep_regions x WHERE x.rep_id = r.id))
         AND (r.starts_on IS NULL OR r.starts_on <= ?) AND (r.ends_on IS NULL OR r.ends_on >= ?)
       ORDER BY r.id`,
    )
    .all(repId, repId, today, today)
    .map(({ regions, tiers, segments, ...row }) => ({
      ...row,
      capacityTouches: capacity.get(row.repId)?.touches ?? null,
      allowedRegions: JSON.parse(regions) as string[],
      tiers: JSON.parse(tiers) as string[],
      segments: JSON.parse(segments) as string[],
    }));
}
