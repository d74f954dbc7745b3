import 'server-only';
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
  const count = tx.connection.prepare<[string, number], { n: number; first: number }>(
    'SELECT count(*) AS n, min(at) AS first FROM sign_in_attempts WHERE subject = ? AND at > ?',
  );
  for (const { subject, limit } of limited(subjects)) {
    const { n, first } = count.get(subject, since) ?? { n: 0, first: now };
    if (n < limit) continue;
    const minutes = Math.max(1, Math.ceil((first + WINDOW_MS - now) / 60_000));
    throw appError(
      'rate_limited',
      `Too many tries to sign in. Please wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`,
    );
  }
  const insert = tx.connection.prepare('INSERT INTO sign_in_attempts (subject, at) VALUES (?, ?)');
  for (const { subject } of limited(subjects)) insert.run(subject, now);
}

/** After a success the person's failed tries are forgotten. */
export function forgetAttempts(tx: Tx, subjects: SignInSubjects): void {
  const drop = tx.connection.prepare('DELETE FROM sign_in_attempts WHERE subject = ?');
  drop.run(`email:${subjects.emailFolded}`);
}

function limited({ emailFolded, address }: SignInSubjects) {
  const list = [{ subject: `email:${emailFolded}`, limit: PER_EMAIL }];
  if (address !== null) list.push({ subject: `address:${address}`, limit: PER_ADDRESS });
  return list;
}
