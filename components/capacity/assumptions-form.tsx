'use client';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import { FormMessage } from '#components/auth/form-message.tsx';
import { useSubmit } from '#components/settings/use-submit.ts';
import { roleText } from '#components/territories/words.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { type CapacityView, roleAssumptionsSchema } from '#lib/shared/capacity-shapes.ts';
import { formatNumber, formatRate } from '#lib/shared/format.ts';

type Assumptions = NonNullable<CapacityView['assumptions']>;

const percents = (curve: readonly number[]) => curve.map((rate) => Math.round(rate * 100)).join(', ');
const ratesOf = (text: string) =>
  text
    .split(/[\s,;%]+/)
    .filter(Boolean)
    .map((word) => Number(word) / 100);

/** What is assumed of everybody in a role; for those who may change people, in place. */
export function AssumptionsForm({
  assumptions,
  refusal,
}: {
  assumptions: Assumptions;
  refusal: string | null;
}) {
  const [curve, setCurve] = useState(percents(assumptions.rampCurve));
  const [attrition, setAttrition] = useState<number | null>(assumptions.attritionRate * 100);
  const [touchHours, setTouchHours] = useState<number | null>(assumptions.touchHours);
  const { isBusy, refusal: fault, submit } = useSubmit();
  const role = roleText(assumptions.role);
  if (refusal !== null) {
    return (
      <section aria-label="Assumptions" className="flex flex-col gap-1">
        <SectionHeader title="Assumptions" fact={`of every ${role}`} />
        <p className="text-ink-2">
          Ramp {percents(assumptions.rampCurve) || 'none'} % by month of work, then full ·{' '}
          {formatRate(assumptions.attritionRate, { digits: 0 })} leave in a year ·{' '}
          {formatNumber(assumptions.touchHours, { digits: 2 })} hours a touch
        </p>
        <p className="text-12 text-ink-3">{refusal}</p>
      </section>
    );
  }
  const ramp = ratesOf(curve);
  const unreadable = ramp.some((rate) => !Number.isFinite(rate));
  const rampFault = unreadable
    ? 'Give percents separated by commas, for example 10, 30, 50, 75.'
    : Object.entries(fault.fields).find(([field]) => field.startsWith('rampCurve'))?.[1];
  const error = (message: string | undefined) => (message === undefined ? {} : { error: message });
  return (
    <section aria-label="Assumptions" className="flex flex-col gap-2">
      <SectionHeader title="Assumptions" fact={`of every ${role}`} />
      <form
        className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr_auto] sm:items-start"
        onSubmit={(event) => {
          event.preventDefault();
          if (unreadable) return;
          void submit(
            () =>
              api('/capacity/roles', {
                method: 'PUT',
                body: {
                  role: assumptions.role,
                  rampCurve: ramp,
                  attritionRate: (attrition ?? 0) / 100,
                  touchHours: touchHours ?? 0,
                },
                schema: roleAssumptionsSchema,
              }),
            `Assumptions of ${role} saved`,
          );
        }}
      >
        <Field label="Ramp by month of work, %" hint="Full after the last" {...error(rampFault)}>
          <Input size="lg" value={curve} onChange={(event) => setCurve(event.target.value)} />
        </Field>
        <Field label="Leave in a year" {...error(fault.fields.attritionRate)}>
          <NumberInput size="lg" unit="%" value={attrition} onValueChange={setAttrition} />
        </Field>
        <Field label="Hours a touch" {...error(fault.fields.touchHours)}>
          <NumberInput size="lg" unit="h" value={touchHours} onValueChange={setTouchHours} />
        </Field>
        <Button type="submit" busy={isBusy} className="sm:mt-6">
          Save
        </Button>
      </form>
      <FormMessage>{fault.message}</FormMessage>
    </section>
  );
}
