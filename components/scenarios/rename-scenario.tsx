'use client';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import { useSubmit } from '#components/settings/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { Scenario } from '#lib/shared/scenario-shapes.ts';
import { z } from 'zod';

/** Name and note of a scenario. */
export function RenameScenario({
  scenario,
  refresh,
  onClose,
}: {
  scenario: Scenario;
  refresh: () => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(scenario.name);
  const [note, setNote] = useState(scenario.note ?? '');
  const { isBusy, refusal, submit } = useSubmit(refresh);

  async function save(): Promise<void> {
    const done = await submit(() =>
      api(`/plans/${scenario.id}`, {
        method: 'PATCH',
        ifMatch: scenario.version,
        body: { name: name.trim(), note: note.trim() || null },
        schema: z.unknown(),
      }),
    );
    if (done !== null) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Name and note"
      problem={refusal.message}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" refusal={refusal.fields.name}>
          <Input
            autoFocus
            size="lg"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Note" optional refusal={refusal.fields.note}>
          <Textarea
            rows={2}
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
