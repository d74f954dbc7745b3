'use client';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { Button } from '../ui/button.tsx';
import { DataList } from '../ui/data-list.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { SectionHeader } from '../ui/section-header.tsx';
import { useSubmit } from './use-submit.ts';

type Props = { name: string; email: string; roleLabel: string; hasPassword: boolean };

/** What one may change about oneself: the password, and where one is signed in. */
export function OwnAccount({ name, email, roleLabel, hasPassword }: Props) {
  return (
    <div className="grid min-h-0 max-w-110 flex-1 content-start gap-8 overflow-auto px-4 py-5">
      <section>
        <SectionHeader title="You" fact="An admin changes these." />
        <DataList
          items={[
            { label: 'Name', value: name },
            { label: 'E-mail', value: email },
            { label: 'Role', value: roleLabel },
          ]}
        />
      </section>
      {hasPassword && <PasswordForm />}
      <Sessions />
    </div>
  );
}

function PasswordForm() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { isBusy, refusal, submit } = useSubmit();
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { current, next };
    const done = await submit(
      () => api('/session/password', { method: 'POST', body, schema: z.undefined() }).then(() => true),
      'Password changed. Other devices are signed out.',
    );
    if (!done) return;
    setCurrent('');
    setNext('');
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => void save(event)}>
      <SectionHeader title="Password" />
      <Field label="Current password" refusal={refusal.fields.current}>
        <Input
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field label="New password" hint="At least 10 characters." refusal={refusal.fields.next}>
        <Input
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <FormMessage>{refusal.message}</FormMessage>
      <Button type="submit" className="justify-self-start" busy={isBusy}>
        Change password
      </Button>
    </form>
  );
}

function Sessions() {
  const { isBusy, refusal, submit } = useSubmit();
  const end = () =>
    submit(
      () => api('/session/sign-out-elsewhere', { method: 'POST', schema: z.undefined() }),
      'You are signed out on all other devices.',
    );
  return (
    <section className="grid gap-2">
      <SectionHeader title="Sessions" />
      <p className="text-ink-2">Signs you out on every other device and browser; this one stays signed in.</p>
      <FormMessage>{refusal.message}</FormMessage>
      <Button className="justify-self-start" busy={isBusy} onClick={() => void end()}>
        Sign out everywhere else
      </Button>
    </section>
  );
}
