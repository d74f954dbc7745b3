import { type NextRequest, NextResponse } from 'next/server';
import { pagePathHeader, sessionCookieNames } from '#lib/auth/cookie-names.ts';

/** Pages that need nobody signed in. */
const openPaths = /^\/(sign-in|setup|invite)(\/|$)|^\/icon\.svg$/;

/**
 * Sends strangers to sign in and gives every page its security headers. It only looks whether a session cookie is
 * there: whether it is good, and what its person may do, is checked by every page and handler itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const hasSession = sessionCookieNames.some((name) => request.cookies.has(name));
  if (!hasSession && !openPaths.test(pathname)) {
    const signIn = new URL('/sign-in', request.url);
    if (pathname !== '/') signIn.searchParams.set('next', `${pathname}${search}`);
    return secured(NextResponse.redirect(signIn), null);
  }
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  // A session may have ended meanwhile; whoever finds out leads back here after the next sign-in.
  headers.set(pagePathHeader, `${pathname}${search}`);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

/** Scripts only with this request's nonce; inline styles, because Radix and sonner set style attributes. */
function contentSecurityPolicy(nonce: string): string {
  // React's development build rebuilds server stacks with eval.
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function secured(response: NextResponse, policy: string | null): NextResponse {
  if (policy) response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

export const config = { matcher: ['/((?!api/|_next/).*)'] };
