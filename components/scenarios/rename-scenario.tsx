'use client';
import { useState } from 'react';
import { ApiProblem, api } from '#components/api-client.ts';
import { problemText } from '#components/territories/plan-actions.ts';
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
  onClose,
  onDone,
}: {
  scenario: Scenario;
  onClose: () => void;
  onDone: () => void;
}) {
  const [name, setName] = useState(scenario.name);
  const [note, setNote] = useState(scenario.note ?? '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ name?: string; other?: string }>({});

  async function save(): Promise<void> {
    setBusy(true);
    setProblem({});
    try {
      await api(`/plans/${scenario.id}`, {
        method: 'PATCH',
        ifMatch: scenario.version,
        body: { name: name.trim(), note: note.trim() || null },
        schema: z.unknown(),
      });
      onDone();
    } catch (error) {
      const issue = error instanceof ApiProblem && error.issues.find((item) => item.path === '/name');
      setProblem(issue ? { name: issue.message } : { other: problemText(error) });
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Name and note"
      footer={
        <>
          {problem.other && <span className="mr-auto text-12 text-bad-ink">{problem.other}</span>}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Name" {...(problem.name ? { refusal: problem.name } : {})}>
          <Input
            autoFocus
            size="lg"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Note" optional>
          <Textarea
            rows={2}
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
