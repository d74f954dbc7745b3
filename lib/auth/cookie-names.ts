/** Names that next-auth gives its session cookie: the second where the public URL is https. */
export const sessionCookieNames = ['next-auth.session-token', '__Secure-next-auth.session-token'] as const;

export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https://') ? sessionCookieNames[1] : sessionCookieNames[0];
}
