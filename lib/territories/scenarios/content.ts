import type { Slot } from '../plan-model.ts';

/**
 * What a plan or scenario says, apart from who has which row ids: territories by key, and what is set by hand. The key
 * of a territory is the row id of the plan's territory that it is or stands for; one that the plan does not have is
 * known by its own row id, negative.
 */
export type PlanContent = {
  territories: ContentTerritory[];
  places: ContentPlace[];
  holders: ContentHolder[];
};

export type ContentTerritory = {
  key: number;
  name: string;
  kind: 'rule' | 'geography' | 'named';
  /** JSON of the rule's draft, and of the list of places. */
  draft: string | null;
  places: string | null;
  color: number;
  position: number;
  parentKey: number | null;
  holders: { slot: Slot; repId: number; weight: number }[];
};

export type ContentPlace = {
  accountId: number;
  /** Null with a lock = kept out of every territory. */
  territoryKey: number | null;
  isLocked: boolean;
  reason: string | null;
};

export type ContentHolder = {
  accountId: number;
  slot: Slot;
  repId: number;
  isLocked: boolean;
  reason: string | null;
};

/** Key of a territory of a scenario, or of a plan's own. */
export function territoryKey(row: { id: number; originId?: number | null }, isScenario: boolean): number {
  if (!isScenario) return row.id;
  return row.originId ?? -row.id;
}

/** Says whether two plans say the same, whatever their row ids and the order of positions left free. */
export function contentText({ territories, places, holders }: PlanContent): string {
  const order = [...territories].sort((a, b) => a.position - b.position || a.key - b.key);
  return JSON.stringify({
    territories: order.map(({ position: _position, holders: held, ...territory }) => ({
      ...territory,
      holders: [...held].sort((a, b) => a.slot.localeCompare(b.slot) || a.repId - b.repId),
    })),
    places: [...places].sort((a, b) => a.accountId - b.accountId),
    holders: [...holders].sort((a, b) => a.accountId - b.accountId || a.slot.localeCompare(b.slot)),
  });
}
