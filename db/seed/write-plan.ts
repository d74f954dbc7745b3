import type { DraftGroup } from '#lib/rules/draft.ts';
import type { Connection } from '../client.ts';
import { territoryHolderRows, territoryRows } from '../queries/plans/plan-rows.ts';
import { fold } from './fold.ts';
import { type HolderIds, requireHolder } from './holders.ts';
import { type DemoPlan, namedTerritory, nurtureTerritory, smbTerritory } from './plan.ts';
import { definitionOf, ruleWords } from './rule-words.ts';
import { lastId, sheet } from './sheet.ts';
import { demoTerritories, draftMove } from './territory-table.ts';

export type WrittenPlan = {
  planId: number;
  /** Row ids by name. */
  territoryIds: Map<string, number>;
  /** The carve in force. */
  versionId: number;
  formerVersionId: number;
};

type Row = {
  name: string;
  kind: 'rule' | 'geography' | 'named';
  draft: string | null;
  places: string[] | null;
  color: number;
  holders: [slot: 'ae' | 'sdr', key: string][];
};

function draftOf(root: DraftGroup): string {
  return JSON.stringify({ version: 1, entity: 'account', root });
}

function ruleRows({ targetScore }: DemoPlan): Row[] {
  const { all, field } = ruleWords();
  const covered = () => field('region', 'in', ['NA', 'EMEA']);
  const pool = (name: string, key: string, color: number, root: DraftGroup): Row => ({
    name,
    kind: 'rule',
    draft: draftOf(root),
    places: null,
    color,
    holders: [['ae', key]],
  });
  return [
    pool(smbTerritory, 'smb', 4, definitionOf(all(covered(), field('employees', 'lt', 100))).root),
    pool(nurtureTerritory, 'inside', 9, definitionOf(all(covered(), field('score', 'lt', targetScore))).root),
  ];
}

function planRows(plan: DemoPlan): Row[] {
  return [
    {
      name: namedTerritory,
      kind: 'named',
      draft: null,
      places: null,
      color: 10,
      holders: [
        ['ae', 'Naomi'],
        ['ae', 'Viktor'],
        ['sdr', 'Bea'],
      ],
    },
    ...ruleRows(plan),
    ...demoTerritories.map(
      ({ name, places, ae, sdr, color }): Row => ({
        name,
        kind: 'geography',
        draft: null,
        places,
        color,
        holders: [
          ['ae', ae],
          ['sdr', sdr],
        ],
      }),
    ),
  ];
}

/** Writes the plan with its territories, holders and two published versions; accounts follow one by one. */
export function writePlan(
  connection: Connection,
  plan: DemoPlan,
  context: { ids: HolderIds; now: number; carveDay: number; userId: number | null; formerMoves: number },
): WrittenPlan {
  const { ids, now, carveDay, userId } = context;
  const planId = lastId(connection, 'plans') + 1;
  const year = new Date(plan.carveAt + 43_200_000).getUTCFullYear();
  sheet(connection, 'plans', [
    'id',
    'name',
    'status',
    'starts_on',
    'ends_on',
    'places_new_accounts',
    'is_demo',
    'created_at',
    'updated_at',
    'published_at',
  ]).add([
    planId,
    `FY${year % 100} territories`,
    'published',
    carveDay,
    carveDay + 364,
    1,
    1,
    plan.formerCarveAt - 20 * 86_400_000,
    now,
    plan.carveAt,
  ]);
  const territories = sheet(connection, 'territories', [
    'id',
    'plan_id',
    'name',
    'name_folded',
    'position',
    'kind',
    'draft',
    'places',
    'color',
  ]);
  const holders = sheet(connection, 'territory_holders', ['territory_id', 'slot', 'rep_id', 'weight']);
  const firstId = lastId(connection, 'territories') + 1;
  const territoryIds = new Map<string, number>();
  for (const [at, row] of planRows(plan).entries()) {
    const id = firstId + at;
    territoryIds.set(row.name, id);
    const places = row.places === null ? null : JSON.stringify(row.places);
    territories.add([id, planId, row.name, fold(row.name), at + 1, row.kind, row.draft, places, row.color]);
    for (const [slot, key] of row.holders) holders.add([id, slot, requireHolder(ids, key), 1]);
  }
  const snapshot = JSON.stringify({
    territories: territoryRows(connection, planId),
    holders: territoryHolderRows(connection, planId),
  });
  const versions = sheet(connection, 'plan_versions', [
    'id',
    'plan_id',
    'number',
    'snapshot',
    'moved_accounts',
    'note',
    'effective_at',
    'published_at',
    'took_effect_at',
    'published_by_user_id',
  ]);
  const formerVersionId = lastId(connection, 'plan_versions') + 1;
  const versionId = formerVersionId + 1;
  versions.add([
    formerVersionId,
    planId,
    1,
    snapshot,
    0,
    'First plan',
    plan.formerCarveAt,
    plan.formerCarveAt - 7 * 86_400_000,
    plan.formerCarveAt,
    userId,
  ]);
  versions.add([
    versionId,
    planId,
    2,
    snapshot,
    context.formerMoves,
    `Re-carve for ${year}: Clara takes the Mid-Atlantic, Sven the Nordics`,
    plan.carveAt,
    plan.carveAt - 12 * 86_400_000,
    plan.carveAt,
    userId,
  ]);
  moveDraftPlace(connection, territoryIds);
  return { planId, territoryIds, versionId, formerVersionId };
}

/** The draft differs from what is published by one state, so that suggested moves have something to suggest. */
function moveDraftPlace(connection: Connection, territoryIds: ReadonlyMap<string, number>): void {
  const update = connection.prepare('UPDATE territories SET places = ? WHERE id = ?');
  const places = (name: string) => demoTerritories.find((territory) => territory.name === name)?.places ?? [];
  const { place, from, to } = draftMove;
  update.run(JSON.stringify(places(from).filter((code) => code !== place)), territoryIds.get(from));
  update.run(JSON.stringify([...places(to), place]), territoryIds.get(to));
}
