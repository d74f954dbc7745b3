import 'server-only';
import type { AssignedAccount } from '#lib/territories/assign-holders.ts';
import { type Move, moves } from '#lib/territories/moves.ts';
import type { Place, Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { planAccounts } from './kept-accounts.ts';

type PlaceRow = { accountId: number; territoryId: number; step: Place['step']; reason: string | null };
type HolderRow = { accountId: number; slot: Slot; repId: number; isThere: number };

export type StateMoves = {
  moves: Move[];
  movedAmount: number;
  /** Accounts whose holder of then has left since: they keep whom they have. */
  keptAccounts: number;
};

/**
 * What would have to move so that every account lies and is held as it was at an instant (epoch ms). Accounts that
 * came later stay as they are; so does a slot whose holder of then has left. `words` is the reason that moves carry.
 */
export function movesToState(
  connection: Connection,
  { at, words }: { at: number; words: string },
): StateMoves {
  const places = new Map(placesAt(connection, at).map((row) => [row.accountId, row]));
  const holders = Map.groupBy(holdersAt(connection, at), (row) => row.accountId);
  const later = new Set(
    connection.prepare<[number], number>('SELECT id FROM accounts WHERE created_at > ?').pluck().all(at),
  );
  const accounts = planAccounts(connection).filter((account) => !later.has(account.id));
  const then = new Map<number, AssignedAccount>();
  let keptAccounts = 0;
  for (const { id, holders: present } of accounts) {
    const held = holders.get(id) ?? [];
    const left = held.filter((row) => row.isThere === 0);
    if (left.some(({ slot, repId }) => present[slot] !== repId)) keptAccounts += 1;
    const place = places.get(id);
    then.set(id, {
      accountId: id,
      place: {
        accountId: id,
        territoryId: place?.territoryId ?? null,
        step: place?.step ?? 'unassigned',
        reason: place?.reason ?? null,
        losing: [],
      },
      holders: Object.fromEntries(
        held.flatMap(({ slot, repId, isThere }) => {
          const holder = isThere === 1 ? repId : present[slot];
          return holder === undefined ? [] : [[slot, holder]];
        }),
      ),
      reasons: {},
      words: Object.fromEntries(held.map(({ slot }) => [slot, words])),
    });
  }
  const found = moves(accounts, then);
  const amounts = new Map(accounts.map((account) => [account.id, account.potentialAmount ?? 0]));
  return {
    moves: found,
    movedAmount: found.reduce((total, move) => total + (amounts.get(move.accountId) ?? 0), 0),
    keptAccounts,
  };
}

function placesAt(connection: Connection, at: number): PlaceRow[] {
  return connection
    .prepare<[number, number], PlaceRow>(
      `SELECT account_id AS accountId, territory_id AS territoryId, step, reason FROM placements
       WHERE from_at <= ? AND (to_at IS NULL OR to_at > ?)`,
    )
    .all(at, at);
}

function holdersAt(connection: Connection, at: number): HolderRow[] {
  return connection
    .prepare<[number, number], HolderRow>(
      `SELECT a.account_id AS accountId, a.slot, a.rep_id AS repId,
         (r.archived_at IS NULL AND r.is_active = 1) AS isThere
       FROM assignments a JOIN reps r ON r.id = a.rep_id
       WHERE a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?)`,
    )
    .all(at, at);
}
