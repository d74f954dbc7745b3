'use server';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { addressOf } from '#lib/auth/address.ts';
import { anonymousContext } from '#lib/auth/anonymous-context.ts';
import { startSession } from '#lib/auth/start-session.ts';
import { signIn } from '#lib/services/session/sign-in.ts';
import { safeReturnPath } from '#lib/shared/return-path.ts';
import { type FormState, refusedForm } from './form-state.ts';

/** The sign-in form; works without script. Goes on to the page that was asked for. */
export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  const email = String(form.get('email') ?? '');
  try {
    const claim = await signIn(anonymousContext(), {
      email,
      password: String(form.get('password') ?? ''),
      address: addressOf(await headers()),
    });
    await startSession(claim);
  } catch (error) {
    return refusedForm(error, { email });
  }
  redirect(safeReturnPath(form.get('next')) as Route);
}
