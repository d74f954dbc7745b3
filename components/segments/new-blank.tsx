'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { NameField, OtherProblem } from './name-field.tsx';
import { useCreateSegment } from './use-create-segment.ts';

/** An empty rule over accounts or contacts. */
export function NewBlank() {
  const [name, setName] = useState('');
  const [entity, setEntity] = useState<'account' | 'contact'>('account');
  const { create, busy, problem } = useCreateSegment();
  return (
    <form
      className="flex max-w-md flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void create({ name, entity });
      }}
    >
      <NameField value={name} onValueChange={setName} problem={problem} autoFocus />
      <RadioGroup
        label="Made of"
        value={entity}
        onValueChange={(value) => setEntity(value === 'contact' ? 'contact' : 'account')}
        options={[
          { value: 'account', label: 'Accounts', hint: 'Companies; can give a tier and fill territories.' },
          { value: 'contact', label: 'Contacts', hint: 'People, for example for a campaign.' },
        ]}
      />
      <OtherProblem problem={problem} />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          Open the builder
        </Button>
      </div>
    </form>
  );
}
