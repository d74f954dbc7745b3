'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { Track } from '#components/ui/track.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { segmentShape } from '#lib/shared/segment-shapes.ts';

const choicesShape = z.object({
  field: z.string(),
  label: z.string(),
  members: z.number(),
  choices: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
  missing: z.number(),
});
type Choices = z.output<typeof choicesShape>;
const createdShape = z.object({ items: z.array(segmentShape) });

const FIRST_CHOSEN = 3;

/** The values of a field among the members, loaded anew for another field. */
function useChoices(segmentId: string, field: string) {
  const [answer, setAnswer] = useState<{
    field: string;
    choices: Choices | null;
    problem: string | null;
  } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    api(`/segments/${segmentId}/split?${new URLSearchParams({ field })}`, {
      schema: choicesShape,
      signal: controller.signal,
    }).then(
      (choices) => setAnswer({ field, choices, problem: null }),
      (error: unknown) => {
        if (!controller.signal.aborted) setAnswer({ field, choices: null, problem: problemText(error) });
      },
    );
    return () => controller.abort();
  }, [segmentId, field]);
  return answer?.field === field ? answer : null;
}

/** Splits a published segment by the values of one field: a child for each chosen value. */
export function SplitForm({
  segment,
  fields,
  usualField,
  entity,
  mayPublish,
}: {
  segment: { id: string; name: string };
  fields: ComboOption[];
  /** The field to begin with. */
  usualField: string;
  entity: string;
  mayPublish: boolean;
}) {
  const router = useRouter();
  const [field, setField] = useState(usualField);
  const [picked, setPicked] = useState<Record<string, string[]>>({});
  const [names, setNames] = useState<Record<string, string>>({});
  const [publish, setPublish] = useState(mayPublish);
  const [busy, setBusy] = useState(false);
  const answer = useChoices(segment.id, field);
  const choices = answer?.choices?.choices ?? [];
  const chosen = picked[field] ?? choices.slice(0, FIRST_CHOSEN).map((choice) => choice.value);
  const most = Math.max(1, ...choices.map((choice) => choice.count));
  const nameOf = (value: string, label: string) =>
    names[`${field}\n${value}`] ?? `${segment.name} · ${label}`;

  async function split(): Promise<void> {
    setBusy(true);
    try {
      const { items } = await api(`/segments/${segment.id}/split`, {
        method: 'POST',
        schema: createdShape,
        body: {
          field,
          publish,
          values: choices
            .filter((choice) => chosen.includes(choice.value))
            .map(({ value, label }) => ({ value, name: nameOf(value, label) })),
        },
      });
      toast(
        `${formatCount(items.length, 'segment')} ${publish ? 'published' : 'drafted'} from ${segment.name}`,
      );
      router.push('/segments' as Route);
    } catch (error) {
      toastError(problemText(error));
      setBusy(false);
    }
  }

  return (
    <div className="flex max-w-3xl flex-col gap-4 px-4 py-4">
      <p className="text-ink-2">
        Each part is a segment of its own: in <strong className="font-medium text-ink">{segment.name}</strong>
        , and with that value. Their results can be compared side by side.
      </p>
      <Field label="Split by">
        <Combobox
          label="Field to split by"
          value={field}
          onValueChange={setField}
          options={fields}
          valueLabel={fields.find((option) => option.value === field)?.label ?? field}
          className="w-72"
        />
      </Field>
      {!answer && <SkeletonRows rows={6} label="Counting values" />}
      {answer?.problem && <ErrorState title={answer.problem} />}
      {answer?.choices && choices.length === 0 && (
        <EmptyState title={`No member has a value in ${answer.choices.label}.`}>
          Choose another field.
        </EmptyState>
      )}
      {choices.length > 0 && (
        <ul className="flex flex-col border-y border-line" aria-label="Values">
          {choices.map(({ value, label, count }) => {
            const isChosen = chosen.includes(value);
            return (
              <li
                key={value}
                className="flex min-h-9 items-center gap-3 border-b border-line last:border-b-0 max-sm:flex-wrap max-sm:py-2"
              >
                <Checkbox
                  checked={isChosen}
                  onCheckedChange={(on) =>
                    setPicked({
                      ...picked,
                      [field]: on ? [...chosen, value] : chosen.filter((other) => other !== value),
                    })
                  }
                >
                  <span className="block w-40 truncate">{label}</span>
                </Checkbox>
                <span className="w-24">
                  <Track share={count / most} />
                </span>
                <span className="w-14 text-right text-12 text-ink-2">{formatNumber(count)}</span>
                {isChosen && (
                  <Input
                    aria-label={`Name of the part ${label}`}
                    value={nameOf(value, label)}
                    onChange={(event) => setNames({ ...names, [`${field}\n${value}`]: event.target.value })}
                    className="min-w-40 flex-1"
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {answer?.choices && answer.choices.missing > 0 && (
        <p className="text-12 text-caution-ink">
          {formatCount(answer.choices.missing, entity)} of {formatNumber(answer.choices.members)}{' '}
          {answer.choices.missing === 1 ? 'has' : 'have'} no value in {answer.choices.label}; no part will
          hold {answer.choices.missing === 1 ? 'it' : 'them'}.
        </p>
      )}
      {choices.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            busy={busy}
            onClick={() => void split()}
            {...(chosen.length === 0 ? { reason: 'Choose at least one value.' } : {})}
          >
            {publish ? 'Publish' : 'Draft'} {formatCount(chosen.length, 'segment')}
          </Button>
          {mayPublish && (
            <Switch checked={publish} onCheckedChange={setPublish}>
              Publish at once
            </Switch>
          )}
        </div>
      )}
    </div>
  );
}
