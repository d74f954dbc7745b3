'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { isWorkingDay } from '#lib/scoring/day-plan.ts';
import { type EpochDay, formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';

function nextWorkingDay(today: EpochDay): EpochDay {
  let day = today + 1;
  while (!isWorkingDay(day)) day++;
  return day;
}

/** A dated next step on one account. */
export function StepDialog({
  name,
  today,
  open,
  onOpenChange,
  onSave,
}: {
  name: string;
  today: EpochDay;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A sentence when it was refused; what was typed stays. */
  onSave: (step: { text: string; dueOn: string }) => Promise<string | null>;
}) {
  const [text, setText] = useState('');
  const [day, setDay] = useState(() => formatIsoDay(nextWorkingDay(today)));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const textProblem = text.trim() === '' ? 'Say what the next step is.' : undefined;
  const dayProblem = parseIsoDay(day) === null ? 'Choose a day.' : undefined;

  async function save(): Promise<void> {
    setTried(true);
    if (textProblem || dayProblem || busy) return;
    setBusy(true);
    const problem = await onSave({ text: text.trim(), dueOn: day });
    setBusy(false);
    setRefused(problem);
    if (problem !== null) return;
    setText('');
    setTried(false);
    onOpenChange(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width={420}
      title={`Next step for ${name}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Set the step
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
        <Field label="What" error={tried ? textProblem : undefined}>
          <Input
            size="lg"
            autoFocus
            value={text}
            maxLength={500}
            placeholder="Send the benchmark"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Field label="On" error={tried ? dayProblem : undefined}>
          <DateInput size="lg" value={day} onValueChange={setDay} />
        </Field>
        {refused && (
          <p role="alert" className="text-12 text-bad-ink">
            {refused}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
