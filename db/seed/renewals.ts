import type { AccountFacts } from './account-facts.ts';
import { drawAnnualAmount, drawProduct } from './opportunity-draws.ts';
import { type DealContext, type DemoDeal, drawDeal } from './opportunities.ts';
import { renewalPipeline } from './stages.ts';

export type CustomerState = {
  state: 'customer' | 'former' | 'never';
  renewalOn: number | null;
  /** Since when it has been a customer, epoch day. */
  sinceOn: number | null;
};

function renewalDeal(facts: AccountFacts, dueOn: number, context: DealContext): DemoDeal {
  const { random, calendar } = context;
  const { account } = facts;
  const createdOn = dueOn - random.int(80, 115);
  const closesOn = dueOn - random.int(-6, 24);
  const isRenewed = random.chance(0.87 - (account.fitRate < 0.2 ? 0.12 : 0));
  const isOver = closesOn <= calendar.today;
  const outcome = isOver ? (isRenewed ? 'won' : 'lost') : 'open';
  const product = drawProduct(random, account.trueEmployees).name;
  const annual = drawAnnualAmount(random, account.trueEmployees, account.fitRate, account.market.subIndustry);
  const steps = [
    { stage: 'Upcoming', day: createdOn },
    { stage: 'In review', day: Math.min(dueOn - random.int(30, 55), closesOn - 1) },
  ];
  const path = steps.filter(({ day }) => day <= calendar.today);
  if (isOver) path.push({ stage: isRenewed ? 'Renewed' : 'Churned', day: closesOn });
  return {
    name: `${account.name} – ${product} renewal`,
    accountId: account.id,
    accountText: null,
    pipeline: renewalPipeline,
    type: 'renewal',
    product,
    source: null,
    campaign: null,
    competitor: null,
    lossReason:
      outcome === 'lost'
        ? random.pick(['Price', 'No budget', 'Missing capability', 'Lost to competitor'])
        : null,
    outcome,
    path,
    hasHistory: true,
    amount: random.chance(0.02) ? null : annual,
    acvAmount: annual,
    termMonths: 12,
    createdOn,
    closedOn: isOver ? closesOn : null,
    expectedCloseOn: isOver ? null : dueOn,
    ownerId: context.ownerOn(facts, Math.min(createdOn, calendar.today)).repId,
    roles: [],
  };
}

/** Renewals of an account that became a customer before or during the 18 months, and what it is today. */
export function drawRenewals(
  facts: AccountFacts,
  newDeals: readonly DemoDeal[],
  context: DealContext,
): { deals: DemoDeal[]; customer: CustomerState } {
  const { random, calendar } = context;
  const { account } = facts;
  const isOld = calendar.dayOf(account.createdAt) < calendar.today - 560;
  const isLegacy = isOld && random.chance(0.03 - 0.02 * account.fitRate);
  const firstWin = newDeals.find((deal) => deal.outcome === 'won');
  if (!isLegacy && !firstWin?.closedOn)
    return { deals: [], customer: { state: 'never', renewalOn: null, sinceOn: null } };
  const sinceOn = isLegacy
    ? calendar.today - random.int(560, 560 + 600)
    : (firstWin?.closedOn ?? calendar.today);
  const termDays = isLegacy ? 365 : 365 * Math.round((firstWin?.termMonths ?? 12) / 12);
  const deals: DemoDeal[] = [];
  let dueOn = sinceOn + termDays;
  for (; dueOn - 115 < calendar.today; dueOn += 365) {
    if (dueOn < calendar.today - 425) continue;
    const deal = renewalDeal(facts, dueOn, context);
    if (deal.createdOn > calendar.today) break;
    deals.push(deal);
    if (deal.outcome === 'lost') return { deals, customer: { state: 'former', renewalOn: null, sinceOn } };
    if (deal.outcome === 'open') break;
  }
  if (random.chance(0.28)) {
    const from = Math.max(sinceOn + 60, calendar.today - 520);
    const day = from + Math.floor(random.next() * Math.max(0, calendar.today - from));
    if (day < calendar.today) deals.push(drawDeal(facts, day, 'expansion', context));
  }
  return { deals, customer: { state: 'customer', renewalOn: dueOn, sinceOn } };
}
