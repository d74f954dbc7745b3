import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { appError } from '#lib/shared/errors.ts';

/** Argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 passes, 1 lane). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_MIN_LENGTH = 10;
const PASSWORD_MAX_LENGTH = 200;

/** Throws `invalid` with a sentence when a new password is too short, too long or only repeats one character. */
export function requireGoodPassword(password: string, path = '/password'): void {
  const message =
    password.length < PASSWORD_MIN_LENGTH
      ? `Choose a password of at least ${PASSWORD_MIN_LENGTH} characters.`
      : password.length > PASSWORD_MAX_LENGTH
        ? `Choose a password of at most ${PASSWORD_MAX_LENGTH} characters.`
        : new Set(password).size < 4
          ? 'Choose a password with more different characters.'
          : null;
  if (message) throw appError('invalid', message, { issues: [{ path, code: 'password', message }] });
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash it works as long and answers no, so that the
 * time taken does not tell which addresses exist.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await nobody), password.slice(0, PASSWORD_MAX_LENGTH));
  return passwordHash !== null && matches;
}
