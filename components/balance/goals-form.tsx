'use client';
import { useState } from 'react';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { planSlots } from '#components/territories/use-plan-address.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Select } from '#components/ui/select.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { OptimiseInput } from '#lib/shared/proposal-shapes.ts';
import { GoalSliders } from './goal-sliders.tsx';
import { scopeOptions, withinOptions } from './goal-words.ts';
import { RateFields } from './rate-fields.tsx';

/** What matters, what may move, and who may take it. */
export function GoalsForm({
  input,
  onChange,
  onStart,
  isRunning,
  hasProposal,
  problem,
}: {
  input: OptimiseInput;
  onChange: (input: OptimiseInput) => void;
  onStart: () => void;
  isRunning: boolean;
  hasProposal: boolean;
  problem: string | null;
}) {
  const { rights } = usePlanner();
  // On a phone the goals step back for the answer.
  const [wanted, setOpen] = useState<boolean | null>(null);
  const isOpen = wanted ?? !(hasProposal || isRunning);
  const patch = (change: Partial<OptimiseInput>) => onChange({ ...input, ...change });
  const missing = rights.noMove ?? missingChoice(input);
  return (
    <section
      aria-label="Goals"
      className="flex w-96 shrink-0 flex-col border-line max-lg:w-full max-lg:border-b lg:overflow-hidden lg:border-r"
    >
      {hasProposal && (
        <Button
          variant="ghost"
          className="m-2 lg:hidden"
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {isOpen ? 'Hide the goals' : 'Change the goals'}
        </Button>
      )}
      <div
        className={`min-h-0 flex-1 flex-col gap-5 px-4 py-4 lg:flex lg:overflow-auto ${isOpen ? 'flex' : 'hidden'}`}
      >
        <Segmented
          label="Slot"
          value={input.slot}
          onValueChange={(slot) => patch({ slot })}
          options={planSlots.map((value) => ({ value, label: slotLabels[value] }))}
          className="self-start"
        />
        <ScopeFields input={input} patch={patch} />
        <Field label="Who may take an account">
          <Select
            size="lg"
            value={input.within}
            onValueChange={(within) => patch({ within })}
            options={withinOptions}
          />
        </Field>
        <div className="flex flex-col gap-1.5">
          <Checkbox
            checked={input.respectRegions}
            onCheckedChange={(on) => patch({ respectRegions: on === true })}
          >
            Reps take accounts of their region or places only
          </Checkbox>
          <Checkbox
            checked={input.respectTiers}
            onCheckedChange={(on) => patch({ respectTiers: on === true })}
          >
            Reps take accounts of their tiers and segments only
          </Checkbox>
          <p className="text-12 text-ink-3">
            Account caps, touches a month, locks and families are always kept. Pools keep what they hold.
          </p>
        </div>
        <GoalSliders input={input} patch={patch} />
        <Field
          label="At most so many accounts change hands"
          optional
          hint="Where more would, moves are priced higher until few enough are worth it."
        >
          <NumberInput
            unit="%"
            value={input.maxMovedRate === null ? null : Math.round(input.maxMovedRate * 1000) / 10}
            onValueChange={(typed) =>
              patch({ maxMovedRate: typed === null ? null : Math.min(1, Math.max(0, typed / 100)) })
            }
          />
        </Field>
        <RateFields input={input} patch={patch} />
        <div className="flex flex-wrap items-end gap-3">
          <Segmented
            label="Effort"
            value={input.effort}
            onValueChange={(effort) => patch({ effort })}
            options={[
              { value: 'quick', label: 'Quick' },
              { value: 'normal', label: 'Normal' },
              { value: 'thorough', label: 'Thorough' },
            ]}
          />
          <Field label="Seed" className="w-24">
            <NumberInput
              value={input.seed}
              onValueChange={(seed) => patch({ seed: Math.round(seed ?? 1) })}
            />
          </Field>
          <p className="w-full text-12 text-ink-3">The same goals, seed and effort give the same plan.</p>
        </div>
      </div>
      <div className={`flex-col gap-2 border-t border-line px-4 py-3 lg:flex ${isOpen ? 'flex' : 'hidden'}`}>
        {problem && (
          <p role="alert" className="text-bad-ink">
            {problem}
          </p>
        )}
        <Button
          variant={hasProposal ? 'secondary' : 'primary'}
          size="lg"
          busy={isRunning}
          reason={missing}
          onClick={onStart}
        >
          {hasProposal ? 'Work out anew' : 'Work out a proposal'}
        </Button>
      </div>
    </section>
  );
}

function ScopeFields({
  input,
  patch,
}: {
  input: OptimiseInput;
  patch: (change: Partial<OptimiseInput>) => void;
}) {
  const { plan, holders } = usePlanner();
  const { scope } = input;
  const start = (kind: OptimiseInput['scope']['kind']) => {
    if (kind === 'territories') patch({ scope: { kind, territoryIds: [] } });
    else if (kind === 'newReps') patch({ scope: { kind, repIds: [] } });
    else patch({ scope: { kind }, ...(kind === 'orphans' ? { includeUnassigned: true } : {}) });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="What may move">
        <Select size="lg" value={scope.kind} onValueChange={start} options={scopeOptions} />
      </Field>
      {scope.kind === 'territories' && (
        <MultiCombobox
          label="Territories"
          size="lg"
          value={scope.territoryIds}
          onValueChange={(territoryIds) => patch({ scope: { kind: 'territories', territoryIds } })}
          placeholder="Choose territories"
          options={plan.territories.map((item) => ({
            value: item.id ?? '',
            label: item.name,
            count: item.accounts,
          }))}
        />
      )}
      {scope.kind === 'newReps' && (
        <MultiCombobox
          label="Reps"
          size="lg"
          value={scope.repIds}
          onValueChange={(repIds) => patch({ scope: { kind: 'newReps', repIds } })}
          placeholder="Choose reps"
          options={holders
            .filter((holder) => holder.kind === 'rep')
            .map(({ id, name, role }) => ({ value: id, label: name, ...(role ? { hint: role } : {}) }))}
        />
      )}
      {plan.unassigned.accounts > 0 && (
        <Checkbox
          checked={input.includeUnassigned}
          onCheckedChange={(on) => patch({ includeUnassigned: on === true })}
        >
          Also {formatCount(plan.unassigned.accounts, 'account')} in no territory
        </Checkbox>
      )}
    </div>
  );
}

function missingChoice({ scope }: OptimiseInput): string | null {
  if (scope.kind === 'territories' && scope.territoryIds.length === 0) return 'Choose a territory first.';
  if (scope.kind === 'newReps' && scope.repIds.length === 0) return 'Choose a rep first.';
  return null;
}
