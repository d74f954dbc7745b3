import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type LetterVersion = {
  id: number;
  number: number;
  planName: string;
  note: string | null;
  /** When its moves were written; later than its day where nobody could write them then. */
  effectiveAt: number;
};

/** Versions that took effect by `now` (epoch ms), the latest first. */
export function letterVersions(connection: Connection, now: number): LetterVersion[] {
  return connection
    .prepare<[number], LetterVersion>(
      `SELECT v.id, v.number, p.name AS planName, v.note, v.took_effect_at AS effectiveAt
       FROM plan_versions v JOIN plans p ON p.id = v.plan_id
       WHERE v.took_effect_at <= ? ORDER BY v.took_effect_at DESC, v.id DESC`,
    )
    .all(now);
}

export type LetterHoldover = {
  accountId: number;
  accountName: string;
  dealName: string | null;
  slot: Slot;
  repId: number;
  repName: string;
  untilOn: number | null;
  reason: string | null;
};

/** Open deals that somebody keeps after their account went on, and those on their accounts that others keep. */
export function letterHoldovers(connection: Connection, repId: number): LetterHoldover[] {
  return connection
    .prepare<[{ repId: number }], LetterHoldover>(
      `SELECT h.account_id AS accountId, a.name AS accountName, o.name AS dealName, h.slot, h.rep_id AS repId,
         r.name AS repName, h.until_on AS untilOn, h.reason
       FROM holdovers h JOIN accounts a ON a.id = h.account_id JOIN opportunities o ON o.id = h.opportunity_id
       JOIN reps r ON r.id = h.rep_id
       WHERE h.ended_at IS NULL AND (h.rep_id = @repId OR EXISTS (SELECT 1 FROM assignments s
         WHERE s.account_id = h.account_id AND s.rep_id = @repId AND s.to_at IS NULL))
       ORDER BY a.name_folded, h.id`,
    )
    .all({ repId });
}
