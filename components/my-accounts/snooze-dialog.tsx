'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { addCalendarUnits, type EpochDay, formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';

/** Monday of the week after the one that holds `today`. */
function nextMonday(today: EpochDay): EpochDay {
  const sinceMonday = (((today + 3) % 7) + 7) % 7;
  return today + 7 - sinceMonday;
}

/** Until when an account is out of the list: a few usual days, or any. */
export function SnoozeDialog({
  name,
  today,
  canWake,
  open,
  onOpenChange,
  onSnooze,
}: {
  name: string;
  today: EpochDay;
  canWake: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** null wakes it up. */
  onSnooze: (untilOn: EpochDay | null) => void;
}) {
  const [day, setDay] = useState('');
  const usual: { label: string; on: EpochDay }[] = [
    { label: 'Tomorrow', on: today + 1 },
    { label: 'Next Monday', on: nextMonday(today) },
    { label: 'In two weeks', on: today + 14 },
    { label: 'In a month', on: addCalendarUnits(today, 1, 'month') },
  ];
  const other = parseIsoDay(day);
  const isAhead = other !== null && other > today;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width={380}
      title={`Snooze ${name}`}
      description="It leaves the list until that day."
    >
      <div className="flex flex-col gap-2">
        {usual.map(({ label, on }, index) => (
          <Button
            key={label}
            autoFocus={index === 0}
            onClick={() => onSnooze(on)}
            className="justify-between"
          >
            {label}
            <span className="text-12 text-ink-3">{formatDay(on)}</span>
          </Button>
        ))}
        <div className="flex items-end gap-2">
          <Field label="Another day" error={day !== '' && !isAhead ? 'Choose a day after today.' : undefined}>
            <DateInput value={day} min={formatIsoDay(today + 1)} onValueChange={setDay} />
          </Field>
          <Button disabled={!isAhead} onClick={() => isAhead && onSnooze(other)}>
            Snooze
          </Button>
        </div>
        {canWake && (
          <Button variant="primary" onClick={() => onSnooze(null)}>
            Bring back now
          </Button>
        )}
      </div>
    </Dialog>
  );
}
