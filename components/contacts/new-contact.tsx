'use client';
import { useState } from 'react';
import { findAccounts } from '#components/accounts/find-accounts.ts';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { type Contact, contactShape } from '#lib/shared/contact-shapes.ts';

const inputs = [
  { key: 'name', label: 'Name', hint: undefined },
  { key: 'jobTitle', label: 'Title', hint: 'Seniority, function and persona follow from it.' },
  { key: 'email', label: 'E-mail', hint: undefined },
  { key: 'phone', label: 'Phone', hint: undefined },
] as const;
type Key = (typeof inputs)[number]['key'];

/** Adds a person to an account, or to one that is still to be chosen; who sees everything may leave a lead without. */
export function NewContact({
  account,
  onClose,
  onMade,
}: {
  account: { id: string; name: string } | null;
  onClose: () => void;
  onMade: (contact: Contact) => void;
}) {
  const [chosen, setChosen] = useState<ComboOption | null>(null);
  const [values, setValues] = useState<Record<Key, string>>({ name: '', jobTitle: '', email: '', phone: '' });
  const [problems, setProblems] = useState<Partial<Record<Key | 'account', string>>>({});
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
    setBusy(true);
    setProblems({});
    try {
      const accountId = account?.id ?? chosen?.value;
      const made = await api('/contacts', {
        method: 'POST',
        body: { ...given, ...(accountId ? { account: accountId } : {}) },
        schema: contactShape,
      });
      onMade(made);
    } catch (error) {
      const issues = error instanceof ApiProblem ? error.issues : [];
      const found = Object.fromEntries(issues.map(({ path, message }) => [path.slice(1), message]));
      setProblems(issues.length > 0 ? found : { name: problemText(error) });
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={420}
      title={account ? `New contact at ${account.name}` : 'New contact'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Add the contact
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex flex-col gap-3"
      >
        {inputs.map(({ key, label, hint }, index) => (
          <Field key={key} label={label} hint={hint} refusal={problems[key]} optional={key !== 'name'}>
            <Input
              size="lg"
              autoFocus={index === 0}
              value={values[key]}
              maxLength={320}
              onChange={(event) => setValues({ ...values, [key]: event.target.value })}
            />
          </Field>
        ))}
        {!account && (
          <Field
            label="Account"
            optional
            hint="Without one it is a lead, matched later by the domain of its address."
            refusal={problems.account}
          >
            <Combobox
              label="Account"
              size="lg"
              placeholder="Find an account"
              value={chosen?.value ?? null}
              valueLabel={chosen?.label}
              loadOptions={findAccounts}
              onValueChange={(_, option) => setChosen(option)}
            />
          </Field>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
