import 'server-only';
import type { Plan, Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import type { TerritoryHolderRow, TerritoryRow } from './plan-rows.ts';

export type PublishedPlan = {
  planId: number;
  versionId: number;
  number: number;
  /** Epoch ms. */
  publishedAt: number;
  effectiveAt: number;
  placesNewAccounts: boolean;
  territories: TerritoryRow[];
  holders: TerritoryHolderRow[];
};

type Row = Omit<PublishedPlan, 'placesNewAccounts' | 'territories' | 'holders'> & {
  placesNewAccounts: number;
  snapshot: string;
};

/** What is in force: the version that took effect last, as it was frozen, or null. One that still waits is not. */
export function publishedPlan(connection: Connection): PublishedPlan | null {
  const row = connection
    .prepare<[], Row>(
      `SELECT p.id AS planId, v.id AS versionId, v.number, v.published_at AS publishedAt, v.effective_at AS effectiveAt,
         p.places_new_accounts AS placesNewAccounts, v.snapshot
       FROM plan_versions v JOIN plans p ON p.id = v.plan_id
       WHERE p.status = 'published' AND v.took_effect_at IS NOT NULL
       ORDER BY v.took_effect_at DESC, v.id DESC LIMIT 1`,
    )
    .get();
  if (!row) return null;
  const { snapshot, placesNewAccounts, ...rest } = row;
  const frozen = JSON.parse(snapshot) as Pick<PublishedPlan, 'territories' | 'holders'>;
  return { ...rest, placesNewAccounts: placesNewAccounts === 1, ...frozen };
}

/** A frozen version as the pure rooms read it, with nothing set by hand. Holders who have left since hold nothing. */
export function planOfVersion(
  connection: Connection,
  version: Pick<PublishedPlan, 'territories' | 'holders'>,
  members: Record<number, ArrayLike<number>>,
): Plan {
  const active = new Set(
    connection
      .prepare<[], number>('SELECT id FROM reps WHERE archived_at IS NULL AND is_active = 1')
      .pluck()
      .all(),
  );
  const holdersOf = (territoryId: number) =>
    version.holders
      .filter((holder) => holder.territoryId === territoryId && active.has(holder.repId))
      .map(({ slot, repId, weight }: { slot: Slot; repId: number; weight: number }) => ({
        slot,
        repId,
        weight,
      }));
  return {
    territories: version.territories.map((row) => ({
      id: row.id,
      position: row.position,
      kind: row.kind,
      members: new Set(Array.from(members[row.id] ?? [])),
      places: new Set(row.places ? (JSON.parse(row.places) as string[]) : []),
      holders: holdersOf(row.id),
    })),
    places: new Map(),
    holders: new Map(),
  };
}
