'use client';
import { useActionState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { emptyForm } from '#lib/actions/form-state.ts';
import { setUpAction } from '#lib/actions/set-up.ts';
import { AuthTitle } from './auth-title.tsx';
import { EntryForm } from './entry-form.tsx';
import { FormMessage } from './form-message.tsx';
import { NativeSelect } from './native-select.tsx';
import { currencyOptions, monthNames, timeZoneOptions } from './set-up-options.ts';

/** First start: the admin and what the workspace counts in. */
export function SetUpForm() {
  const [state, action, isPending] = useActionState(setUpAction, emptyForm);
  const browserZone = useSyncExternalStore(neverChanges, browserTimeZone, () => 'UTC');
  const { typed } = state;
  // A new attempt begins without the refusals of the last one.
  const fields = isPending ? emptyForm.fields : state.fields;
  return (
    <>
      <AuthTitle
        title="Set up Tessera"
        about="You become its first admin. Everything here can be changed later."
      />
      <EntryForm action={action}>
        <Field label="Your name" refusal={fields.name}>
          <Input name="name" autoComplete="name" required autoFocus defaultValue={typed.name} />
        </Field>
        <Field label="E-mail" refusal={fields.email}>
          <Input name="email" type="email" autoComplete="username" required defaultValue={typed.email} />
        </Field>
        <Field label="Password" hint="At least 10 characters." refusal={fields.password}>
          <Input name="password" type="password" autoComplete="new-password" required />
        </Field>
        <Field label="Workspace" hint="Usually your company’s name." refusal={fields.workspaceName}>
          <Input name="workspaceName" required defaultValue={typed.workspaceName} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Currency" refusal={fields.currency}>
            <NativeSelect name="currency" defaultValue={typed.currency ?? 'USD'}>
              {currencyOptions().map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label="Fiscal year starts in" refusal={fields.fiscalYearStartMonth}>
            <NativeSelect name="fiscalYearStartMonth" defaultValue={typed.fiscalYearStartMonth ?? '1'}>
              {monthNames().map((month, at) => (
                <option key={month} value={at + 1}>
                  {month}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
        <Field label="Time zone" hint="Days begin and end by it." refusal={fields.timeZone}>
          <NativeSelect key={browserZone} name="timeZone" defaultValue={typed.timeZone ?? browserZone}>
            {timeZoneOptions(browserZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <FormMessage>{state.message}</FormMessage>
        <Button type="submit" variant="primary" size="lg" busy={isPending}>
          Create workspace
        </Button>
      </EntryForm>
    </>
  );
}

function neverChanges() {
  return () => {};
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
