import type { DemoAccount } from './account-type.ts';
import { drawJob, personaOf } from './jobs.ts';
import { drawPerson, mailName } from './people-names.ts';
import { drawPhone, drawPlace } from './places.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';

export type DemoContact = {
  id: number;
  accountId: number | null;
  accountText: string | null;
  first: string;
  last: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  hasProfile: boolean;
  jobTitle: string | null;
  country: string | null;
  jobFunction: string | null;
  seniority: string | null;
  persona: string | null;
  leadStatus: string | null;
  source: string;
  ownerId: number | null;
  reachable: boolean;
  optedOut: boolean | null;
  bounced: boolean | null;
  createdAt: number;
};

const sources = [
  'enrichment',
  'enrichment',
  'enrichment',
  'website form',
  'webinar',
  'trade show',
  'referral',
  'crm',
];

function contactCount(account: DemoAccount, random: Random): number {
  const { trueEmployees, fitRate } = account;
  const mean = trueEmployees < 100 ? 1.5 : trueEmployees < 1000 ? 2.9 : 5.2;
  return Math.min(12, 1 + random.poisson((mean - 1) * (0.8 + fitRate * 0.9)));
}

function mailHabit(account: DemoAccount): 'first.last' | 'flast' | 'first' {
  const kind = account.id % 10;
  return kind < 6 ? 'first.last' : kind < 9 || account.trueEmployees > 60 ? 'flast' : 'first';
}

/** The people known at one account, with ids from `firstId` on. */
export function drawContacts(
  account: DemoAccount,
  firstId: number,
  random: Random,
  calendar: SeedCalendar,
): DemoContact[] {
  const used = new Set<string>();
  const contacts: DemoContact[] = [];
  const count = contactCount(account, random);
  for (let n = 0; n < count; n++) {
    const country = random.chance(0.95) ? account.place.country : drawPlace(random).country;
    const person = drawPerson(random, country);
    const local = mailName(person, mailHabit(account));
    const job = drawJob(random, account.trueEmployees);
    const hasTitle = !random.chance(0.04);
    const hasEmail = !used.has(local) && !random.chance(0.12);
    used.add(local);
    const phone = random.chance(0.42) ? drawPhone(account.place, random) : null;
    const mobile = random.chance(0.14) ? drawPhone(account.place, random) : null;
    const bounced = hasEmail && random.chance(0.045) ? true : hasEmail && random.chance(0.5) ? false : null;
    const optedOut = random.chance(0.05) ? true : random.chance(0.3) ? false : null;
    const daysKnown = random.chance(0.25) ? random.between(2, 330) : random.between(330, 1300);
    contacts.push({
      id: firstId + n,
      accountId: account.id,
      accountText: null,
      ...person,
      email: hasEmail ? `${local}@${account.domain}` : null,
      phone,
      mobile,
      hasProfile: random.chance(0.6),
      jobTitle: hasTitle ? random.pick(job.titles) : null,
      country: random.chance(0.1) ? null : country,
      jobFunction: hasTitle ? job.jobFunction : null,
      seniority: hasTitle ? job.seniority : null,
      persona: hasTitle ? personaOf(job.jobFunction, job.seniority) : null,
      leadStatus: null,
      source: random.pick(sources),
      ownerId: null,
      reachable: optedOut !== true && ((hasEmail && bounced !== true) || phone !== null || mobile !== null),
      optedOut,
      bounced,
      createdAt: Math.round(calendar.daysAgo(daysKnown)),
    });
  }
  return contacts;
}

const leadStatuses = ['new', 'new', 'new', 'working', 'working', 'nurturing', 'qualified', 'unqualified'];
const leadSources = ['website form', 'webinar', 'trade show', 'content download'];

/** People who came in by themselves and whose company nobody has matched yet. */
export function drawLeads(
  count: number,
  firstId: number,
  ownerIds: readonly number[],
  random: Random,
  calendar: SeedCalendar,
): DemoContact[] {
  return Array.from({ length: count }, (_, n) => {
    const place = drawPlace(random);
    const person = drawPerson(random, place.country);
    const job = drawJob(random, 150);
    const company = `${person.last.replace(/[^A-Za-z]/g, '') || 'Lead'}${random.int(10, 99)}`;
    const leadStatus = random.pick(leadStatuses);
    const phone = random.chance(0.35) ? drawPhone(place, random) : null;
    return {
      id: firstId + n,
      accountId: null,
      accountText: `${company} ${random.pick(['Supply', 'Trading', 'Industries', 'Works'])}`,
      ...person,
      email: `${mailName(person, 'first.last')}@${company.toLowerCase()}.example`,
      phone,
      mobile: null,
      hasProfile: false,
      jobTitle: random.pick(job.titles),
      country: place.country,
      jobFunction: job.jobFunction,
      seniority: job.seniority,
      persona: personaOf(job.jobFunction, job.seniority),
      leadStatus,
      source: random.pick(leadSources),
      ownerId: leadStatus === 'new' ? null : random.pick(ownerIds),
      reachable: true,
      optedOut: null,
      bounced: null,
      createdAt: Math.round(calendar.daysAgo(random.between(0.2, 120))),
    };
  });
}
