import { store } from '#db/client.ts';
import { findVersion } from '#db/queries/segments/version-rows.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { isAppError } from '#lib/shared/errors.ts';
import type { VersionDifference } from '#lib/shared/segment-shapes.ts';
import { differenceOf } from './difference.ts';
import { requireSegment } from './segment-view.ts';
import { compareVersions } from './versions.ts';

/**
 * Two versions side by side: what changed in words, and whom each would find today with the segment's present pins. The
 * members are null when one of the rules cannot be answered any more.
 */
export async function versionDifference(
  ctx: Context,
  id: string,
  from: number,
  to: number,
): Promise<VersionDifference> {
  const changes = compareVersions(ctx, id, from, to);
  return { from, to, changes, members: await membersOf(ctx, id, from, to) };
}

async function membersOf(ctx: Context, id: string, from: number, to: number) {
  const { connection } = store();
  const row = requireSegment(connection, id);
  const ask = (number: number) => {
    const text = findVersion(connection, row.id, number)?.definition ?? '{}';
    const definition = JSON.parse(text) as SegmentDefinition;
    return evaluator().members({
      ...{ definition, segmentId: id, asOf: ctx.now, now: ctx.now, scope: scopeOf(ctx.actor) },
    });
  };
  try {
    const [before, after] = await Promise.all([ask(from), ask(to)]);
    const { entered, left } = differenceOf(before, after);
    return { before: before.length, after: after.length, entering: entered.length, leaving: left.length };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    return null;
  }
}

/** The two versions that an address names, else the last two; null when there is only one. */
export function chosenPair(
  versions: readonly { number: number }[],
  asked: { from?: string | string[] | undefined; to?: string | string[] | undefined },
): { from: number; to: number } | null {
  const [latest, before] = versions;
  if (!latest || !before) return null;
  const known = (text: string | string[] | undefined, otherwise: number) =>
    versions.find(({ number }) => String(number) === text)?.number ?? otherwise;
  return { from: known(asked.from, before.number), to: known(asked.to, latest.number) };
}
