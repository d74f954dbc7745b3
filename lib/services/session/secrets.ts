import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits that is shown once; only `hashSecret` of it is stored. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 is enough here: the secret has 256 random bits, so there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
