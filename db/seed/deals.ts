import type { AccountFacts } from './account-facts.ts';
import {
  drawAnnualAmount,
  drawBusyDay,
  drawLossReason,
  drawProduct,
  drawSource,
} from './opportunity-draws.ts';
import { type DealContext, type DemoDeal, drawNewDeals } from './opportunities.ts';
import { type CustomerState, drawRenewals } from './renewals.ts';
import type { DemoSignal } from './signals.ts';
import { newBusiness } from './stages.ts';

/** All deals of one account and whether they made it a customer; customers' product usage goes out as signals. */
export function drawDeals(
  facts: AccountFacts,
  context: DealContext,
  emitUsage: (signal: DemoSignal) => void,
): { deals: DemoDeal[]; customer: CustomerState } {
  const fresh = drawNewDeals(facts, context);
  const { deals: later, customer } = drawRenewals(facts, fresh, context);
  const { sinceOn } = customer;
  for (const deal of fresh) {
    if (sinceOn !== null && deal.createdOn > sinceOn) {
      deal.type = 'expansion';
      deal.name = `${deal.name} expansion`;
    }
  }
  if (customer.state === 'customer' && sinceOn !== null) drawUsage(facts, sinceOn, context, emitUsage);
  return { deals: [...fresh, ...later], customer };
}

/** Monthly active users of half of the customers. */
function drawUsage(
  { account }: AccountFacts,
  sinceOn: number,
  { random, calendar }: DealContext,
  emit: (signal: DemoSignal) => void,
): void {
  if (random.chance(0.5)) return;
  const users = random.logNormal(Math.max(3, account.trueEmployees * 0.02), 0.5);
  const first = Math.max(sinceOn + 20, calendar.today - 364);
  for (let day = first; day <= calendar.today; day += 30) {
    const quantity = Math.max(1, Math.round(users * random.between(0.7, 1.3)));
    emit({
      type: 'product_usage',
      topic: 'active users',
      source: 'product',
      quantity,
      occurredAt: calendar.officeTime(random, day),
    });
  }
}

/** Deals whose company nobody has matched: they count in totals and in no segment. */
export function drawOrphanDeals(
  count: number,
  { random, calendar }: DealContext,
  ownerId: number,
): DemoDeal[] {
  return Array.from({ length: count }, (_, n) => {
    const createdOn = drawBusyDay(random, calendar, 20, 540);
    const employees = Math.round(random.logNormal(90, 1));
    const cycleDays = random.int(12, 110);
    const isOver = createdOn + cycleDays <= calendar.today;
    const isWon = random.chance(0.28);
    const outcome = isOver ? (isWon ? 'won' : 'lost') : 'open';
    const product = drawProduct(random, employees).name;
    const company = `Unmatched account ${n + 1}`;
    return {
      name: `${company} – ${product}`,
      accountId: null,
      accountText: company,
      pipeline: newBusiness,
      type: 'new',
      product,
      source: drawSource(random, false, employees),
      campaign: null,
      competitor: null,
      lossReason: outcome === 'lost' ? drawLossReason(random).reason : null,
      outcome,
      path: [
        { stage: 'Discovery', day: createdOn },
        ...(isOver ? [{ stage: isWon ? 'Won' : 'Lost', day: createdOn + cycleDays }] : []),
      ],
      hasHistory: false,
      amount: random.chance(0.1) ? null : drawAnnualAmount(random, employees, 0.4),
      acvAmount: null,
      termMonths: null,
      createdOn,
      closedOn: isOver ? createdOn + cycleDays : null,
      expectedCloseOn: isOver ? null : createdOn + cycleDays,
      ownerId,
      roles: [],
    };
  });
}
