import 'server-only';
import { type Store, store as processStore } from '#db/client.ts';
import { findImport, patchImport, unfinishedImports } from '#db/queries/imports/import-rows.ts';
import { findUserName } from '#db/queries/imports/user-name.ts';
import { write } from '#db/write.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import { applyImport } from './apply-import.ts';
import { readReport } from './build-report.ts';
import { checkImport } from './check-import.ts';
import { Cancelled, livePace, type Pace } from './run-file.ts';
import { takeBackImport } from './take-back-import.ts';

/** Makes the context of a piece of work: a fresh clock, in the name of the person who started the import. */
export type ContextFor = (actor: Context['actor']) => Context;

/**
 * Does the next thing that an import waits for: its check, its application, or taking it back. What a killed process left
 * is found here again and gone on with. Returns false when nothing waits. The imports table is the queue.
 */
export async function workOnNextImport(
  contextFor: ContextFor,
  onError: (error: unknown, importId: number) => void,
  store: Store = processStore(),
  pace: Pace = livePace,
): Promise<boolean> {
  const [next] = unfinishedImports(store.connection);
  if (!next) return false;
  const row = findImport(store.connection, next.id);
  if (!row) return false;
  const name = row.userId === null ? null : findUserName(store.connection, row.userId);
  const ctx = contextFor({ ...systemActor, userId: row.userId, name: name ?? systemActor.name });
  try {
    await step(ctx, next.id, store, pace);
  } catch (error) {
    if (error instanceof Cancelled) await stop(ctx, next.id, store);
    else await fail(ctx, next.id, store, error, onError);
  }
  return true;
}

async function step(ctx: Context, importId: number, store: Store, pace: Pace): Promise<void> {
  const row = findImport(store.connection, importId);
  if (!row) return;
  if (row.isCancelRequested === 1) return stop(ctx, importId, store);
  if (row.status === 'applying') return applyImport(ctx, importId, store, pace);
  if (row.status === 'pending') {
    await write(
      ctx,
      ({ connection }) => patchImport(connection, importId, { status: 'checking', startedAt: ctx.now }),
      store,
    );
  }
  await checkImport(ctx, importId, store);
  const checked = findImport(store.connection, importId);
  const options = checked?.options ? importOptionsSchema.parse(JSON.parse(checked.options)) : null;
  const hasIssues = (readReport(checked?.report ?? null)?.issues.length ?? 0) > 0;
  if (checked?.status === 'checked' && options?.dryRun === false && !hasIssues) {
    await write(
      ctx,
      ({ connection }) => patchImport(connection, importId, { status: 'applying', rowsApplied: 0 }),
      store,
    );
    await applyImport(ctx, importId, store, pace);
  }
}

async function stop(ctx: Context, importId: number, store: Store): Promise<void> {
  const row = findImport(store.connection, importId);
  if (row?.status === 'applying') return takeBackImport(ctx, importId, store);
  await write(
    ctx,
    ({ connection }) =>
      patchImport(connection, importId, { status: 'cancelled', isCancelRequested: 0, finishedAt: ctx.now }),
    store,
  );
}

async function fail(
  ctx: Context,
  importId: number,
  store: Store,
  error: unknown,
  onError: (error: unknown, importId: number) => void,
): Promise<void> {
  if (!isAppError(error)) onError(error, importId);
  const row = findImport(store.connection, importId);
  const reason = isAppError(error)
    ? error.message
    : 'Something went wrong that nobody expected. Nothing of this file was kept.';
  if (row?.status === 'applying') await takeBackImport(ctx, importId, store);
  await write(
    ctx,
    ({ connection }) =>
      patchImport(connection, importId, {
        status: 'failed',
        failureReason: reason,
        finishedAt: ctx.now,
        isCancelRequested: 0,
      }),
    store,
  );
}
