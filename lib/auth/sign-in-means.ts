import 'server-only';
import { readEnv } from '#lib/env.ts';

/** How people get in here: by password, and by single sign-on under this label. */
export type SignInMeans = { localPasswords: boolean; singleSignOnLabel: string | null };

export function signInMeans(): SignInMeans {
  const { localPasswords, oidc } = readEnv();
  return { localPasswords, singleSignOnLabel: oidc?.label ?? null };
}
