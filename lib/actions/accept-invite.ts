'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { anonymousContext } from '#lib/auth/anonymous-context.ts';
import { startSession } from '#lib/auth/start-session.ts';
import { acceptInvite } from '#lib/services/session/accept-invite.ts';
import { type FormState, refusedForm } from './form-state.ts';

/** Sets the password of an invited person and signs them in. */
export async function acceptInviteAction(_before: FormState, form: FormData): Promise<FormState> {
  try {
    const claim = await acceptInvite(anonymousContext(), {
      secret: String(form.get('secret') ?? ''),
      password: String(form.get('password') ?? ''),
    });
    await startSession(claim);
  } catch (error) {
    return refusedForm(error, {});
  }
  redirect('/' as Route);
}
