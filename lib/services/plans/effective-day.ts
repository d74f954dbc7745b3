import type { Connection } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatDay } from '#lib/shared/format.ts';

const LATEST_DAYS = 3 * 366;

/**
 * The instant (epoch ms) at which a plan takes over that is to do so on a day (epoch day) in the workspace's time zone,
 * or null for at once: no day, or today. A day that is past or years away is `invalid`.
 */
export function effectiveInstant(
  connection: Connection,
  effectiveOn: number | null | undefined,
  now: number,
): number | null {
  if (effectiveOn === null || effectiveOn === undefined) return null;
  const { timeZone } = workspaceSettings(connection);
  const today = dayOfInstant(now, timeZone);
  if (effectiveOn === today) return null;
  const refuse = (message: string) =>
    appError('invalid', message, { issues: [{ path: '/effectiveOn', code: 'range', message }] });
  if (effectiveOn < today) {
    throw refuse(`${formatDay(effectiveOn)} is past. Choose a day from today on.`);
  }
  if (effectiveOn > today + LATEST_DAYS) throw refuse('Choose a day within the next three years.');
  return startOfDay(effectiveOn, timeZone);
}

/** An instant as the day it lies on in the workspace's time zone, in words. */
export function dayInWords(connection: Connection, at: number): string {
  return formatDay(dayOfInstant(at, workspaceSettings(connection).timeZone));
}
