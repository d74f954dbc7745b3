import 'server-only';
import type { AuthOptions, Profile } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { readEnv } from '#lib/env.ts';
import { signIn } from '#lib/services/session/sign-in.ts';
import { signInByIdentity } from '#lib/services/session/sign-in-by-identity.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { addressOf } from './address.ts';
import { anonymousContext } from './anonymous-context.ts';
import { authSecret } from './secret.ts';
import { SESSION_SECONDS } from './session-cookie.ts';

/** next-auth, told what we know: local passwords, and an OpenID Connect provider when the environment names one. */
export function authOptions(): AuthOptions {
  const { publicUrl } = readEnv();
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: publicUrl.startsWith('https://'),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [...passwordProvider(), ...oidcProvider()],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== OIDC) return true;
        try {
          // The same object comes to the callback below: signing in once more there would be a second sign-in.
          Object.assign(user, await signInByIdentity(anonymousContext(), identityOf(profile)));
          return true;
        } catch (error) {
          if (!isAppError(error)) throw error;
          return `/sign-in?error=${error.issues?.[0]?.code ?? 'AccessDenied'}`;
        }
      },
      jwt({ token, account, user }) {
        if (account) return { ...claimOf(user) };
        return token;
      },
    },
  };
}

const OIDC = 'oidc';

function passwordProvider(): AuthOptions['providers'] {
  if (!readEnv().localPasswords) return [];
  return [
    credentials({
      name: 'Password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(given, request) {
        const claim = await signIn(anonymousContext(), {
          email: given?.email ?? '',
          password: given?.password ?? '',
          address: addressOf(new Headers(request.headers as Record<string, string>)),
        });
        return { id: String(claim.userId), ...claim };
      },
    }),
  ];
}

function oidcProvider(): AuthOptions['providers'] {
  const { oidc } = readEnv();
  if (!oidc) return [];
  return [
    {
      id: OIDC,
      name: oidc.label,
      type: 'oauth',
      wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile: { sub: string; name?: string; email?: string }) => ({
        id: profile.sub,
        name: profile.name ?? null,
        email: profile.email ?? null,
      }),
    },
  ];
}

function identityOf(profile: Profile | undefined) {
  const claims = (profile ?? {}) as { email?: string; name?: string; email_verified?: boolean };
  return {
    email: claims.email ?? null,
    name: claims.name ?? null,
    isEmailVerified: claims.email_verified !== false,
  };
}

function claimOf(user: unknown): { userId: number; sessionVersion: number } {
  const { userId, sessionVersion } = user as { userId: number; sessionVersion: number };
  return { userId, sessionVersion };
}
