'use client';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import { useSubmit } from '#components/settings/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { parseIsoDay } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { z } from 'zod';
import { usePlanner } from './planner-context.tsx';

/** The plan's period in words; null where it has none. */
export function periodText({ startsOn, endsOn }: Pick<PlanView, 'startsOn' | 'endsOn'>): string | null {
  const [from, to] = [dayText(startsOn), dayText(endsOn)];
  if (from && to) return `${from} – ${to}`;
  if (from) return `from ${from}`;
  return to ? `until ${to}` : null;
}

function dayText(day: string | null): string | null {
  const parsed = day === null ? null : parseIsoDay(day);
  return parsed === null ? null : formatDay(parsed);
}

/** Name and period of a plan; of a scenario its note, too. */
export function PlanSettings({ onClose }: { onClose: () => void }) {
  const { plan, refresh } = usePlanner();
  const [name, setName] = useState(plan.name);
  const [startsOn, setStartsOn] = useState(plan.startsOn ?? '');
  const [endsOn, setEndsOn] = useState(plan.endsOn ?? '');
  const [note, setNote] = useState(plan.scenario?.note ?? '');
  const { isBusy, refusal, submit } = useSubmit(refresh);

  async function save(): Promise<void> {
    const done = await submit(() =>
      api(`/plans/${plan.id}`, {
        method: 'PATCH',
        ifMatch: plan.version,
        body: {
          name: name.trim(),
          startsOn: startsOn || null,
          endsOn: endsOn || null,
          ...(plan.scenario ? { note: note.trim() || null } : {}),
        },
        schema: z.unknown(),
      }),
    );
    if (done !== null) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={plan.scenario ? 'The scenario' : 'The plan'}
      problem={refusal.message}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" refusal={refusal.fields.name}>
          <Input
            autoFocus
            size="lg"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Field label="Starts on" optional refusal={refusal.fields.startsOn}>
            <DateInput size="lg" value={startsOn} onValueChange={setStartsOn} />
          </Field>
          <Field label="Ends on" optional refusal={refusal.fields.endsOn}>
            <DateInput size="lg" value={endsOn} onValueChange={setEndsOn} />
          </Field>
        </div>
        <p className="-mt-2 text-12 text-ink-3">
          Quotas are held against potential over this period; without one, over the present fiscal year.
        </p>
        {plan.scenario && (
          <Field label="Note" optional refusal={refusal.fields.note}>
            <Textarea
              rows={2}
              value={note}
              maxLength={1000}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
