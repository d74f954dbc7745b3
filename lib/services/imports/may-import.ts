import type { Actor } from '#lib/permissions/actor.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';

/** Whether somebody may bring in any file, reps alone (who plans over all accounts), or none. */
export function importRight(actor: Actor): 'everything' | 'reps' | null {
  if (can(actor, 'imports.run')) return 'everything';
  return can(actor, 'imports.reps') && scopeOf(actor).all ? 'reps' : null;
}

/** For reading and checking files. Throws `forbidden`. */
export function requireImports(ctx: Context): void {
  if (importRight(ctx.actor) === null) requireCan(ctx.actor, 'imports.run');
}

/** For writing the rows of a file, and for taking them back. Throws `forbidden`. */
export function requireImportOf(ctx: Context, entity: string | null): void {
  requireImports(ctx);
  if (importRight(ctx.actor) === 'reps' && entity !== 'rep') throw onlyReps();
}

/** Whether this actor may see an import of somebody. */
export function seesImportOf(ctx: Context, userId: number | null): boolean {
  return importRight(ctx.actor) === 'everything' || (userId !== null && userId === ctx.actor.userId);
}

function onlyReps() {
  return appError('forbidden', 'Your role may import reps alone; ask RevOps to import other files.');
}
