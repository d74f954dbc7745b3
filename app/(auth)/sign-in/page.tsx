import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '#components/auth/sign-in-form.tsx';
import { currentContext } from '#lib/auth/page-context.ts';
import { signInMeans } from '#lib/auth/sign-in-means.ts';
import { isSetUp } from '#lib/services/session/actor.ts';
import { safeReturnPath } from '#lib/shared/return-path.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  if (!isSetUp()) redirect('/setup' as Route);
  const { next, callbackUrl, error } = await searchParams;
  const returnPath = safeReturnPath(next ?? pathOf(callbackUrl));
  if (await currentContext()) redirect(returnPath as Route);
  return <SignInForm returnPath={returnPath} means={signInMeans()} refusal={error ?? null} />;
}

/** Single sign-on that failed comes back with the whole address of the page that was wanted. */
function pathOf(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
