'use client';
import { Map as MapIcon } from 'lucide-react';
import { useCallback, useState } from 'react';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { matchOptions } from '#components/ui/combo-options.ts';
import { Field } from '#components/ui/field.tsx';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import { planPlacesSchema } from '#lib/shared/plan-shapes.ts';
import { statesOf } from '#lib/shared/states.ts';
import { usePlanner } from './planner-context.tsx';

const stateOptions = statesOf('US').map(({ code, label }) => ({
  value: code,
  label,
  keywords: [code.slice(3)],
}));

/** Adds counties of a state, with how many accounts lie in each. */
export function CountyAdder({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (places: string[]) => void;
}) {
  const { plan } = usePlanner();
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const load = useCallback(
    async (query: string, signal: AbortSignal) => {
      if (state === null) return [];
      const { items } = await api(`/plans/${plan.id}/counties?state=${state}`, {
        schema: planPlacesSchema,
        signal,
      });
      return matchOptions(
        items.map(({ code, label, accounts }) => ({ value: code, label, count: accounts })),
        query,
      );
    },
    [plan.id, state],
  );

  function add(): void {
    onChange([...new Set([...value, ...chosen])]);
    setChosen([]);
    setOpen(false);
  }

  return (
    <Popover
      label="Counties"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm">
          <MapIcon aria-hidden />
          Counties
        </Button>
      }
    >
      <form
        className="flex w-72 flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          add();
        }}
      >
        <Field label="State">
          <Combobox
            label="State"
            size="lg"
            value={state}
            onValueChange={setState}
            options={stateOptions}
            placeholder="Choose a state"
          />
        </Field>
        <Field
          label="Counties"
          hint="Accounts of this state lie in a county by their point, or that of their postal code. One that is recorded in another state lies in none of them."
        >
          <MultiCombobox
            key={state}
            label="Counties"
            size="lg"
            value={chosen}
            onValueChange={setChosen}
            labelOf={placeCodeLabel}
            loadOptions={load}
            placeholder={state === null ? 'Choose a state first' : 'Choose counties'}
          />
        </Field>
        <Button type="submit" variant="primary" disabled={chosen.length === 0}>
          Add
        </Button>
      </form>
    </Popover>
  );
}
