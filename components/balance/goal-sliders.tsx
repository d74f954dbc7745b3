'use client';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Select } from '#components/ui/select.tsx';
import type { OptimiseInput } from '#lib/shared/proposal-shapes.ts';
import { goalsInWords, weighGoals } from '#lib/territories/optimise/goals-in-words.ts';
import { usualRates } from '#lib/territories/optimise/input.ts';
import { goalLabels, goalPresets, presetOf, weightOptions } from './goal-words.ts';

/** Three goals against each other, and what that means in money. */
export function GoalSliders({
  input,
  patch,
}: {
  input: OptimiseInput;
  patch: (change: Partial<OptimiseInput>) => void;
}) {
  const { plan, currency } = usePlanner();
  const preset = presetOf(input.goals);
  const own = Object.fromEntries(Object.entries(input.rates).filter(([, value]) => value !== undefined));
  const rates = weighGoals({ ...usualRates, bandRate: plan.toleranceRate, ...own }, input.goals);
  return (
    <fieldset className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <legend className="contents">
          <span className="font-medium">What matters</span>
        </legend>
        <Select
          label="Goals"
          className="ml-auto"
          value={preset}
          placeholder="Own weights"
          onValueChange={(value) => {
            const chosen = goalPresets.find((item) => item.value === value);
            if (chosen) patch({ goals: chosen.goals });
          }}
          options={goalPresets}
        />
      </div>
      {goalLabels.map(({ key, label, hint }) => (
        <div key={key} className="flex flex-col gap-1">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span>{label}</span>
            <Segmented
              label={label}
              value={String(input.goals[key])}
              onValueChange={(value) => patch({ goals: { ...input.goals, [key]: Number(value) } })}
              options={weightOptions}
            />
          </div>
          <p className="text-12 text-ink-3">{hint}</p>
        </div>
      ))}
      <ul
        aria-label="What that means"
        className="flex flex-col gap-1 border-l-2 border-line pl-3 text-12 text-ink-2"
      >
        {goalsInWords(rates, currency).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </fieldset>
  );
}
