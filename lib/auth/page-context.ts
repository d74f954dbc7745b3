import 'server-only';
import type { Route } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Context } from '#lib/permissions/context.ts';
import { actorOfSession, isSetUp } from '#lib/services/session/actor.ts';
import { pagePathHeader } from './cookie-names.ts';
import { newContext } from './new-context.ts';
import { decodeSession, sessionCookieOptions } from './session-cookie.ts';

/** The context of a page or server action, or null when nobody is signed in. One per request. */
export const currentContext = cache(async (): Promise<Context | null> => {
  const value = (await cookies()).get(sessionCookieOptions().name)?.value;
  const claim = await decodeSession(value);
  const actor = claim && actorOfSession(claim);
  return actor ? newContext(actor) : null;
});

/** The context of a page; sends strangers to sign in, and the very first visitor to set-up. */
export async function pageContext(): Promise<Context> {
  const ctx = await currentContext();
  if (ctx) return ctx;
  if (!isSetUp()) redirect('/setup' as Route);
  const path = (await headers()).get(pagePathHeader);
  const next = path && path !== '/' ? `?${new URLSearchParams({ next: path })}` : '';
  redirect(`/sign-in${next}` as Route);
}
