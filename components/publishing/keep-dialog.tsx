'use client';
import { useState } from 'react';
import { problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { formatIsoDay } from '#lib/shared/days.ts';

export type Until = { untilOn: string | null; reason: string | null };

/** Until when deals stay with their former owner, and why. */
export function KeepDialog({
  title,
  action,
  todayOn,
  initial = { untilOn: null, reason: null },
  onSave,
  onClose,
}: {
  title: string;
  action: string;
  todayOn: number;
  initial?: Until;
  /** Throws what the server refuses. */
  onSave: (until: Until) => Promise<void>;
  onClose: () => void;
}) {
  const [day, setDay] = useState(initial.untilOn);
  const [reason, setReason] = useState(initial.reason ?? '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await onSave({ untilOn: day, reason: reason.trim() || null });
      onClose();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      problem={problem}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={isBusy}
            reason={day === '' ? 'Choose the last day.' : undefined}
            onClick={() => void save()}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <RadioGroup
          label="Until"
          value={day === null ? 'outcome' : 'date'}
          onValueChange={(next) => setDay(next === 'outcome' ? null : formatIsoDay(todayOn + 90))}
          options={[
            { value: 'outcome', label: 'Until the deal is won or lost' },
            { value: 'date', label: 'Until a day', hint: 'Or until it is won or lost before that.' },
          ]}
        />
        {day !== null && (
          <Field label="Last day">
            <DateInput value={day} min={formatIsoDay(todayOn)} onValueChange={setDay} className="w-44" />
          </Field>
        )}
        <Field label="Reason" optional hint="Shown to both owners.">
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
