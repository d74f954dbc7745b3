import { appError } from '#lib/shared/errors.ts';

/** Throws `conflict` with what is stored when somebody saved since the caller read. */
export function requireReadVersion(
  name: string,
  stored: number,
  read: number | null,
  current: () => unknown,
): void {
  if (read === null || read === stored) return;
  throw appError('conflict', `Someone else changed ${name} meanwhile. Look at it again before you save.`, {
    current: current(),
  });
}
