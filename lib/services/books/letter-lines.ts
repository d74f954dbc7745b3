import 'server-only';
import type { Connection } from '#db/client.ts';
import { type HeldRow, heldRows, holdersAt } from '#db/queries/books/held-rows.ts';
import type { Letter, LetterAccount } from '#lib/shared/book-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** What a letter tells about: what changed from right before one instant up to another, both epoch ms. */
export type LetterPeriod = { sinceAt: number; untilAt: number };

export type LetterLines = Pick<Letter, 'accounts' | 'came' | 'went'>;

/** What somebody's book holds at the end of a period, and what came and went in it, with from whom, to whom and why. */
export function letterLines(
  connection: Connection,
  repId: number,
  { sinceAt, untilAt }: LetterPeriod,
): LetterLines {
  const now = heldRows(connection, repId, untilAt);
  // Where what went lies by now is why it went.
  const then = heldRows(connection, repId, sinceAt - 1, untilAt);
  const isIn = (rows: readonly HeldRow[]) => {
    const keys = new Set(rows.map(keyOf));
    return (row: HeldRow) => keys.has(keyOf(row));
  };
  const [held, wasHeld] = [isIn(now), isIn(then)];
  const came = now.filter((row) => !wasHeld(row));
  const went = then.filter((row) => !held(row));
  const before = namesAt(connection, came, sinceAt - 1);
  const after = namesAt(connection, went, untilAt);
  return {
    accounts: now.map((row) => ({ ...lineOf(row, null), isNew: !wasHeld(row) })),
    came: came.map((row) => lineOf(row, before.get(keyOf(row))?.name ?? null)),
    went: went.map((row) => {
      const taker = after.get(keyOf(row));
      return { ...lineOf(row, taker?.name ?? null), reason: taker?.reason ?? null };
    }),
  };
}

const keyOf = ({ accountId, slot }: { accountId: number; slot: string }) => `${accountId} ${slot}`;

function namesAt(connection: Connection, rows: readonly HeldRow[], at: number) {
  if (rows.length === 0) return new Map<string, never>();
  const ids = [...new Set(rows.map((row) => row.accountId))];
  return new Map(holdersAt(connection, ids, at).map((row) => [keyOf(row), row]));
}

function lineOf(row: HeldRow, otherName: string | null): LetterAccount {
  return {
    id: toPublicId('account', row.accountId),
    crmId: row.externalId,
    name: row.name,
    place: [row.city, row.country].filter(Boolean).join(', ') || null,
    tier: row.tier,
    territory: row.territory,
    slot: row.slot,
    otherName,
    reason: row.reason,
  };
}
