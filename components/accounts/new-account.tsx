'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { accountShape } from '#lib/shared/account-shapes.ts';

/** Makes an account by name and web domain, then opens its page. */
export function NewAccount() {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [domain, setDomain] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    if (name.trim() === '') return setProblems({ name: 'Give the account a name.' });
    setBusy(true);
    setProblems({});
    try {
      const body = { name: name.trim(), ...(domain.trim() ? { domain: domain.trim() } : {}) };
      const made = await api('/accounts', { method: 'POST', body, schema: accountShape });
      router.push(`/accounts/${made.id}` as Route);
    } catch (error) {
      const issue = error instanceof ApiProblem ? error.issues[0] : undefined;
      const field =
        issue?.path === '/domain' || (error instanceof ApiProblem && error.status === 409)
          ? 'domain'
          : 'name';
      setProblems({ [field]: problemText(error) });
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width={420}
      title="New account"
      trigger={
        <Button variant="primary" size="sm">
          New account
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Make the account
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
        <Field label="Name" refusal={problems.name}>
          <Input
            size="lg"
            autoFocus
            value={name}
            maxLength={300}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label="Web domain"
          optional
          hint="Tells it apart from others and links leads to it."
          refusal={problems.domain}
        >
          <Input
            size="lg"
            value={domain}
            placeholder="example.com"
            maxLength={300}
            onChange={(event) => setDomain(event.target.value)}
          />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
