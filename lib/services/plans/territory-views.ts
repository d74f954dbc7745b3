import type { TerritoryHolderRow, TerritoryRow } from '#db/queries/plans/plan-rows.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { describeDefinition } from '#lib/rules/describe.ts';
import type { Draft } from '#lib/rules/draft.ts';
import type { CalendarSettings } from '#lib/rules/resolved.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import type { TerritoryTotals } from '#lib/territories/carve.ts';

type Parts = {
  rows: readonly TerritoryRow[];
  holders: readonly TerritoryHolderRow[];
  totals: readonly TerritoryTotals[];
  /** Names of everybody who can hold accounts, by row id. */
  names: ReadonlyMap<number, string>;
  issues: Record<number, string>;
  catalog: Catalog;
  calendar: CalendarSettings;
  now: number;
};

/** Territories in their order with what lies in them, and what lies in none. */
export function territoryViews(parts: Parts): { territories: PlanTerritory[]; unassigned: PlanTerritory } {
  const totals = new Map(parts.totals.map((total) => [total.territoryId, total]));
  const present = new Set(parts.rows.map((row) => row.id));
  return {
    territories: parts.rows.map((row) => ({
      id: toPublicId('territory', row.id),
      name: row.name,
      kind: row.kind,
      color: row.color,
      ...colourOf(row),
      position: row.position,
      parentId: row.parentId && present.has(row.parentId) ? toPublicId('territory', row.parentId) : null,
      summary: summaryOf(row, parts),
      ...(row.draft === null ? {} : { draft: JSON.parse(row.draft) as unknown }),
      places: placesOf(row),
      issue: parts.issues[row.id] ?? null,
      holders: parts.holders
        .filter((holder) => holder.territoryId === row.id)
        .map(({ slot, repId, name, kind, weight }) => ({
          slot,
          repId: toPublicId('rep', repId),
          name,
          kind,
          weight,
        })),
      ...amountsOf(totals.get(row.id), parts.names),
    })),
    unassigned: {
      id: null,
      name: 'Unassigned',
      kind: null,
      color: null,
      position: 0,
      parentId: null,
      summary: 'No lock, name, rule or place of the plan takes these accounts.',
      places: [],
      issue: null,
      holders: [],
      ...amountsOf(totals.get(null), parts.names),
    },
  };
}

/** In a scenario a territory has the colour of the one it stands for. */
export function colourOf(row: Pick<TerritoryRow, 'originId'> | undefined): { colourId?: string } {
  return row?.originId ? { colourId: toPublicId('territory', row.originId) } : {};
}

function amountsOf(total: TerritoryTotals | undefined, names: ReadonlyMap<number, string>) {
  return {
    accounts: total?.accounts ?? 0,
    potentialAmount: total?.potentialAmount ?? 0,
    workloadTouches: total?.workloadTouches ?? 0,
    bySteps: (total?.bySteps ?? {}) as Record<string, number>,
    heldBy: (total?.heldBy ?? []).map(({ slot, repId, accounts }) => ({
      slot,
      repId: toPublicId('rep', repId),
      name: names.get(repId) ?? 'somebody who left',
      accounts,
    })),
    withoutHolder: total?.withoutHolder ?? 0,
  };
}

function placesOf(row: TerritoryRow): string[] {
  return row.places ? (JSON.parse(row.places) as string[]) : [];
}

function summaryOf(row: TerritoryRow, { catalog, calendar, now }: Parts): string {
  if (row.kind === 'named') return 'Accounts named by hand';
  if (row.kind === 'geography') return placesOf(row).map(placeCodeLabel).join(', ') || 'No place chosen yet';
  if (row.draft === null) return 'No rule yet';
  const { definition } = toDefinition(JSON.parse(row.draft) as Draft, catalog);
  if (definition.root.rules.length === 0) return 'No finished condition yet';
  return describeDefinition(definition, { catalog, calendar, asOf: now });
}
