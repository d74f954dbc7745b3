'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import { type Segment, segmentShape } from '#lib/shared/segment-shapes.ts';
import type { SegmentRights } from './segment-rights.ts';

type Choice = { id: string; name: string };
const NONE = 'none';

type Values = {
  name: string;
  description: string;
  tags: string;
  ownerUserId: string;
  parentId: string;
  tierId: string;
};

function valuesOf(segment: Segment): Values {
  return {
    name: segment.name,
    description: segment.description ?? '',
    tags: segment.tags.join(', '),
    ownerUserId: segment.owner?.id ?? NONE,
    parentId: segment.parent?.id ?? NONE,
    tierId: segment.tier?.id ?? NONE,
  };
}

/** Tags as typed, with commas between. */
function tagsIn(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** Only what the person changed, so that rights and versions are asked for that alone. */
function changesOf(before: Values, now: Values): Record<string, string | string[] | null> {
  return Object.fromEntries(
    (Object.keys(now) as (keyof Values)[])
      .filter((key) => now[key] !== before[key])
      .map((key) => {
        const text = now[key].trim();
        if (key === 'tags') return [key, tagsIn(text)];
        const isNothing = text === NONE || (key === 'description' && text === '');
        return [key, isNothing ? null : text];
      }),
  );
}

/** Name, description, owner, parent and tier of a segment; the rule is not touched by it. */
export function DetailsForm({
  segment,
  choices,
  rights,
}: {
  segment: Segment;
  choices: { owners: Choice[]; parents: Choice[]; tiers: Choice[] };
  rights: SegmentRights;
}) {
  const router = useRouter();
  const [values, setValues] = useState(() => valuesOf(segment));
  const [problem, setProblem] = useState<{ sentence: string; field: string | null; stale: boolean } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const changes = changesOf(valuesOf(segment), values);
  const isChanged = Object.keys(changes).length > 0;
  const refusal = rights.edit ? (isChanged ? null : 'Nothing was changed yet.') : rights.noEdit;

  async function save(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await api(`/segments/${segment.id}`, {
        method: 'PUT',
        body: changes,
        schema: segmentShape,
        ifMatch: segment.version,
      });
      toast(`${values.name} saved`);
      router.refresh();
    } catch (error) {
      const issue = error instanceof ApiProblem ? error.issues[0] : undefined;
      setProblem({
        sentence: issue?.message ?? problemText(error),
        field: issue?.path.split('/')[1] ?? null,
        stale: error instanceof ApiProblem && error.status === 409,
      });
    } finally {
      setBusy(false);
    }
  }

  const picker = (
    key: 'ownerUserId' | 'parentId' | 'tierId',
    label: string,
    nothing: string,
    options: Choice[],
  ) => {
    const all = [
      { value: NONE, label: nothing },
      ...options.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return (
      <Combobox
        size="lg"
        label={label}
        value={values[key]}
        valueLabel={all.find((option) => option.value === values[key])?.label ?? nothing}
        onValueChange={(value) => set({ [key]: value })}
        options={all}
      />
    );
  };

  return (
    <form
      className="flex max-w-xl flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!refusal) void save();
      }}
    >
      <Field label="Name" {...(problem?.field === 'name' ? { refusal: problem.sentence } : {})}>
        <Input
          size="lg"
          value={values.name}
          maxLength={120}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="What it is for" optional>
        <Textarea
          rows={3}
          maxLength={1000}
          value={values.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <Field
        label="Tags"
        optional
        hint="With commas between, for example: campaign, 2027, EMEA."
        {...(problem?.field === 'tags' ? { refusal: problem.sentence } : {})}
      >
        <Input size="lg" value={values.tags} onChange={(event) => set({ tags: event.target.value })} />
      </Field>
      <Field label="Owner" hint="Reviews the rule every quarter.">
        {picker('ownerUserId', 'Owner', 'Nobody', choices.owners)}
      </Field>
      <Field label="Stands below" hint="Groups it in lists; the rule does not change.">
        {picker('parentId', 'Parent segment', 'No parent', choices.parents)}
      </Field>
      {segment.entity === 'account' && rights.tiers && (
        <Field label="Gives its members" hint="Takes effect at once, without a publish.">
          {picker('tierId', 'Tier', 'No tier', choices.tiers)}
        </Field>
      )}
      {problem && !['name', 'tags'].includes(problem.field ?? '') && (
        <Callout
          tone={problem.stale ? 'caution' : 'bad'}
          title={problem.sentence}
          {...(problem.stale
            ? { actions: <Button onClick={() => router.refresh()}>Load the newer one</Button> }
            : {})}
        />
      )}
      <div>
        <Button type="submit" variant="primary" busy={busy} {...(refusal ? { reason: refusal } : {})}>
          Save the details
        </Button>
      </div>
    </form>
  );
}
