import type { AccountFacts } from './account-facts.ts';
import { type Spans, always, never } from './intervals.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';

export const classNames = ['SMB', 'Mid-Market', 'Enterprise'] as const;
export type ClassName = (typeof classNames)[number];

export type ClassHistory = {
  now: ClassName | null;
  /** The class before `changedAt`, when it grew out of one within the year. */
  before: ClassName | null;
  changedAt: number | null;
};

/** The shipped template: by employees, by revenue where those are not known. */
export function classOf(employees: number | null, revenue: number | null): ClassName | null {
  if (employees !== null) return employees >= 1000 ? 'Enterprise' : employees >= 100 ? 'Mid-Market' : 'SMB';
  if (revenue === null) return null;
  return revenue >= 100_000_000 ? 'Enterprise' : revenue >= 10_000_000 ? 'Mid-Market' : 'SMB';
}

/** The class of an account now and, for some that lie just above a limit, the day on which new figures lifted it there. */
export function drawClassHistory(
  { account }: AccountFacts,
  random: Random,
  calendar: SeedCalendar,
  quarterStart: number,
): ClassHistory {
  const now = classOf(account.employees, account.revenue);
  const { employees } = account;
  const hasGrown =
    employees !== null &&
    ((employees >= 1000 && employees < 1350 && random.chance(0.2)) ||
      (employees >= 100 && employees < 125 && random.chance(0.2)));
  if (!hasGrown || now === null) return { now, before: null, changedAt: null };
  const day = random.chance(0.32)
    ? quarterStart + Math.floor(random.next() * Math.max(1, calendar.today - quarterStart))
    : calendar.today - random.int(20, 330);
  const changedAt = calendar.officeTime(random, day);
  if (changedAt <= account.createdAt) return { now, before: null, changedAt: null };
  return { now, before: now === 'Enterprise' ? 'Mid-Market' : 'SMB', changedAt };
}

export function spansInClass(history: ClassHistory, name: ClassName): Spans {
  const { now, before, changedAt } = history;
  if (changedAt === null) return now === name ? always : never;
  if (now === name) return [{ from: changedAt, to: Number.POSITIVE_INFINITY }];
  return before === name ? [{ from: Number.NEGATIVE_INFINITY, to: changedAt }] : never;
}
