'use client';
import { Plus, X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { Rep } from '#lib/shared/rep-shapes.ts';

type Times = Pick<Rep, 'startsOn' | 'endsOn' | 'isOpening' | 'absences'>;

/** When somebody works: first and last day, an open place, time off. */
export function RepTimeFields({
  values,
  patch,
  refused,
}: {
  values: Times;
  patch: (change: Partial<Times>) => void;
  refused: (field: string) => { refusal?: string };
}) {
  const { absences } = values;
  const change = (at: number, part: Partial<Times['absences'][number]>) =>
    patch({ absences: absences.map((item, index) => (index === at ? { ...item, ...part } : item)) });
  const firstFault = absences.flatMap((_, at) =>
    ['toOn', 'fromOn'].flatMap((key) => refused(`absences.${at}.${key}`).refusal ?? []),
  )[0];
  return (
    <>
      <Switch checked={values.isOpening} onCheckedChange={(isOpening) => patch({ isOpening })}>
        Open place: planned for, filled by nobody yet
      </Switch>
      <div className="grid grid-cols-2 gap-3">
        <Field
          label={values.isOpening ? 'To be filled on' : 'First day'}
          optional={!values.isOpening}
          hint="Ramp follows the role’s curve from here"
          {...refused('startsOn')}
        >
          <DateInput
            size="lg"
            value={values.startsOn ?? ''}
            onValueChange={(day) => patch({ startsOn: day || null })}
          />
        </Field>
        <Field label="Last day" optional {...refused('endsOn')}>
          <DateInput
            size="lg"
            value={values.endsOn ?? ''}
            onValueChange={(day) => patch({ endsOn: day || null })}
          />
        </Field>
      </div>
      <fieldset className="grid gap-2">
        <legend className="pb-1 font-medium">
          Time off <span className="font-normal text-ink-3">both days included</span>
        </legend>
        {absences.map((item, at) => (
          <div key={at} className="grid grid-cols-[1fr_1fr_1fr_auto] items-center gap-2">
            <DateInput
              aria-label={`From, time off ${at + 1}`}
              value={item.fromOn}
              onValueChange={(fromOn) => change(at, { fromOn })}
            />
            <DateInput
              aria-label={`To, time off ${at + 1}`}
              value={item.toOn}
              onValueChange={(toOn) => change(at, { toOn })}
            />
            <Input
              aria-label={`Reason, time off ${at + 1}`}
              placeholder="Reason"
              value={item.reason ?? ''}
              onChange={(event) => change(at, { reason: event.target.value || null })}
            />
            <IconButton
              label={`Remove time off ${at + 1}`}
              size="sm"
              onClick={() => patch({ absences: absences.filter((_, index) => index !== at) })}
            >
              <X aria-hidden />
            </IconButton>
          </div>
        ))}
        {firstFault && <p className="text-12 text-bad-ink">{firstFault}</p>}
        <div>
          <Button
            size="sm"
            onClick={() => patch({ absences: [...absences, { fromOn: '', toOn: '', reason: null }] })}
          >
            <Plus aria-hidden />
            Add time off
          </Button>
        </div>
      </fieldset>
    </>
  );
}
