'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { NameField, OtherProblem } from './name-field.tsx';
import { useCreateSegment } from './use-create-segment.ts';

export type SourceSegment = { id: string; name: string; status: string };

/** The rule of another segment, to be changed. */
export function NewFromSegment({ segments }: { segments: SourceSegment[] }) {
  const [source, setSource] = useState<string | null>(null);
  const [name, setName] = useState('');
  const { create, busy, problem } = useCreateSegment();
  if (segments.length === 0) {
    return <EmptyState title="There is no segment to start from yet." className="m-4" />;
  }
  return (
    <form
      className="flex max-w-md flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (source) void create({ name, fromSegmentId: source });
      }}
    >
      <Field label="Start from">
        <Combobox
          size="lg"
          label="Segment to start from"
          value={source}
          placeholder="Choose a segment"
          onValueChange={(value, option) => {
            setSource(value);
            if (name === '') setName(`Copy of ${option.label}`);
          }}
          options={segments.map(({ id, name: label, status }) => ({ value: id, label, hint: status }))}
        />
      </Field>
      <NameField value={name} onValueChange={setName} problem={problem} />
      <OtherProblem problem={problem} />
      <div>
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          {...(source ? {} : { reason: 'Choose a segment to start from.' })}
        >
          Open the builder
        </Button>
      </div>
    </form>
  );
}
