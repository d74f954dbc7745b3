import type { AccountFacts } from './account-facts.ts';
import type { DemoContact } from './contacts.ts';
import {
  campaignOf,
  type DealSource,
  drawAnnualAmount,
  drawBusyDay,
  drawCycleDays,
  drawLossReason,
  drawProduct,
  drawSource,
  sourceShift,
} from './opportunity-draws.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { newBusiness } from './stages.ts';
import { competitors } from './topics.ts';

export type DealOutcome = 'open' | 'won' | 'lost';

export type DemoDeal = {
  name: string;
  accountId: number | null;
  accountText: string | null;
  pipeline: string;
  type: 'new' | 'renewal' | 'expansion';
  product: string | null;
  source: DealSource | null;
  campaign: string | null;
  competitor: string | null;
  lossReason: string | null;
  outcome: DealOutcome;
  /** Names of the stages it went through with the day of each, the last one is its stage now. */
  path: { stage: string; day: number }[];
  hasHistory: boolean;
  amount: number | null;
  acvAmount: number | null;
  termMonths: number | null;
  createdOn: number;
  closedOn: number | null;
  expectedCloseOn: number | null;
  ownerId: number;
  roles: { contactId: number; role: string }[];
};

export type DealContext = {
  random: Random;
  calendar: SeedCalendar;
  /** Who worked the account on that day, and how good they are. */
  ownerOn: (facts: AccountFacts, day: number) => { repId: number; skill: number };
  /** Whether the account is one of the plan's targets. */
  isTarget: (facts: AccountFacts) => boolean;
};

const openStages = ['Discovery', 'Qualified', 'Evaluation', 'Proposal', 'Negotiation'];
const DAY_MS = 86_400_000;

function sizeShift(employees: number): number {
  if (employees < 50) return -0.15;
  return employees < 1000 ? 0.12 : employees < 5000 ? -0.1 : -0.32;
}

/** Chance that a new deal is won: industry, fit, SAP, hot research, source and seller, on the log-odds scale. */
export function winRateOf(facts: AccountFacts, source: DealSource, isHot: boolean, skill: number): number {
  const { account } = facts;
  const odds =
    -1.18 +
    account.market.winShift +
    sizeShift(account.trueEmployees) +
    (account.sapSinceAt === null ? 0 : 0.34) +
    (isHot ? 0.5 : -0.1) +
    sourceShift(source) +
    skill;
  return 1 / (1 + Math.exp(-odds));
}

/** The days on which it entered each stage; a deal that is over ends in Won or Lost. */
function drawPath(
  random: Random,
  createdOn: number,
  cycleDays: number,
  outcome: DealOutcome,
  today: number,
): DemoDeal['path'] {
  const shares = [0, 0.12, 0.32, 0.6, 0.82];
  const reach = outcome === 'won' ? 5 : 1 + Math.floor(random.next() ** 1.2 * 5);
  const skips = random.chance(0.07) ? 1 + Math.floor(random.next() * 2) : -1;
  const path: DemoDeal['path'] = [];
  for (let at = 0; at < openStages.length; at++) {
    const day = createdOn + Math.round((shares[at] ?? 0) * cycleDays * random.between(0.85, 1.1));
    if (day > today || (outcome !== 'open' && at >= reach) || at === skips) continue;
    path.push({ stage: openStages[at] ?? 'Discovery', day: at === 0 ? createdOn : day });
  }
  if (outcome !== 'open')
    path.push({ stage: outcome === 'won' ? 'Won' : 'Lost', day: createdOn + cycleDays });
  return path;
}

const roleOfPersona: Readonly<Record<string, string>> = {
  'economic buyer': 'Economic buyer',
  champion: 'Champion',
  'technical evaluator': 'Technical evaluator',
  influencer: 'Influencer',
  'end user': 'End user',
};

function drawRoles(contacts: readonly DemoContact[], createdAt: number, random: Random): DemoDeal['roles'] {
  const known = contacts.filter((contact) => contact.createdAt <= createdAt && contact.persona !== null);
  if (known.length === 0 || random.chance(0.2)) return [];
  return known
    .filter(() => random.chance(0.7))
    .slice(0, 4)
    .map((contact) => ({
      contactId: contact.id,
      role: roleOfPersona[contact.persona ?? ''] ?? 'Influencer',
    }));
}

function drawMoney(
  random: Random,
  { account }: AccountFacts,
): Pick<DemoDeal, 'amount' | 'acvAmount' | 'termMonths'> {
  const annual = drawAnnualAmount(random, account.trueEmployees, account.fitRate, account.market.subIndustry);
  const roll = random.next();
  const term = roll < 0.66 ? 12 : roll < 0.8 ? 24 : 36;
  return {
    amount: random.chance(0.035) ? null : (annual * term) / 12,
    acvAmount: random.chance(0.5) ? annual : null,
    termMonths: random.chance(0.14) ? null : term,
  };
}

/** One deal of new business or expansion from its first day on. */
export function drawDeal(
  facts: AccountFacts,
  createdOn: number,
  type: 'new' | 'expansion',
  context: DealContext,
): DemoDeal {
  const { random, calendar } = context;
  const { account } = facts;
  const createdAt = calendar.dayStart(createdOn);
  const isHot = facts.hotIntentAts.some((at) => at <= createdAt + DAY_MS && at > createdAt - 60 * DAY_MS);
  const source = drawSource(random, isHot, account.trueEmployees);
  const owner = context.ownerOn(facts, createdOn);
  const winRate = winRateOf(facts, source, isHot, owner.skill + (type === 'expansion' ? 0.7 : 0));
  const isWon = random.chance(winRate);
  const fullCycle = drawCycleDays(random, account.trueEmployees, account.market.subIndustry);
  const cycleDays = Math.max(3, Math.round(isWon ? fullCycle : fullCycle * random.between(0.35, 1.15)));
  const isOver = createdOn + cycleDays <= calendar.today;
  const outcome: DealOutcome = isOver ? (isWon ? 'won' : 'lost') : 'open';
  const product = drawProduct(random, account.trueEmployees).name;
  const lossReason = outcome === 'lost' && !random.chance(0.1) ? drawLossReason(random).reason : null;
  const competitor =
    lossReason === 'Lost to competitor' || random.chance(0.3) ? random.pick(competitors) : null;
  const slip = random.chance(0.08) ? -random.int(1, 20) : random.int(0, 14);
  return {
    name: `${account.name} – ${product}${type === 'expansion' ? ' expansion' : ''}`,
    accountId: account.id,
    accountText: null,
    pipeline: newBusiness,
    type,
    product: random.chance(0.02) ? null : product,
    source: random.chance(0.03) ? null : source,
    campaign: campaignOf(createdOn, source, random, calendar),
    competitor,
    lossReason,
    outcome,
    path: drawPath(random, createdOn, cycleDays, outcome, calendar.today),
    hasHistory: !random.chance(createdOn < calendar.today - 365 ? 0.12 : 0.02),
    ...drawMoney(random, facts),
    createdOn,
    closedOn: isOver ? createdOn + cycleDays : null,
    expectedCloseOn: outcome === 'open' && !random.chance(0.05) ? createdOn + cycleDays + slip : null,
    ownerId: owner.repId,
    roles: drawRoles(facts.contacts, createdAt, random),
  };
}

/** New deals of the last 18 months: out of buying episodes soon after they run hot, and out of cold work. */
export function drawNewDeals(facts: AccountFacts, context: DealContext): DemoDeal[] {
  const { random, calendar } = context;
  const { account } = facts;
  const isTarget = context.isTarget(facts);
  const deals: DemoDeal[] = [];
  const firstDay = Math.max(calendar.today - 540, calendar.dayOf(account.createdAt) + 3);
  const add = (createdOn: number) => {
    if (createdOn < firstDay || createdOn > calendar.today) return;
    if (deals.some((deal) => Math.abs(deal.createdOn - createdOn) < 75)) return;
    deals.push(drawDeal(facts, createdOn, 'new', context));
  };
  for (const episode of facts.episodes) {
    if (!random.chance(episode.isWatched ? 0.14 : isTarget ? 0.42 : 0.4)) continue;
    add(calendar.dayOf(episode.hotAt) + random.int(9, 40));
  }
  const coldRate =
    0.11 + 0.07 * account.fitRate + (isTarget ? (account.trueEmployees >= 1000 ? 0.8 : 0.25) : 0);
  const cold = random.poisson(coldRate);
  for (let n = 0; n < cold; n++) add(drawBusyDay(random, calendar, 0, 540));
  return deals.sort((a, b) => a.createdOn - b.createdOn);
}
