import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { type Connection, store } from '#db/client.ts';
import { listRepRows, type RepRow } from '#db/queries/reps/rep-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { Letter } from '#lib/shared/book-shapes.ts';
import { chosenVersion, letterOf } from './letter.ts';

/** Reps within scope who hold accounts or are at work. */
export function addressees(ctx: Context, connection: Connection): RepRow[] {
  return listRepRows(connection, scopeOf(ctx.actor)).filter(
    ({ kind, accounts, isActive, isOpening }) =>
      kind === 'rep' && isOpening === 0 && (accounts > 0 || isActive === 1),
  );
}

/**
 * A letter to everybody within scope whose book holds accounts or changed, by name. Others are served between two
 * letters. Throws `forbidden` and `not_found`.
 */
export async function everybodysLetters(ctx: Context, number?: number): Promise<Letter[]> {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const chosen = chosenVersion(ctx, connection, number);
  const letters: Letter[] = [];
  for (const rep of addressees(ctx, connection)) {
    const letter = letterOf(ctx, connection, rep, chosen);
    if (letter.accounts.length > 0 || letter.went.length > 0) letters.push(letter);
    await setImmediate();
  }
  return letters;
}
