import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { startPage } from '#components/layout/nav.ts';
import { pageContext } from '#lib/auth/page-context.ts';

/** Everybody begins where their work is. */
export default async function HomePage() {
  const ctx = await pageContext();
  redirect(startPage(ctx.actor.role) as Route);
}
