import type { PlanAccount } from '../plan-model.ts';
import type { CarveAccountFacts, CarveRepFacts, PlanWishes } from './question-of-plan.ts';

export type Within = 'team' | 'territory' | 'slot';

/** Stands for a value that rules nobody out, e.g. the team of an account that nobody holds. */
const anyValue = '*';

/** Where an account lies, as finely as it is known: `US-WA`, `DE`. */
function placeOf({ country, state }: Pick<PlanAccount, 'country' | 'state'>): string | null {
  return state ?? country;
}

/** Segments as one trait; null = in none of those that reps are kept to. */
export function segmentsOf(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(' and ');
}

/** Every place and every set of segments that accounts of a question lie in. */
export type SeenTraits = {
  places: readonly Pick<PlanAccount, 'country' | 'state'>[];
  segments: readonly (readonly string[])[];
};

/**
 * What decides who may take an account of a plan. A missing tier or region rules nobody out where somebody holds the
 * account already, and everybody where nobody does: it is not known to be theirs.
 */
export function traitsOf(
  within: Within,
  about: {
    account: Pick<PlanAccount, 'country' | 'state'>;
    facts: CarveAccountFacts | undefined;
    holder: CarveRepFacts | undefined;
    territoryId: number | null;
    isHeld: boolean;
  },
): Record<string, string | null> {
  const { account, facts, holder, territoryId, isHeld } = about;
  const missing = isHeld ? anyValue : null;
  const traits = {
    region: facts?.region ?? missing,
    place: placeOf(account) ?? missing,
    tier: facts?.tier ?? missing,
    segment: segmentsOf(facts?.segments ?? []),
  };
  if (within === 'team') return { ...traits, team: isHeld && holder ? teamOf(holder) : anyValue };
  if (within === 'territory') {
    return { ...traits, territory: territoryId === null ? anyValue : String(territoryId) };
  }
  return traits;
}

/**
 * What a rep may take: their region, or the places they may work in where some are named; their tiers and segments; and
 * their team's or territories' accounts.
 */
export function takesOf(
  wishes: Pick<PlanWishes, 'within' | 'respectRegions' | 'respectTiers'>,
  rep: CarveRepFacts,
  seen: SeenTraits,
  territoryIds: readonly number[],
): Record<string, string[]> {
  const { within, respectRegions, respectTiers } = wishes;
  return {
    ...(respectRegions ? whereTaken(rep, seen) : {}),
    ...(respectTiers && rep.tiers.length > 0 ? { tier: [...rep.tiers, anyValue] } : {}),
    ...(respectTiers && rep.segments.length > 0
      ? {
          segment: seen.segments.flatMap((names) =>
            names.some((name) => rep.segments.includes(name)) ? [segmentsOf(names) ?? anyValue] : [],
          ),
        }
      : {}),
    ...(within === 'team' ? { team: [teamOf(rep), anyValue] } : {}),
    ...(within === 'territory' ? { territory: [...territoryIds.map(String), anyValue] } : {}),
  };
}

function whereTaken({ region, allowedPlaces }: CarveRepFacts, seen: SeenTraits): Record<string, string[]> {
  if (allowedPlaces.length > 0) {
    const inside = seen.places.filter((place) =>
      [place.country, place.state].some((code) => code !== null && allowedPlaces.includes(code)),
    );
    return { place: [...inside.map((place) => placeOf(place) ?? anyValue), anyValue] };
  }
  return region === null ? {} : { region: [region, anyValue] };
}

function teamOf(rep: CarveRepFacts): string {
  return rep.managerName ?? 'no manager';
}
