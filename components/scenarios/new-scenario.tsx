'use client';
import { useState } from 'react';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { createdSchema } from './scenario-actions.ts';

/** Asks for a name, a note and what to start from, then makes the scenario. */
export function NewScenario({
  planId,
  scenarios,
  isPublished,
  from: first = 'draft',
  onClose,
  onCreated,
}: {
  planId: string;
  scenarios: readonly { id: string; name: string }[];
  isPublished: boolean;
  /** `draft`, `published`, `blank` or a scenario's id. */
  from?: string;
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [from, setFrom] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ name?: string; other?: string }>({});

  async function create(): Promise<void> {
    if (name.trim() === '') return setProblem({ name: 'Give the scenario a name.' });
    setBusy(true);
    setProblem({});
    try {
      const { id } = await api(`/plans/${planId}/scenarios`, {
        method: 'POST',
        body: { name: name.trim(), note: note.trim() || null, from },
        schema: createdSchema,
      });
      onCreated(id);
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
      title="New scenario"
      description="Try something beside the plan. Nothing of the draft or of what is published changes."
      problem={problem.other}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void create()}>
            Make the scenario
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field label="Name" {...(problem.name ? { refusal: problem.name } : {})}>
          <Input
            autoFocus
            size="lg"
            value={name}
            maxLength={120}
            placeholder="Two more reps in the West"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label="Start from"
          hint={
            from === 'blank'
              ? 'Every account starts unassigned. Who holds one now keeps it until a territory fills that slot.'
              : undefined
          }
        >
          <Select
            size="lg"
            value={from}
            onValueChange={setFrom}
            groups={[
              {
                label: 'The plan',
                options: [
                  { value: 'draft', label: 'The draft as it is now' },
                  { value: 'published', label: 'What is published', disabled: !isPublished },
                  { value: 'blank', label: 'Nothing: a plan without territories' },
                ],
              },
              ...(scenarios.length === 0
                ? []
                : [
                    {
                      label: 'Another scenario',
                      options: scenarios.map((item) => ({ value: item.id, label: item.name })),
                    },
                  ]),
            ]}
          />
        </Field>
        <Field label="Note" optional hint="What it tries, for those who compare it.">
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
