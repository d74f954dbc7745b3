'use client';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { acceptInviteAction } from '#lib/actions/accept-invite.ts';
import { emptyForm } from '#lib/actions/form-state.ts';
import { AuthTitle } from './auth-title.tsx';
import { EntryForm } from './entry-form.tsx';
import { FormMessage } from './form-message.tsx';

/** The page behind an invitation or reset link: choose a password and go in. */
export function AcceptInviteForm({ secret, name, email }: { secret: string; name: string; email: string }) {
  const [state, action, isPending] = useActionState(acceptInviteAction, emptyForm);
  return (
    <>
      <AuthTitle title={`Welcome, ${name}`} about={`Choose a password for ${email}.`} />
      <EntryForm action={action}>
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field
          label="New password"
          hint="At least 10 characters."
          refusal={isPending ? undefined : state.fields.password}
        >
          <Input name="password" type="password" autoComplete="new-password" required autoFocus />
        </Field>
        <FormMessage>{state.message}</FormMessage>
        <Button type="submit" variant="primary" size="lg" busy={isPending}>
          Set password and sign in
        </Button>
      </EntryForm>
    </>
  );
}
