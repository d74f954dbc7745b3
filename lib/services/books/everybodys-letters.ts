import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { store } from '#db/client.ts';
import { listRepRows } from '#db/queries/reps/rep-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { Letter } from '#lib/shared/book-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { bookLetter } from './letter.ts';

/**
 * A letter to everybody within scope whose book holds accounts or changed, by name. Others are served between two
 * letters. Throws `forbidden` and `not_found`.
 */
export async function everybodysLetters(ctx: Context, number?: number): Promise<Letter[]> {
  requireCan(ctx.actor, 'plans.edit');
  const letters: Letter[] = [];
  for (const rep of listRepRows(store().connection, scopeOf(ctx.actor))) {
    if (rep.kind !== 'rep' || rep.isOpening === 1) continue;
    const letter = bookLetter(ctx, toPublicId('rep', rep.id), number);
    if (letter.accounts.length > 0 || letter.went.length > 0) letters.push(letter);
    await setImmediate();
  }
  return letters;
}
