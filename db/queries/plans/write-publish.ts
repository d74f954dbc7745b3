import 'server-only';
import type { HolderReason } from '#lib/territories/assign-holders.ts';
import type { Move } from '#lib/territories/moves.ts';
import type { Connection } from '../../client.ts';
import { touchPlanOnly } from './save-plan.ts';

/**
 * Adds the version that a publish freezes; returns its row id and number. `takesEffect` at once, and the plan counts as
 * published; else it waits for `effectiveAt` (epoch ms) and nothing else changes.
 */
export function insertPlanVersion(
  connection: Connection,
  version: {
    planId: number;
    snapshot: unknown;
    movedAccounts: number;
    note: string | null;
    at: number;
    effectiveAt: number;
    takesEffect: boolean;
    userId: number | null;
  },
): { id: number; number: number } {
  const number =
    (connection
      .prepare<[number], { number: number | null }>(
        'SELECT max(number) AS number FROM plan_versions WHERE plan_id = ?',
      )
      .get(version.planId)?.number ?? 0) + 1;
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO plan_versions (plan_id, number, snapshot, moved_accounts, note, effective_at, published_at,
         took_effect_at, published_by_user_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      version.planId,
      number,
      JSON.stringify(version.snapshot),
      version.movedAccounts,
      version.note,
      version.effectiveAt,
      version.at,
      version.takesEffect ? version.effectiveAt : null,
      version.userId,
    );
  if (version.takesEffect) markPublished(connection, version.planId, version.effectiveAt);
  return { id: Number(lastInsertRowid), number };
}

/** The plan has a version in force since `at` (epoch ms). */
export function markPublished(connection: Connection, planId: number, at: number): void {
  touchPlanOnly(connection, planId, at);
  connection.prepare("UPDATE plans SET status = 'published', published_at = ? WHERE id = ?").run(at, planId);
}

/**
 * Writes moves as intervals: ends what was, begins what is, at `at` (epoch ms). An interval that began at the same
 * instant is replaced, so that none has no length.
 */
export function writeMoves(
  connection: Connection,
  moves: readonly Move[],
  planVersionId: number,
  at: number,
): void {
  const endPlace = connection.prepare(
    'UPDATE placements SET to_at = ? WHERE account_id = ? AND to_at IS NULL',
  );
  const beginPlace = connection.prepare(
    'INSERT INTO placements (account_id, territory_id, step, reason, from_at) VALUES (?, ?, ?, ?, ?)',
  );
  const endHolder = connection.prepare(
    'UPDATE assignments SET to_at = ? WHERE account_id = ? AND slot = ? AND to_at IS NULL',
  );
  const beginHolder = connection.prepare(
    `INSERT INTO assignments (account_id, slot, rep_id, reason, source, is_locked, plan_version_id, from_at)
     VALUES (?, ?, ?, ?, 'plan', ?, ?, ?)`,
  );
  for (const move of moves) {
    if (move.fromTerritoryId !== move.toTerritoryId) {
      endPlace.run(at, move.accountId);
      if (move.toTerritoryId !== null && move.step !== 'unassigned') {
        beginPlace.run(move.accountId, move.toTerritoryId, move.step, move.placeReason, at);
      }
    }
    for (const { slot, toRepId, reason, words } of move.slots) {
      endHolder.run(at, move.accountId, slot);
      if (toRepId !== null) {
        beginHolder.run(
          move.accountId,
          slot,
          toRepId,
          sentenceOf(reason, words),
          Number(reason === 'lock'),
          planVersionId,
          at,
        );
      }
    }
  }
  connection.prepare('DELETE FROM placements WHERE to_at IS NOT NULL AND to_at <= from_at').run();
  connection.prepare('DELETE FROM assignments WHERE to_at IS NOT NULL AND to_at <= from_at').run();
}

const sentences: Record<HolderReason, string> = {
  lock: 'Locked to this holder',
  hand: 'Given by hand',
  split: 'Even split of the territory',
  kept: 'Stays with its holder',
  'only holder': 'Goes with its territory',
  'shared out': 'Shared out evenly among the territory’s holders',
};

/** Why an account has its holder, as people read it; `words` are a person's own. */
export function sentenceOf(reason: HolderReason | null, words: string | null = null): string | null {
  if (reason === null) return words;
  return words === null ? sentences[reason] : `${sentences[reason]}: ${words}`;
}
