import { toastUndo } from '#components/ui/toast.ts';
import type { PlanTerritory, PlanView } from '#lib/shared/plan-shapes.ts';
import { sendPlan } from './plan-actions.ts';

type Named = { id: string; name: string };

/** Tries one territory right before another, with a way back. */
export async function tryBefore(
  plan: PlanView,
  { moved, before }: { moved: Named; before: Named },
  refresh: () => void,
): Promise<void> {
  const ids = plan.territories.flatMap(({ id }) => id ?? []);
  const rest = ids.filter((id) => id !== moved.id);
  const at = rest.indexOf(before.id);
  const put = (territoryIds: string[], ifMatch: number) =>
    sendPlan(`/plans/${plan.id}/territories/order`, { method: 'PUT', body: { territoryIds }, ifMatch });
  if (at < 0 || !(await put([...rest.slice(0, at), moved.id, ...rest.slice(at)], plan.version))) return;
  refresh();
  toastUndo(
    `${moved.name} is tried before ${before.name}`,
    () => void put(ids, plan.version + 1).then(refresh),
  );
}

type Placed = Pick<PlanTerritory, 'id' | 'name' | 'places'>;

/**
 * Adds places to a territory and takes them out of those named in `from`, with one way back. Tells whether it went
 * through. Each step, the way back too, is refused when the plan was changed otherwise, so that no other change is lost.
 */
export async function addPlaces(
  plan: PlanView,
  territory: Placed,
  { places, label, from = [] }: { places: readonly string[]; label: string; from?: readonly Placed[] },
  refresh: () => void,
): Promise<boolean> {
  let version = plan.version;
  const put = async ({ id, places: next }: Placed): Promise<boolean> => {
    const path = `/plans/${plan.id}/territories/${id}`;
    if (!(await sendPlan(path, { method: 'PATCH', body: { places: next }, ifMatch: version }))) return false;
    version += 1;
    return true;
  };
  const given = new Set(places);
  const changed = [
    { ...territory, places: [...new Set([...territory.places, ...places])] },
    ...from.map((other) => ({ ...other, places: other.places.filter((code) => !given.has(code)) })),
  ];
  const done: Placed[] = [];
  const takeBack = async () => {
    for (const { id } of done) {
      if (!(await put([territory, ...from].find((was) => was.id === id) ?? territory))) break;
    }
    refresh();
  };
  for (const next of changed) {
    if (await put(next)) done.push(next);
    else {
      await takeBack();
      return false;
    }
  }
  refresh();
  toastUndo(`${label} added to ${territory.name}`, () => void takeBack());
  return true;
}
