'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { endSession } from '#lib/auth/start-session.ts';

/** Ends the session of this browser. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect('/sign-in' as Route);
}
