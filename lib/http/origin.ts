import 'server-only';
import { appError } from '#lib/shared/errors.ts';

/**
 * Refuses a cookie-carrying write that another site may have caused: the Origin (or, where a browser sends none,
 * Sec-Fetch-Site) must be our own. Tokens need no such check, since browsers do not attach them by themselves.
 */
export function requireOwnOrigin(request: Request, publicUrl: string): void {
  const origin = request.headers.get('origin');
  if (origin === null) {
    if (request.headers.get('sec-fetch-site') === 'same-origin') return;
    throw refusal();
  }
  const hosts = [request.headers.get('host'), new URL(publicUrl).host];
  if (!URL.canParse(origin) || !hosts.includes(new URL(origin).host)) throw refusal();
}

function refusal() {
  return appError(
    'forbidden',
    'This request came from another site and was refused. Open Tessera and try again.',
  );
}
