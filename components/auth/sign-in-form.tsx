'use client';
import { signIn } from 'next-auth/react';
import { useActionState, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { emptyForm } from '#lib/actions/form-state.ts';
import { signInAction } from '#lib/actions/sign-in.ts';
import { AuthTitle } from './auth-title.tsx';
import { EntryForm } from './entry-form.tsx';
import { FormMessage } from './form-message.tsx';

type Props = {
  returnPath: string;
  means: { localPasswords: boolean; singleSignOnLabel: string | null };
  /** A code from the way in by single sign-on; only codes that are known here are shown in words. */
  refusal: string | null;
};

/** Sign in by password, by single sign-on, or either. */
export function SignInForm({ returnPath, means, refusal }: Props) {
  const [state, action, isPending] = useActionState(signInAction, emptyForm);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <AuthTitle title="Sign in" />
      {means.localPasswords && (
        <EntryForm action={action}>
          <input type="hidden" name="next" value={returnPath} />
          <Field label="E-mail">
            <Input
              name="email"
              type="email"
              autoComplete="username"
              required
              autoFocus
              defaultValue={state.typed.email}
            />
          </Field>
          <Field label="Password">
            <Input name="password" type="password" autoComplete="current-password" required />
          </Field>
          <FormMessage>{state.message ?? explain(refusal)}</FormMessage>
          <Button type="submit" variant="primary" size="lg" busy={isPending}>
            Sign in
          </Button>
        </EntryForm>
      )}
      {means.singleSignOnLabel && (
        <div className="mt-4 grid gap-4">
          {!means.localPasswords && <FormMessage>{explain(refusal)}</FormMessage>}
          <Button
            size="lg"
            busy={isLeaving}
            onClick={() => {
              setLeaving(true);
              void signIn('oidc', { callbackUrl: returnPath });
            }}
          >
            {means.singleSignOnLabel}
          </Button>
        </div>
      )}
    </>
  );
}

const known: Record<string, string> = {
  AccessDenied: 'You may not sign in here. Ask an admin of your workspace.',
  OAuthSignin: 'The identity provider cannot be reached. Please try again.',
  OAuthCallback: 'The identity provider’s answer was not accepted. Please try again.',
  Callback: 'Signing in did not work. Please try again.',
  NotInvited: 'Nobody has invited this address. Ask an admin of your workspace.',
  Deactivated: 'Your access was taken away. Ask an admin of your workspace.',
  NoEmail:
    'Your identity provider sent no e-mail address. Ask whoever runs it to send the claim “email” to Tessera.',
  Unverified: 'Your identity provider has not verified your address.',
  Configuration: 'Single sign-on is not set up right. Ask whoever runs this server.',
};

/** What a code means; a code that nobody here gives still says that it did not work. */
function explain(refusal: string | null): string | null {
  if (refusal === null) return null;
  return (Object.hasOwn(known, refusal) && known[refusal]) || 'Signing in did not work. Please try again.';
}
