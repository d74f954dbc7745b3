'use client';
import { useState } from 'react';
import { ApiProblem, api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Issue } from '#lib/shared/errors.ts';
import { formatRate } from '#lib/shared/format.ts';
import { type ActivityChannel, activityChannels } from '#lib/shared/activity-words.ts';
import { type Tier, tierInput, tierShape } from '#lib/shared/tier-shapes.ts';
import { channelLabels } from './channel-mix.tsx';

type Form = {
  name: string;
  description: string;
  rank: number | null;
  touchesFrom: number | null;
  touchesTo: number | null;
  mix: Partial<Record<ActivityChannel, number | null>>;
  responseSlaHours: number | null;
  maxAccountsPerRep: number | null;
  workedBy: string;
};

function formOf(tier: Tier | null, rank: number): Form {
  const mix = tier?.channelMix ?? { email: 0.5, call: 0.5 };
  return {
    name: tier?.name ?? '',
    description: tier?.description ?? '',
    rank: tier?.rank ?? rank,
    touchesFrom: tier?.touchesFrom ?? null,
    touchesTo: tier?.touchesTo ?? null,
    mix: Object.fromEntries(
      Object.entries(mix).map(([channel, share]) => [channel, Math.round((share ?? 0) * 1000) / 10]),
    ),
    responseSlaHours: tier?.responseSlaHours ?? null,
    maxAccountsPerRep: tier?.maxAccountsPerRep ?? null,
    workedBy: tier?.workedBy ?? '',
  };
}

function inputOf(form: Form): unknown {
  const shares = Object.entries(form.mix).filter(([, percent]) => percent !== null && percent !== 0);
  return {
    name: form.name,
    description: form.description.trim() || null,
    rank: form.rank,
    touchesFrom: form.touchesFrom,
    touchesTo: form.touchesTo,
    channelMix: Object.fromEntries(shares.map(([channel, percent]) => [channel, (percent ?? 0) / 100])),
    responseSlaHours: form.responseSlaHours,
    maxAccountsPerRep: form.maxAccountsPerRep,
    workedBy: form.workedBy.trim() || null,
  };
}

const required: Record<string, string> = {
  rank: 'Give it a rank; 1 is the highest.',
  touchesFrom: 'How many touches a month at least?',
  touchesTo: 'How many touches a month at most?',
};

/** One sentence a field, from the same schema that the API reads. */
function faultsOf(input: unknown): Record<string, string> {
  const parsed = tierInput.safeParse(input);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues
      .map((issue) => [String(issue.path[0] ?? ''), issue] as const)
      .reverse()
      .map(([field, issue]) => [
        field,
        issue.code === 'invalid_type' ? (required[field] ?? issue.message) : issue.message,
      ]),
  );
}

function byField(issues: Issue[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.split('/')[1] ?? '', message]));
}

/** Makes a tier, or edits `tier`; what was typed survives a refusal. */
export function TierForm({
  tier,
  others,
  nextRank,
  open,
  onOpenChange,
  onSaved,
}: {
  tier: Tier | null;
  /** The other tiers in force. */
  others: readonly Tier[];
  nextRank: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved: () => void;
}) {
  const [form, setForm] = useState(() => formOf(tier, nextRank));
  const twin = others.find(({ rank }) => rank === form.rank);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Form>) => setForm({ ...form, ...change });
  const sum = Object.values(form.mix).reduce<number>((total, percent) => total + (percent ?? 0), 0);
  const faults = isTried ? faultsOf(inputOf(form)) : {};
  const mixFault = faults.channelMix ?? refused.channelMix;
  const fault = (field: string) => ({ error: faults[field], refusal: refused[field] });

  async function save(): Promise<void> {
    const body = inputOf(form);
    setTried(true);
    setRefused({});
    setProblem(null);
    if (Object.keys(faultsOf(body)).length > 0) return;
    setBusy(true);
    try {
      await api(tier ? `/tiers/${tier.id}` : '/tiers', {
        method: tier ? 'PUT' : 'POST',
        body,
        schema: tierShape,
        ...(tier ? { ifMatch: tier.version } : {}),
      });
      toast(`${form.name} saved`);
      onSaved();
      onOpenChange(false);
    } catch (error) {
      if (error instanceof ApiProblem && error.issues.length > 0) setRefused(byField(error.issues));
      else setProblem(error instanceof Error ? error.message : 'The tier could not be saved.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={tier ? `Edit ${tier.name}` : 'New tier'}
      description="How much an account of this tier is worked, how, and by whom."
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {tier ? 'Save the tier' : 'Create the tier'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 px-4 py-4">
        {problem && <Callout tone="bad" title={problem} />}
        <div className="grid grid-cols-[1fr_96px] items-start gap-3">
          <Field label="Name" {...fault('name')}>
            <Input size="lg" value={form.name} onChange={(event) => set({ name: event.target.value })} />
          </Field>
          <Field
            label="Rank"
            hint={twin ? `${twin.name} has it too; the older segment decides.` : '1 is highest'}
            {...fault('rank')}
          >
            <NumberInput size="lg" value={form.rank} onValueChange={(rank) => set({ rank })} />
          </Field>
        </div>
        <Field label="What it is for" optional {...fault('description')}>
          <Input
            size="lg"
            value={form.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
        <div className="grid grid-cols-2 items-start gap-3">
          <Field label="Touches a month, from" {...fault('touchesFrom')}>
            <NumberInput
              size="lg"
              value={form.touchesFrom}
              onValueChange={(touchesFrom) => set({ touchesFrom })}
            />
          </Field>
          <Field label="to" {...fault('touchesTo')}>
            <NumberInput size="lg" value={form.touchesTo} onValueChange={(touchesTo) => set({ touchesTo })} />
          </Field>
        </div>
        <fieldset className="flex flex-col">
          <legend className="mb-2 flex w-full items-baseline justify-between text-13">
            <span className="font-medium">Channels</span>
            <span className={sum === 100 ? 'text-12 text-ink-3' : 'text-12 text-caution-ink'}>
              {formatRate(sum / 100, { digits: 0 })} of 100 %
            </span>
          </legend>
          <div className="grid grid-cols-2 gap-x-3 gap-y-2">
            {activityChannels.map((channel) => (
              <Field key={channel} label={channelLabels[channel]}>
                <NumberInput
                  unit="%"
                  value={form.mix[channel] ?? null}
                  onValueChange={(percent) => set({ mix: { ...form.mix, [channel]: percent } })}
                />
              </Field>
            ))}
          </div>
          {mixFault && (
            <p role="alert" className="mt-1 text-12 text-bad-ink">
              {mixFault}
            </p>
          )}
        </fieldset>
        <div className="grid grid-cols-2 items-start gap-3">
          <Field label="Answer within" optional {...fault('responseSlaHours')}>
            <NumberInput
              size="lg"
              unit="hours"
              value={form.responseSlaHours}
              onValueChange={(responseSlaHours) => set({ responseSlaHours })}
            />
          </Field>
          <Field label="Accounts a rep" optional {...fault('maxAccountsPerRep')}>
            <NumberInput
              size="lg"
              value={form.maxAccountsPerRep}
              onValueChange={(maxAccountsPerRep) => set({ maxAccountsPerRep })}
            />
          </Field>
        </div>
        <Field label="Worked by" optional hint="For example Enterprise AE and SDR" {...fault('workedBy')}>
          <Input
            size="lg"
            value={form.workedBy}
            onChange={(event) => set({ workedBy: event.target.value })}
          />
        </Field>
      </div>
    </Sheet>
  );
}
