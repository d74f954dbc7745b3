'use client';
import { useState } from 'react';
import { inviteLink, type Person, person as personSchema } from '#lib/permissions/people-shapes.ts';
import { type Role, roleLabels, roles } from '#lib/permissions/roles.ts';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { useSubmit } from './use-submit.ts';

type Props = {
  /** Null to invite somebody new. */
  person: Person | null;
  reps: { id: string; name: string }[];
  onClose: () => void;
  onInvited: (name: string, invitePath: string) => void;
};

const NO_REP = 'none';

const roleHints: Record<Role, string> = {
  admin: 'Everything, people and tokens included.',
  revops: 'Data, segments, tiers, plans, settings and the audit log.',
  leader: 'Segments, plans and results of their team or of everybody.',
  rep: 'Their own book: accounts, touches and results.',
  viewer: 'Looks at everything, changes nothing.',
};

/** Invite a person, or change what one may do and see. */
export function PersonDialog({ person, reps, onClose, onInvited }: Props) {
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'rep');
  const [leaderSees, setLeaderSees] = useState(person?.leaderSees ?? 'team');
  const [repId, setRepId] = useState(person?.repId ?? null);
  const { isBusy, refusal, submit } = useSubmit();
  const reach = { name, role, leaderSees, repId };

  async function save(): Promise<void> {
    if (person) {
      const saved = await submit(
        () =>
          api(`/users/${person.id}`, {
            method: 'PATCH',
            body: reach,
            ifMatch: person.version,
            schema: personSchema,
          }),
        `${name} saved`,
      );
      if (saved) onClose();
      return;
    }
    const link = await submit(() =>
      api('/users', { method: 'POST', body: { ...reach, email }, schema: inviteLink }),
    );
    if (link) onInvited(link.user.name, link.invitePath);
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={person ? person.name : 'Invite a person'}
      description={person ? person.email : 'You get a link to send them; they choose their own password.'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {person ? 'Save' : 'Make the invitation'}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Name" refusal={refusal.fields.name}>
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {!person && (
          <Field label="E-mail" refusal={refusal.fields.email}>
            <Input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
        )}
        <Field label="Role" hint={roleHints[role]} refusal={refusal.fields.role}>
          <Select
            size="lg"
            value={role}
            onValueChange={setRole}
            options={roles.map((value) => ({ value, label: roleLabels[value] }))}
          />
        </Field>
        {role === 'leader' && (
          <RadioGroup
            label="Sees"
            value={leaderSees}
            onValueChange={(value) => setLeaderSees(value === 'all' ? 'all' : 'team')}
            options={[
              { value: 'team', label: 'Their team', hint: 'Everybody below them in the line of managers.' },
              { value: 'all', label: 'Everybody' },
            ]}
          />
        )}
        <Field
          label="Rep"
          optional={role !== 'rep'}
          hint={role === 'rep' ? 'Whose book they work. Without one they see no accounts.' : undefined}
          refusal={refusal.fields.repId}
        >
          <Combobox
            label="Rep"
            size="lg"
            value={repId ?? NO_REP}
            onValueChange={(value) => setRepId(value === NO_REP ? null : value)}
            options={[
              { value: NO_REP, label: 'No rep' },
              ...reps.map((rep) => ({ value: rep.id, label: rep.name })),
            ]}
          />
        </Field>
        <FormMessage>{refusal.message}</FormMessage>
      </div>
    </Dialog>
  );
}
