import 'server-only';
import type { Connection } from '../../client.ts';

export type FreeAccount = { id: number; name: string; city: string | null; country: string | null };

/** Accounts that nobody holds in any slot, whose folded name holds the text, those that begin with it first. */
export function freeAccounts(connection: Connection, folded: string, limit: number): FreeAccount[] {
  return connection
    .prepare<[{ folded: string; limit: number }], FreeAccount>(
      `SELECT a.id, a.name, city.label AS city, c.label AS country
       FROM accounts a LEFT JOIN terms c ON c.id = a.country LEFT JOIN terms city ON city.id = a.city
       WHERE a.archived_at IS NULL AND (@folded = '' OR instr(a.name_folded, @folded) > 0)
         AND NOT EXISTS (SELECT 1 FROM assignments s WHERE s.account_id = a.id AND s.to_at IS NULL)
       ORDER BY instr(a.name_folded, @folded), a.name_folded, a.id LIMIT @limit`,
    )
    .all({ folded, limit });
}

/** Whether nobody holds this account in any slot. */
export function isFreeAccount(connection: Connection, accountId: number): boolean {
  const held = connection
    .prepare('SELECT 1 FROM assignments WHERE account_id = ? AND to_at IS NULL LIMIT 1')
    .get(accountId);
  return held === undefined;
}

export type HolderChoice = { id: number; name: string; kind: 'rep' | 'pool'; role: string | null };

/** Everybody who can be given accounts now: active, no open places; people before pools. Names and roles alone. */
export function holderChoices(connection: Connection): HolderChoice[] {
  return connection
    .prepare<[], HolderChoice>(
      `SELECT r.id, r.name, r.kind, t.label AS role FROM reps r LEFT JOIN terms t ON t.id = r.role
       WHERE r.is_active = 1 AND r.archived_at IS NULL AND r.is_opening = 0
       ORDER BY r.kind DESC, r.name_folded, r.id`,
    )
    .all();
}

/** Who holds each slot of an account now. */
export function slotHolders(
  connection: Connection,
  accountId: number,
): { slot: 'ae' | 'sdr' | 'csm' | 'overlay'; repId: number; name: string }[] {
  return connection
    .prepare<[number], { slot: 'ae' | 'sdr' | 'csm' | 'overlay'; repId: number; name: string }>(
      `SELECT s.slot, s.rep_id AS repId, r.name FROM assignments s JOIN reps r ON r.id = s.rep_id
       WHERE s.account_id = ? AND s.to_at IS NULL`,
    )
    .all(accountId);
}
