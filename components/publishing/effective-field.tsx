'use client';
import { DateInput } from '#components/ui/date-input.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { formatIsoDay } from '#lib/shared/days.ts';

/** When the plan takes over: at once, or on a day ahead. `value` is `YYYY-MM-DD`, '' for a day not chosen yet, null for at once. */
export function EffectiveField({
  value,
  onChange,
  todayOn,
  timeZone,
}: {
  value: string | null;
  onChange: (day: string | null) => void;
  todayOn: number;
  timeZone: string;
}) {
  return (
    <div className="flex flex-col gap-2">
      <span className="font-medium">Takes over</span>
      <RadioGroup
        label="Takes over"
        value={value === null ? 'now' : 'day'}
        onValueChange={(next) => onChange(next === 'now' ? null : '')}
        options={[
          { value: 'now', label: 'At once', hint: 'Freezes who holds what and moves accounts now.' },
          {
            value: 'day',
            label: 'On a day ahead',
            hint: 'Frozen now, moves accounts at midnight of that day. Can be withdrawn until then.',
          },
        ]}
      />
      {value !== null && (
        <Field label="First day" hint={`Midnight in ${timeZone.replaceAll('_', ' ')}.`}>
          <DateInput
            value={value}
            min={formatIsoDay(todayOn + 1)}
            onValueChange={onChange}
            className="w-44"
          />
        </Field>
      )}
    </div>
  );
}
