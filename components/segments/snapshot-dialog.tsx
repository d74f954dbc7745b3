'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { createdListShape } from '#lib/shared/pin-shapes.ts';

/** Asks for the name of a fixed list of a segment's present members, and makes it. */
export function SnapshotDialog({
  segment,
  onClose,
}: {
  segment: { id: string; name: string };
  onClose: () => void;
}) {
  const router = useRouter();
  const [name, setName] = useState(`${segment.name}, fixed list`.slice(0, 120));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function make(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const body = { name, fromSegmentId: segment.id };
      const made = await api('/segments/lists', { method: 'POST', body, schema: createdListShape });
      router.push(`/segments/${made.id}/pins` as Route);
    } catch (error) {
      const issue = error instanceof ApiProblem ? error.issues[0] : undefined;
      setProblem(issue?.message ?? problemText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={420}
      title="Keep the members as a fixed list"
      description={`The list has who is in ${segment.name} now, and stays so while the segment goes on.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            reason={name.trim() === '' ? 'Give the list a name.' : undefined}
            onClick={() => void make()}
          >
            Make the list
          </Button>
        </>
      }
    >
      <Field label="Name of the list" {...(problem ? { refusal: problem } : {})}>
        <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
    </Dialog>
  );
}
