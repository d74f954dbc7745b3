import { fiscalPeriod } from '#lib/shared/days.ts';
import type { AccountFacts } from './account-facts.ts';
import { type ClassHistory, spansInClass } from './class-history.ts';
import { always, complement, intersectAll, never, type Span, type Spans, since, union } from './intervals.ts';
import type { DemoDeal } from './opportunities.ts';
import type { DemoPlan } from './plan.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import type { SegmentKey } from './segment-plan.ts';

/** What decides membership of one account beside its facts. */
export type MembershipInput = {
  facts: AccountFacts;
  history: ClassHistory;
  plan: DemoPlan;
  calendar: SeedCalendar;
  /** When new figures lifted its score over the target line, or let it fall below; null = it never crossed. */
  scoreRoseAt: number | null;
  scoreFellAt: number | null;
  deals: readonly DemoDeal[];
  touchAts: readonly number[];
};

const when = (holds: boolean): Spans => (holds ? always : never);

/** A row at `at` counts until the day leaves a window of `last` days: exactly what a rolling window means. */
function windowAfter(at: number, last: number, calendar: SeedCalendar): Span {
  return { from: at, to: calendar.dayStart(calendar.dayOf(at) + last + 1) };
}

function openDealSpans(deals: readonly DemoDeal[], calendar: SeedCalendar): Spans {
  return union(
    deals.map((deal) => ({
      from: calendar.dayStart(deal.createdOn),
      to: deal.closedOn === null ? Number.POSITIVE_INFINITY : calendar.dayStart(deal.closedOn),
    })),
  );
}

function personaSpans(facts: AccountFacts, persona: string): Spans {
  const known = facts.contacts.filter((contact) => contact.reachable && contact.persona === persona);
  return known.length === 0 ? never : since(Math.min(...known.map((contact) => contact.createdAt)));
}

function movedUpSpans({ history, calendar }: MembershipInput): Spans {
  if (history.changedAt === null || history.before !== 'Mid-Market') return never;
  const quarter = fiscalPeriod(calendar.dayOf(history.changedAt), 'quarter', 0, 1);
  return [{ from: history.changedAt, to: calendar.dayStart(quarter.to + 1) }];
}

function scoreSpans({ facts, scoreRoseAt, scoreFellAt }: MembershipInput, limit: number): Spans {
  if (facts.account.score >= limit) return scoreRoseAt === null ? always : since(scoreRoseAt);
  return scoreFellAt === null ? never : [{ from: Number.NEGATIVE_INFINITY, to: scoreFellAt }];
}

type Tests = Record<SegmentKey, (input: MembershipInput) => Spans>;

const isCovered = ({ facts }: MembershipInput) =>
  facts.account.region === 'NA' || facts.account.region === 'EMEA';

const isManufacturing = ({ facts }: MembershipInput, subIndustry?: string) =>
  facts.account.industry === 'Manufacturing' &&
  (subIndustry === undefined || facts.account.subIndustry === subIndustry);

/** When each segment's rule (its last version) holds for an account. */
const tests: Tests = {
  tam: ({ facts: { account } }) =>
    when(
      (account.status === 'operating' || account.status === 'ipo') &&
        account.type !== 'competitor' &&
        account.type !== 'partner',
    ),
  enterprise: ({ history }) => spansInClass(history, 'Enterprise'),
  midMarket: ({ history }) => spansInClass(history, 'Mid-Market'),
  smb: ({ history }) => spansInClass(history, 'SMB'),
  sapManufacturing: (input) => sapSpans(input, 500, 2000),
  saasEmea: ({ facts, calendar }) => {
    const { account } = facts;
    const fits =
      account.industry === 'Software' &&
      account.subIndustry === 'SaaS' &&
      account.region === 'EMEA' &&
      (account.employees ?? 0) >= 1000;
    return fits ? union(facts.hotIntentAts.map((at) => windowAfter(at, 30, calendar))) : never;
  },
  healthcare: ({ facts, deals, touchAts, calendar }) =>
    facts.account.industry === 'Healthcare'
      ? intersectAll([
          personaSpans(facts, 'economic buyer'),
          personaSpans(facts, 'technical evaluator'),
          complement(openDealSpans(deals, calendar)),
          complement(union(touchAts.map((at) => windowAfter(at, 30, calendar)))),
        ])
      : never,
  manufacturing: (input) => when(isManufacturing(input)),
  automotive: (input) => when(isManufacturing(input, 'Automotive')),
  food: (input) => when(isManufacturing(input, 'Food production')),
  equipment: (input) => when(isManufacturing(input, 'Industrial equipment')),
  strategic: (input) =>
    isCovered(input) && (input.facts.account.employees ?? 0) >= 1000
      ? intersectAll([
          scoreSpans(input, input.plan.strategicScore),
          spansInClass(input.history, 'Enterprise'),
        ])
      : never,
  targets: (input) => {
    const { employees } = input.facts.account;
    return isCovered(input) && (employees === null || employees >= 100)
      ? scoreSpans(input, input.plan.targetScore)
      : never;
  },
  movedUp: movedUpSpans,
  retailDraft: () => never,
  webinarRetired: ({ facts, calendar }) => union(facts.webinarAts.map((at) => windowAfter(at, 90, calendar))),
};

export function sapSpans({ facts: { account } }: MembershipInput, low: number, high: number): Spans {
  const fits =
    account.industry === 'Manufacturing' &&
    account.country === 'US' &&
    account.employees !== null &&
    account.employees >= low &&
    account.employees <= high;
  return fits ? since(account.sapSinceAt) : never;
}

export function membershipSpans(key: SegmentKey, input: MembershipInput): Spans {
  return tests[key](input);
}
