import type { ContentHolder, ContentPlace, ContentTerritory, PlanContent } from './content.ts';
import { mergeOrder } from './merge-order.ts';

/** What of a scenario no longer holds, or was changed on both sides, in facts. */
export type RebaseNote =
  | { kind: 'territoryGone'; key: number; name: string; accountIds: number[] }
  | { kind: 'accountGone'; accountId: number }
  | { kind: 'repGone'; accountId: number | null; territoryKey: number | null; repId: number }
  | { kind: 'bothChanged'; key: number; name: string; parts: TerritoryPart[] }
  | { kind: 'bothTurned' }
  | { kind: 'bothMoved'; accountId: number }
  | { kind: 'keptRemoved'; key: number; name: string };

export type TerritoryPart = 'name' | 'rule' | 'places' | 'holders' | 'parent';

export type Rebased = {
  content: PlanContent;
  taken: { added: number[]; changed: number[]; removed: number[]; accounts: number };
  /** The scenario's own changes that still hold. */
  kept: { territories: number; accounts: number };
  notes: RebaseNote[];
};

type Known = {
  /** Whether an account is still there. */
  hasAccount: (accountId: number) => boolean;
  /** Whether somebody may still hold accounts. */
  hasRep: (repId: number) => boolean;
};

/**
 * Three-way merge: what the scenario changed since `base` stays where it still holds, all else becomes as `theirs`.
 * Where both changed the same thing, the scenario's stays and is noted.
 */
export function rebase(base: PlanContent, mine: PlanContent, theirs: PlanContent, known: Known): Rebased {
  const notes: RebaseNote[] = [];
  const merged = mergeTerritories(base, mine, theirs, known, notes);
  const alive = new Set(merged.territories.map((territory) => territory.key));
  const settings = mergeSettings(base, mine, theirs, { ...known, alive }, notes);
  return {
    content: { territories: merged.territories, places: settings.places, holders: settings.holders },
    taken: { ...merged.taken, accounts: settings.taken },
    kept: { territories: merged.kept, accounts: settings.kept },
    notes,
  };
}

function mergeTerritories(
  base: PlanContent,
  mine: PlanContent,
  theirs: PlanContent,
  known: Known,
  notes: RebaseNote[],
): { territories: ContentTerritory[]; taken: Omit<Rebased['taken'], 'accounts'>; kept: number } {
  const [b, m, t] = [base, mine, theirs].map(
    ({ territories }) => new Map(territories.map((territory) => [territory.key, territory])),
  ) as [Map<number, ContentTerritory>, Map<number, ContentTerritory>, Map<number, ContentTerritory>];
  const taken = { added: [] as number[], changed: [] as number[], removed: [] as number[] };
  const found: ContentTerritory[] = [];
  let kept = 0;
  for (const own of mine.territories) {
    const was = b.get(own.key);
    const now = t.get(own.key);
    if (!was && !now) {
      found.push(own);
      kept += 1;
    } else if (!now) {
      const isOwn = was !== undefined && changedParts(was, own).length > 0;
      if (isOwn) {
        found.push(own);
        kept += 1;
        notes.push({ kind: 'keptRemoved', key: own.key, name: own.name });
      } else {
        taken.removed.push(own.key);
      }
    } else {
      const one = mergeTerritory(was ?? now, own, now);
      if (one.both.length > 0)
        notes.push({ kind: 'bothChanged', key: own.key, name: own.name, parts: one.both });
      if (one.isOwn) kept += 1;
      if (changedParts(own, one.territory).length > 0) taken.changed.push(own.key);
      found.push(one.territory);
    }
  }
  for (const now of theirs.territories) {
    if (m.has(now.key)) continue;
    // One that the scenario took out stays out; one that came since joins.
    if (b.has(now.key)) kept += 1;
    else {
      found.push(now);
      taken.added.push(now.key);
    }
  }
  const order = mergeOrder(found, [base, mine, theirs]);
  if (order.isBoth) notes.push({ kind: 'bothTurned' });
  return { territories: tidy(order.territories, known, notes), taken, kept };
}

/** Holders who left go; parents that are gone leave their children on top; names are made unique, positions new. */
function tidy(found: readonly ContentTerritory[], known: Known, notes: RebaseNote[]): ContentTerritory[] {
  const keys = new Set(found.map((territory) => territory.key));
  const names = new Set<string>();
  return found.map((territory, index) => {
    const holders = territory.holders.filter(({ repId }) => {
      if (known.hasRep(repId)) return true;
      notes.push({ kind: 'repGone', accountId: null, territoryKey: territory.key, repId });
      return false;
    });
    let { name } = territory;
    for (let copy = 2; names.has(name.toLowerCase()); copy++) name = `${territory.name} (${copy})`;
    names.add(name.toLowerCase());
    const hasParent = territory.parentKey !== null && keys.has(territory.parentKey);
    return {
      ...territory,
      name,
      holders,
      position: index + 1,
      parentKey: hasParent ? territory.parentKey : null,
    };
  });
}

const parts: Record<TerritoryPart, (territory: ContentTerritory) => unknown> = {
  name: (territory) => territory.name,
  rule: (territory) => territory.draft,
  places: (territory) => territory.places,
  parent: (territory) => territory.parentKey,
  holders: ({ holders }) =>
    [...holders]
      .sort((a, b) => a.slot.localeCompare(b.slot) || a.repId - b.repId)
      .map(({ slot, repId, weight }) => [slot, repId, weight]),
};
const partNames = Object.keys(parts) as TerritoryPart[];

function changedParts(a: ContentTerritory, b: ContentTerritory): TerritoryPart[] {
  return partNames.filter((part) => !isSame(parts[part](a), parts[part](b)));
}

function mergeTerritory(
  was: ContentTerritory,
  own: ContentTerritory,
  now: ContentTerritory,
): { territory: ContentTerritory; both: TerritoryPart[]; isOwn: boolean } {
  const ours = changedParts(was, own);
  const both = ours.filter(
    (part) => changedParts(was, now).includes(part) && changedParts(own, now).includes(part),
  );
  const pick = (part: TerritoryPart) => (ours.includes(part) ? own : now);
  return {
    both,
    isOwn: ours.length > 0,
    territory: {
      ...now,
      name: pick('name').name,
      draft: pick('rule').draft,
      places: pick('places').places,
      parentKey: pick('parent').parentKey,
      holders: pick('holders').holders,
    },
  };
}

type Setting = ContentPlace | ContentHolder;

function mergeSettings(
  base: PlanContent,
  mine: PlanContent,
  theirs: PlanContent,
  known: Known & { alive: ReadonlySet<number> },
  notes: RebaseNote[],
): { places: ContentPlace[]; holders: ContentHolder[]; taken: number; kept: number } {
  const touched = { taken: new Set<number>(), kept: new Set<number>() };
  const places = merged(base.places, mine.places, theirs.places, touched, notes);
  const holders = merged(base.holders, mine.holders, theirs.holders, touched, notes);
  const gone = new Set<number>();
  const isThere = ({ accountId }: Setting) => {
    if (known.hasAccount(accountId)) return true;
    gone.add(accountId);
    return false;
  };
  const names = new Map(mine.territories.map((territory) => [territory.key, territory.name]));
  const lost = new Map<number, number[]>();
  const stay = places.filter(isThere).filter(({ accountId, territoryKey }) => {
    if (territoryKey === null || known.alive.has(territoryKey)) return true;
    lost.set(territoryKey, [...(lost.get(territoryKey) ?? []), accountId]);
    touched.kept.delete(accountId);
    return false;
  });
  const held = holders.filter(isThere).filter(({ accountId, repId }) => {
    if (known.hasRep(repId)) return true;
    notes.push({ kind: 'repGone', accountId, territoryKey: null, repId });
    touched.kept.delete(accountId);
    return false;
  });
  for (const [key, accountIds] of lost)
    notes.push({ kind: 'territoryGone', key, name: names.get(key) ?? '', accountIds });
  for (const accountId of gone) {
    touched.kept.delete(accountId);
    notes.push({ kind: 'accountGone', accountId });
  }
  return { places: stay, holders: held, taken: touched.taken.size, kept: touched.kept.size };
}

function merged<S extends Setting>(
  base: readonly S[],
  mine: readonly S[],
  theirs: readonly S[],
  touched: { taken: Set<number>; kept: Set<number> },
  notes: RebaseNote[],
): S[] {
  const keyOf = (setting: Setting) => `${setting.accountId}:${'slot' in setting ? setting.slot : ''}`;
  const [b, m, t] = [base, mine, theirs].map((list) => new Map(list.map((item) => [keyOf(item), item]))) as [
    Map<string, S>,
    Map<string, S>,
    Map<string, S>,
  ];
  const found: S[] = [];
  for (const key of new Set([...m.keys(), ...b.keys(), ...t.keys()])) {
    const [was, own, now] = [meaning(b.get(key)), meaning(m.get(key)), meaning(t.get(key))];
    const isOwn = was !== own;
    const setting = isOwn ? m.get(key) : (t.get(key) ?? undefined);
    const { accountId } = (m.get(key) ?? b.get(key) ?? t.get(key)) as S;
    if (isOwn && was !== now && own !== now) notes.push({ kind: 'bothMoved', accountId });
    if (isOwn) touched.kept.add(accountId);
    else if (own !== now) touched.taken.add(accountId);
    // Nothing changed: the scenario's own row stays, with its own words.
    const chosen = isOwn || own !== now ? setting : m.get(key);
    if (chosen) found.push(chosen);
  }
  return found;
}

/** A setting without its words: a reason is no change of its own. */
function meaning(setting: Setting | undefined): string {
  if (!setting) return '';
  const { accountId: _account, reason, ...rest } = setting;
  return JSON.stringify([rest, reason === 'split']);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
