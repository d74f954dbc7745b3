/**
 * A path of our own to go to after signing in, or `/`. Anything that a browser could read as another site
 * (`//evil`, `/\evil`, `https:…`) is not taken.
 */
export function safeReturnPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value)) return '/';
  return value.startsWith('/sign-in') || value.startsWith('/setup') ? '/' : value;
}
