import 'server-only';

/** The network address that a request came from: what the nearest reverse proxy, or the server itself, wrote down. */
export function addressOf(headers: Headers): string | null {
  const nearest = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return nearest ? nearest.slice(0, 100) : null;
}
