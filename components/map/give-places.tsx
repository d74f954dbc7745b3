'use client';
import { useState } from 'react';
import { addPlaces } from '#components/territories/check-fixes.ts';
import { takenEarlier } from '#components/territories/places-editor.tsx';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';

const SHOWN = 6;

/** Gives whole regions that were chosen on the map to a territory as its places, so that later accounts follow them. */
export function GivePlaces({
  places,
  onClose,
  onDone,
}: {
  places: readonly string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { plan, refresh } = usePlanner();
  const placed = plan.territories.filter(({ kind, id }) => kind === 'geography' && id !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const territory = placed.find(({ id }) => id === chosen);
  const others = placed.filter(
    (other) => other !== territory && other.places.some((code) => places.includes(code)),
  );
  const blocked = territory
    ? takenEarlier(plan.territories, territory, places).filter(
        ({ code, by }) =>
          !(isTaking && others.some(({ name, places: held }) => name === by && held.includes(code))),
      )
    : [];
  const names = places.slice(0, SHOWN).map(placeCodeLabel).join(', ');

  async function give(): Promise<void> {
    if (!territory) return;
    setBusy(true);
    const label = formatCount(places.length, 'place');
    const done = await addPlaces(plan, territory, { places, label, from: isTaking ? others : [] }, refresh);
    setBusy(false);
    if (done) onDone();
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Give ${formatCount(places.length, 'place')} to a territory`}
      description="Accounts that lie there go with them, and so do those that come later. Rules, names and locks still decide first."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} disabled={!territory} onClick={() => void give()}>
            Give them
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p className="text-ink-2">
          {names}
          {places.length > SHOWN && ` and ${places.length - SHOWN} more`}
        </p>
        <Field label="Territory">
          <Select
            size="lg"
            value={chosen}
            placeholder="Choose a territory of places"
            onValueChange={setChosen}
            options={placed.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))}
          />
        </Field>
        {placed.length === 0 && (
          <Callout tone="info">This plan has no territory of places yet. Add one first.</Callout>
        )}
        {territory && others.length > 0 && (
          <Checkbox checked={isTaking} onCheckedChange={(on) => setTaking(on === true)}>
            Take them out of {others.map(({ name }) => name).join(', ')}
          </Checkbox>
        )}
        {blocked.length > 0 && (
          <Callout tone="caution">
            {placeCodeLabel(blocked[0]?.code ?? '')}
            {blocked.length > 1 && ` and ${blocked.length - 1} more`} will still go to “{blocked[0]?.by}”,
            which is tried earlier and has them or a larger place round them.
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
