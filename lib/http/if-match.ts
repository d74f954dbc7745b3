import 'server-only';
import { appError } from '#lib/shared/errors.ts';

/** The version that the caller read, from `If-Match: "7"` or `7`; null when absent. */
export function readIfMatch(request: Request): number | null {
  const header = request.headers.get('if-match');
  if (header === null) return null;
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw appError('malformed', 'Send If-Match with the version you read, for example "7".');
  return Number(version);
}

/** As `readIfMatch`; a save without it is refused, because it could overwrite somebody's work unseen. */
export function requireIfMatch(request: Request): number {
  const version = readIfMatch(request);
  if (version === null) {
    throw appError(
      'malformed',
      'Send If-Match with the version you read, so that nobody’s work is overwritten.',
    );
  }
  return version;
}
