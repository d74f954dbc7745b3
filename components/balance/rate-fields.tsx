'use client';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import type { OptimiseInput } from '#lib/shared/proposal-shapes.ts';
import { usualRates } from '#lib/territories/optimise/input.ts';

type RateKey = keyof OptimiseInput['rates'];

const fields: { key: RateKey; label: string; isShare?: boolean }[] = [
  { key: 'bandRate', label: 'Tolerance round the target', isShare: true },
  { key: 'balancePotentialRate', label: 'For each 1 of potential outside' },
  { key: 'balanceTouchAmount', label: 'For each touch a month outside' },
  { key: 'balanceCountAmount', label: 'For each account outside' },
  { key: 'moveAmount', label: 'For each account that moves' },
  { key: 'movePotentialRate', label: 'And of its potential', isShare: true },
  { key: 'movePipelineRate', label: 'And of its open pipeline', isShare: true },
  { key: 'travelKmAmount', label: 'For each touch and kilometre' },
];

/** The exchange rates behind the goals; empty means as usual. */
export function RateFields({
  input,
  patch,
}: {
  input: OptimiseInput;
  patch: (change: Partial<OptimiseInput>) => void;
}) {
  const { plan, currency } = usePlanner();
  const usual = { ...usualRates, bandRate: plan.toleranceRate };
  const set = (key: RateKey, value: number | null) => {
    const { [key]: _, ...others } = input.rates;
    patch({ rates: value === null ? others : { ...others, [key]: value } });
  };
  return (
    <details>
      <summary className="cursor-pointer text-ink-2">Exchange rates</summary>
      <div className="grid grid-cols-2 gap-3 pt-3">
        {fields.map(({ key, label, isShare }) => {
          const value = input.rates[key] ?? usual[key];
          return (
            <Field key={key} label={label}>
              <NumberInput
                unit={isShare ? '%' : currency}
                value={isShare ? Math.round(value * 10_000) / 100 : value}
                onValueChange={(typed) =>
                  set(key, typed === null || typed < 0 ? null : isShare ? typed / 100 : typed)
                }
              />
            </Field>
          );
        })}
      </div>
    </details>
  );
}
