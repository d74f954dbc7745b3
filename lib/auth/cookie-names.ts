/** Names that next-auth gives its session cookie: the second where the public URL is https. */
export const sessionCookieNames = ['next-auth.session-token', '__Secure-next-auth.session-token'] as const;

/** Request header in which the proxy notes which page was asked for; whatever a client sends in it is overwritten. */
export const pagePathHeader = 'x-tessera-page';

export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https://') ? sessionCookieNames[1] : sessionCookieNames[0];
}
