'use client';
import { Field } from '#components/ui/field.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import type { Rep } from '#lib/shared/rep-shapes.ts';
import { useState } from 'react';

type Capacity = Pick<Rep, 'capacityTouches' | 'capacityHours'>;

/** What somebody can do in a month at full ramp, in touches or in hours; a pool in touches only. */
export function CapacityField({
  kind,
  values,
  patch,
  refused,
}: {
  kind: Rep['kind'];
  values: Capacity;
  patch: (change: Partial<Capacity>) => void;
  refused: (field: string) => { refusal?: string };
}) {
  const [unit, setUnit] = useState<'touches' | 'hours'>(values.capacityHours === null ? 'touches' : 'hours');
  const set = (amount: number | null, of = unit) =>
    patch(
      of === 'hours'
        ? { capacityHours: amount, capacityTouches: null }
        : { capacityTouches: amount, capacityHours: null },
    );
  const amount = unit === 'hours' ? values.capacityHours : values.capacityTouches;
  return (
    <div className="flex flex-col gap-1">
      <Field
        label="Capacity"
        optional
        hint="A month, at full ramp"
        {...refused(unit === 'hours' ? 'capacityHours' : 'capacityTouches')}
      >
        <NumberInput size="lg" unit={unit} value={amount} onValueChange={(next) => set(next)} />
      </Field>
      {kind === 'rep' && (
        <Segmented
          label="Capacity in"
          className="h-6 self-start text-12"
          value={unit}
          onValueChange={(next) => {
            setUnit(next);
            set(amount, next);
          }}
          options={[
            { value: 'touches', label: 'Touches' },
            { value: 'hours', label: 'Hours' },
          ]}
        />
      )}
    </div>
  );
}
