'use client';
import { useState } from 'react';
import { newToken } from '#lib/permissions/people-shapes.ts';
import { type Role, roleLabels, roles } from '#lib/permissions/roles.ts';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { useSubmit } from './use-submit.ts';

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
];

/** Makes a token and shows it once. */
export function TokenDialog({ role, onClose }: { role: Role; onClose: () => void }) {
  const [name, setName] = useState('');
  const [tokenRole, setTokenRole] = useState<Role>(role);
  const [days, setDays] = useState('90');
  const [secret, setSecret] = useState<string | null>(null);
  const { isBusy, refusal, submit } = useSubmit();
  const allowed = roles.slice(roles.indexOf(role));

  async function make(): Promise<void> {
    const body = { name, role: tokenRole, expiresInDays: Number(days) };
    const made = await submit(() => api('/tokens', { method: 'POST', body, schema: newToken }));
    if (made) setSecret(made.token);
  }

  const close = (next: boolean) => {
    if (!next) onClose();
  };
  if (secret) {
    return (
      <Dialog
        open
        onOpenChange={close}
        title="Copy your new token"
        description="It is shown this once and stored only as a hash."
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <CodeBlock code={secret} what="Token" />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title="New token"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void make()}>
            Make the token
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="What is it for?" refusal={refusal.fields.name}>
          <Input
            value={name}
            placeholder="Nightly export"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="May do as much as" hint="At most your own role." refusal={refusal.fields.role}>
          <Select
            size="lg"
            value={tokenRole}
            onValueChange={setTokenRole}
            options={allowed.map((value) => ({ value, label: roleLabels[value] }))}
          />
        </Field>
        <Field label="Expires after" refusal={refusal.fields.expiresInDays}>
          <Select size="lg" value={days} onValueChange={setDays} options={lifetimes} />
        </Field>
        <FormMessage>{refusal.message}</FormMessage>
      </div>
    </Dialog>
  );
}
