'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { type ComboOption, matchOptions } from '#components/ui/combo-options.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import { countryCodes, countryLabel } from '#lib/shared/countries.ts';
import type { Rep } from '#lib/shared/rep-shapes.ts';
import { stateLabel, statesOf } from '#lib/shared/states.ts';

type Limits = Pick<
  Rep,
  'homeCity' | 'homeState' | 'homeCountry' | 'allowedRegions' | 'allowedSegmentIds' | 'languages' | 'tiers'
>;

const placeOptions: ComboOption[] = [
  ...countryCodes.map((code) => ({
    value: code,
    label: countryLabel(code),
    group: 'Countries',
    keywords: [code],
  })),
  ...countryCodes
    .flatMap(statesOf)
    .map(({ code, label }) => ({ value: code, label, group: 'States', hint: code, keywords: [code] })),
];
const UNKNOWN = 'unknown';
const homeOptions: ComboOption[] = [{ value: UNKNOWN, label: 'Not recorded' }, ...placeOptions];
const placeText = (code: string) => (code.includes('-') ? stateLabel(code) : countryLabel(code));

const named = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
const namedSegments = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), entity: z.enum(['account', 'contact']) })),
});

async function segmentOptions(signal: AbortSignal): Promise<ComboOption[]> {
  const { items } = await api('/segments', { schema: namedSegments, signal });
  const ofAccounts = items.filter(({ entity }) => entity === 'account');
  return ofAccounts.map(({ id, name }) => ({ value: id, label: name }));
}

async function tierOptions(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  const { items } = await api('/tiers', { schema: named, signal });
  return matchOptions(
    items.map(({ name }) => ({ value: name, label: name })),
    query,
  );
}

/** Where and in what somebody may work; an empty list is no limit. */
export function RepLimitFields({
  values,
  patch,
  refused,
}: {
  values: Limits;
  patch: (change: Partial<Limits>) => void;
  refused: (field: string) => { refusal?: string };
}) {
  const [segments, setSegments] = useState<ComboOption[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    // Without the list the chosen ones still stand, by their ids.
    segmentOptions(controller.signal).then(setSegments, () => undefined);
    return () => controller.abort();
  }, []);
  const words = (text: string) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Home city" optional {...refused('homeCity')}>
          <Input
            size="lg"
            value={values.homeCity ?? ''}
            onChange={(event) => patch({ homeCity: event.target.value || null })}
          />
        </Field>
        <Field label="Home state or country" optional {...refused('homeCountry')}>
          <Combobox
            label="Home state or country"
            size="lg"
            options={homeOptions}
            value={values.homeState ?? values.homeCountry ?? UNKNOWN}
            onValueChange={(code) => patch(homeOf(code === UNKNOWN ? undefined : code))}
          />
        </Field>
      </div>
      <Field label="May work in" optional hint="Empty = anywhere" {...refused('allowedRegions')}>
        <MultiCombobox
          label="May work in"
          size="lg"
          placeholder="Anywhere"
          options={placeOptions}
          labelOf={placeText}
          value={values.allowedRegions}
          onValueChange={(allowedRegions) => patch({ allowedRegions })}
        />
      </Field>
      <Field label="Segments" optional hint="Empty = any" {...refused('allowedSegmentIds')}>
        <MultiCombobox
          label="Segments"
          size="lg"
          placeholder="Any segment"
          options={segments}
          value={values.allowedSegmentIds}
          onValueChange={(allowedSegmentIds) => patch({ allowedSegmentIds })}
        />
      </Field>
      <Field label="Tiers" optional hint="Their caps count; empty = all" {...refused('tiers')}>
        <MultiCombobox
          label="Tiers"
          size="lg"
          placeholder="All tiers"
          loadOptions={tierOptions}
          value={values.tiers}
          onValueChange={(tiers) => patch({ tiers })}
        />
      </Field>
      <Field label="Languages" optional hint="Separated by commas" {...refused('languages')}>
        <Input
          size="lg"
          defaultValue={values.languages.join(', ')}
          onChange={(event) => patch({ languages: words(event.target.value) })}
        />
      </Field>
    </>
  );
}

function homeOf(code: string | undefined): Pick<Limits, 'homeState' | 'homeCountry'> {
  if (code === undefined) return { homeState: null, homeCountry: null };
  return code.includes('-')
    ? { homeState: code, homeCountry: code.slice(0, 2) }
    : { homeState: null, homeCountry: code };
}
