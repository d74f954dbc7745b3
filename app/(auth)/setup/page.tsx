import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { SetUpForm } from '#components/auth/set-up-form.tsx';
import { isSetUp } from '#lib/services/session/actor.ts';

export const metadata: Metadata = { title: 'Set up' };

/** Open once: while there is nobody yet. */
export default function SetUpPage() {
  if (isSetUp()) redirect('/sign-in' as Route);
  return <SetUpForm />;
}
