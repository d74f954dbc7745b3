'use client';
import { Plus } from 'lucide-react';
import { type ReactElement, useCallback, useRef, useState } from 'react';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { type ComboOption, matchOptions } from '#components/ui/combo-options.ts';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import { resolveAgainst } from '#components/ui/pasted-values.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { placeCodeLabel, parsePlaceCode } from '#lib/shared/place-code.ts';
import { planPlacesSchema, type PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { CountyAdder } from './county-adder.tsx';
import { PostalAdder, RadiusAdder } from './place-adders.tsx';
import { sendPlan } from './plan-actions.ts';
import { usePlanner } from './planner-context.tsx';

/** Picks countries and states from a searchable list with counts; says which territory has a place already. */
export function PlacesPicker({
  value,
  onChange,
  ownId,
  trigger,
}: {
  value: string[];
  onChange: (places: string[]) => void;
  ownId: string | null;
  /** Replaces the field that shows what is chosen. */
  trigger?: ReactElement;
}) {
  const { plan } = usePlanner();
  const known = useRef<ComboOption[] | null>(null);
  const territories = plan.territories;
  const optionsOf = useCallback(
    async (signal?: AbortSignal): Promise<ComboOption[]> => {
      if (known.current) return known.current;
      const { items } = await api(`/plans/${plan.id}/places`, {
        schema: planPlacesSchema,
        ...(signal ? { signal } : {}),
      });
      const takenBy = (code: string) =>
        territories.find((other) => other.id !== ownId && other.places.includes(code))?.name;
      known.current = items.map(({ code, label, country, accounts }) => {
        const taken = takenBy(code);
        const hint = [country, taken && `now in ${taken}`].filter(Boolean).join(' · ');
        return {
          value: code,
          label,
          count: accounts,
          keywords: [code, code.slice(3)],
          ...(hint ? { hint } : {}),
        };
      });
      return known.current;
    },
    [plan.id, territories, ownId],
  );
  const loadOptions = useCallback(
    async (query: string, signal: AbortSignal) => matchOptions(await optionsOf(signal), query).slice(0, 200),
    [optionsOf],
  );
  return (
    <MultiCombobox
      label="States and countries"
      size="lg"
      value={value}
      onValueChange={onChange}
      labelOf={placeCodeLabel}
      loadOptions={loadOptions}
      resolvePasted={async (texts) => resolveAgainst(await optionsOf(), texts)}
      placeholder="Choose states and countries"
      {...(trigger ? { trigger } : {})}
    />
  );
}

/** The places of a territory, saved when said so. */
export function PlacesEditor({ territory }: { territory: PlanTerritory }) {
  const { plan, rights, refresh } = usePlanner();
  const [draft, setDraft] = useState<string[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const places = draft ?? territory.places;
  const taken = takenEarlier(plan.territories, territory, places);
  const isChanged = draft !== null && [...draft].sort().join() !== [...territory.places].sort().join();

  async function save(): Promise<void> {
    setBusy(true);
    const path = `/plans/${plan.id}/territories/${territory.id}`;
    const done = await sendPlan(path, { method: 'PATCH', body: { places } });
    setBusy(false);
    if (!done) return;
    refresh();
    setDraft(null);
  }

  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-wrap gap-1">
        {places.map((code) => (
          <li key={code}>
            {rights.noRestructure === null ? (
              <Chip
                name={placeCodeLabel(code)}
                onRemove={() => setDraft(places.filter((place) => place !== code))}
              >
                {placeCodeLabel(code)}
              </Chip>
            ) : (
              <Chip>{placeCodeLabel(code)}</Chip>
            )}
          </li>
        ))}
      </ul>
      {taken.map(({ code, by }) => (
        <p key={code} className="text-12 text-caution-ink">
          {placeCodeLabel(code)} goes to “{by}”, which is tried earlier. Take it out there, or move this
          territory up.
        </p>
      ))}
      {places.length === 0 && <p className="text-ink-3">No place chosen yet, so it takes nothing.</p>}
      {rights.noRestructure === null && (
        <div className="flex flex-wrap gap-1.5">
          <PlacesPicker
            value={places}
            onChange={setDraft}
            ownId={territory.id}
            trigger={
              <Button size="sm">
                <Plus aria-hidden />
                States and countries
              </Button>
            }
          />
          <CountyAdder value={places} onChange={setDraft} />
          <PostalAdder value={places} onChange={setDraft} />
          <RadiusAdder value={places} onChange={setDraft} />
        </div>
      )}
      {isChanged && (
        <div className="flex items-center gap-2">
          <Button size="sm" variant="primary" busy={isBusy} onClick={() => void save()}>
            Save {formatNumber(places.length)} places
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setDraft(null)}>
            Discard
          </Button>
        </div>
      )}
    </div>
  );
}

/** Places that a territory higher up takes first, a state or postal code also by its whole country. */
export function takenEarlier(
  territories: readonly Pick<PlanTerritory, 'id' | 'name' | 'kind' | 'places'>[],
  own: Pick<PlanTerritory, 'id'>,
  places: readonly string[],
): { code: string; by: string }[] {
  const at = territories.findIndex(({ id }) => id === own.id);
  const earlier = territories.slice(0, Math.max(at, 0)).filter(({ kind }) => kind === 'geography');
  return places.flatMap((code) => {
    const by = earlier.find((other) => other.places.some((place) => coversPlace(place, code)));
    return by ? [{ code, by: by.name }] : [];
  });
}

/** Whether all of `code` lies in `place`, as far as their names tell. */
function coversPlace(place: string, code: string): boolean {
  if (place === code) return true;
  const [outer, inner] = [parsePlaceCode(place), parsePlaceCode(code)];
  if (outer?.kind === 'area' && inner?.kind === 'area') return inner.code.startsWith(`${outer.code}-`);
  if (inner?.kind === 'county')
    return outer?.kind === 'area' && (outer.code === inner.state || outer.code === 'US');
  if (inner?.kind !== 'postal') return false;
  if (outer?.kind === 'area') return outer.code === inner.country;
  return outer?.kind === 'postal' && outer.country === inner.country && inner.prefix.startsWith(outer.prefix);
}
