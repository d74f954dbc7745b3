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
  const put = (territoryIds: string[]) =>
    sendPlan(`/plans/${plan.id}/territories/order`, { method: 'PUT', body: { territoryIds } });
  if (at < 0 || !(await put([...rest.slice(0, at), moved.id, ...rest.slice(at)]))) return;
  refresh();
  toastUndo(`${moved.name} is tried before ${before.name}`, () => void put(ids).then(refresh));
}

/** Adds places to a territory, with a way back. */
export async function addPlaces(
  plan: PlanView,
  territory: Pick<PlanTerritory, 'id' | 'name' | 'places'>,
  { places, label }: { places: readonly string[]; label: string },
  refresh: () => void,
): Promise<void> {
  const put = (next: readonly string[]) =>
    sendPlan(`/plans/${plan.id}/territories/${territory.id}`, { method: 'PATCH', body: { places: next } });
  if (!(await put([...new Set([...territory.places, ...places])]))) return;
  refresh();
  toastUndo(`${label} added to ${territory.name}`, () => void put(territory.places).then(refresh));
}
