import type { AccountFacts } from './account-facts.ts';
import type { DemoDeal } from './opportunities.ts';
import type { Random } from './random.ts';
import type { CustomerState } from './renewals.ts';
import type { SeedCalendar } from './seed-calendar.ts';

/** Type, journey stage and renewal date as they follow from an account's deals and signals. */
export function journeyOf(
  facts: AccountFacts,
  { state, renewalOn }: CustomerState,
  deals: readonly DemoDeal[],
  calendar: SeedCalendar,
  random: Random,
): { type: string | null; journeyStage: string | null; renewalOn: number | null } {
  const type = state === 'customer' ? 'customer' : facts.account.type;
  const journeyStage = random.chance(0.04) ? null : stageOf(facts, state, deals, calendar);
  return { type, journeyStage, renewalOn };
}

function stageOf(
  facts: AccountFacts,
  state: CustomerState['state'],
  deals: readonly DemoDeal[],
  calendar: SeedCalendar,
): string {
  if (state !== 'never') return state;
  if (deals.some((deal) => deal.outcome === 'open')) return 'evaluating';
  if (facts.recentSignals >= 3) return 'engaged';
  return facts.lastEngagedAt >= calendar.daysAgo(150) ? 'aware' : 'unaware';
}
