import 'server-only';
import { countAttempts, deleteAttempts, insertAttempt } from '#db/queries/users/sign-in-attempts.ts';
import type { Tx } from '#db/write.ts';
import { appError } from '#lib/shared/errors.ts';

const WINDOW_MS = 15 * 60_000;
const PER_EMAIL = 5;
const PER_ADDRESS = 50;

/** Who is trying: one person's name, and the place the tries come from when it is known. */
export type SignInSubjects = { emailFolded: string; address: string | null };

/**
 * Counts this try and throws `rate_limited` when there were too many in the last quarter of an hour. The try is
 * noted before the password is looked at, so that many at once do not slip through.
 */
export function countAttempt(tx: Tx, subjects: SignInSubjects, now: number): void {
  const since = now - WINDOW_MS;
  for (const { subject, limit } of limited(subjects)) {
    const { count, firstAt } = countAttempts(tx.connection, subject, since);
    if (count < limit) continue;
    const minutes = Math.max(1, Math.ceil(((firstAt ?? now) + WINDOW_MS - now) / 60_000));
    throw appError(
      'rate_limited',
      `Too many tries to sign in. Please wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`,
    );
  }
  for (const { subject } of limited(subjects)) insertAttempt(tx.connection, subject, now);
}

/** After a success the person's failed tries are forgotten. */
export function forgetAttempts(tx: Tx, subjects: SignInSubjects): void {
  deleteAttempts(tx.connection, `email:${subjects.emailFolded}`);
}

function limited({ emailFolded, address }: SignInSubjects) {
  const list = [{ subject: `email:${emailFolded}`, limit: PER_EMAIL }];
  if (address !== null) list.push({ subject: `address:${address}`, limit: PER_ADDRESS });
  return list;
}
