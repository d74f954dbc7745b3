'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { anonymousContext } from '#lib/auth/anonymous-context.ts';
import { startSession } from '#lib/auth/start-session.ts';
import { setUp } from '#lib/services/session/set-up.ts';
import { type FormState, refusedForm } from './form-state.ts';

const names = ['name', 'email', 'workspaceName', 'currency', 'timeZone', 'fiscalYearStartMonth'] as const;

/** The set-up form of the first start. */
export async function setUpAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')]));
  try {
    const claim = await setUp(anonymousContext(), {
      ...typed,
      fiscalYearStartMonth: Number(typed.fiscalYearStartMonth),
      password: String(form.get('password') ?? ''),
    });
    await startSession(claim);
  } catch (error) {
    return refusedForm(error, typed);
  }
  redirect('/' as Route);
}
