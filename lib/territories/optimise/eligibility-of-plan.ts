import type { CarveAccountFacts, CarveRepFacts, PlanWishes } from './question-of-plan.ts';

export type Within = 'team' | 'territory' | 'slot';

/** Stands for a value that rules nobody out, e.g. the team of an account that nobody holds. */
const anyValue = '*';

/**
 * What decides who may take an account of a plan. A missing tier or region rules nobody out where somebody holds the
 * account already, and everybody where nobody does: it is not known to be theirs.
 */
export function traitsOf(
  within: Within,
  about: {
    facts: CarveAccountFacts | undefined;
    holder: CarveRepFacts | undefined;
    territoryId: number | null;
    isHeld: boolean;
  },
): Record<string, string | null> {
  const { facts, holder, territoryId, isHeld } = about;
  const missing = isHeld ? anyValue : null;
  const traits = { region: facts?.region ?? missing, tier: facts?.tier ?? missing };
  if (within === 'team') return { ...traits, team: isHeld && holder ? teamOf(holder) : anyValue };
  if (within === 'territory') {
    return { ...traits, territory: territoryId === null ? anyValue : String(territoryId) };
  }
  return traits;
}

/** What a rep may take: their regions, tiers, and their team's or territories' accounts. */
export function takesOf(
  wishes: Pick<PlanWishes, 'within' | 'respectRegions' | 'respectTiers'>,
  rep: CarveRepFacts,
  territoryIds: readonly number[],
): Record<string, string[]> {
  const { within, respectRegions, respectTiers } = wishes;
  return {
    ...(respectRegions && rep.region !== null ? { region: [rep.region, anyValue] } : {}),
    ...(respectTiers && rep.tiers.length > 0 ? { tier: [...rep.tiers, anyValue] } : {}),
    ...(within === 'team' ? { team: [teamOf(rep), anyValue] } : {}),
    ...(within === 'territory' ? { territory: [...territoryIds.map(String), anyValue] } : {}),
  };
}

function teamOf(rep: CarveRepFacts): string {
  return rep.managerName ?? 'no manager';
}
