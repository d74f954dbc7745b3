import 'server-only';
import type { Connection } from '#db/client.ts';
import { bestContacts, bookAccounts, type BookAccountRow, heldBy } from '#db/queries/work/book-accounts.ts';
import {
  bookMeetings,
  bookSignals,
  bookTouches,
  openReplies,
  weeklySignals,
} from '#db/queries/work/book-news.ts';
import { openSteps } from '#db/queries/work/step-rows.ts';
import { dayPlan, elapsedRate, workWeek } from '#lib/scoring/day-plan.ts';
import { countedToday, isBehindPace, touchesDue } from '#lib/scoring/touches-due.ts';
import { SIGNAL_DAYS, whyNow } from '#lib/scoring/why-now.ts';
import { compareWork, workGroup, workGroupLabels } from '#lib/scoring/work-groups.ts';
import { addCalendarUnits, dayOfInstant, fiscalPeriod, startOfDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import { totalOf } from '#lib/shared/total-shapes.ts';
import { workGroups, type WorkList, type WorkRow } from '#lib/shared/work-shapes.ts';

export type WorkQuestion = {
  holderIds: number[];
  /** Whose snoozes and next steps. */
  repId: number;
  now: number;
  timeZone: string;
  currency: string;
  highIntentStrength: number;
  show: 'work' | 'snoozed';
  withCustomers: boolean;
  withDoNotContact: boolean;
  tierId: number | null;
  text: string;
  offset: number;
  limit: number;
};

export type WorkAnswer = Omit<WorkList, 'rep' | 'asOf'>;

const DAY_MS = 86_400_000;
const REPLY_DAYS = 30;
const WEEKS = 8;
const REASONS = 3;

type Ranked = Omit<WorkRow, 'reasons'> & Parameters<typeof compareWork>[0];

function byAccount<T extends { accountId: number }>(rows: readonly T[]): Map<number, T> {
  return new Map(rows.map((row) => [row.accountId, row]));
}

function listsByAccount<T extends { accountId: number }>(rows: readonly T[]): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const row of rows) {
    const list = lists.get(row.accountId);
    if (list) list.push(row);
    else lists.set(row.accountId, [row]);
  }
  return lists;
}

/** One rep's list of work with its sums. Runs where the connection is: in the reads worker. */
export function answerWork(connection: Connection, question: WorkQuestion): WorkAnswer {
  const { now, timeZone, repId } = question;
  const book = heldBy(question.holderIds);
  const today = dayOfInstant(now, timeZone);
  const month = fiscalPeriod(today, 'month', 0, 1);
  const week = workWeek(today);
  const todayStartAt = startOfDay(today, timeZone);
  const elapsed = elapsedRate(month.from, month.to, today);

  const accounts = bookAccounts(connection, book, repId, today);
  const touches = byAccount(
    bookTouches(connection, book, {
      now,
      todayStartAt,
      monthStartAt: startOfDay(month.from, timeZone),
    }),
  );
  const replies = byAccount(openReplies(connection, book, now - REPLY_DAYS * DAY_MS, now));
  const weekFromAt = startOfDay(week.from, timeZone);
  const weekToAt = startOfDay(addCalendarUnits(week.to, 1, 'day'), timeZone) - 1;
  const meetings = bookMeetings(
    connection,
    book,
    Math.min(weekFromAt, todayStartAt),
    Math.max(weekToAt, now + 8 * DAY_MS),
  );
  const signals = listsByAccount(bookSignals(connection, book, now - SIGNAL_DAYS * DAY_MS, now));
  const weekly = listsByAccount(weeklySignals(connection, book, WEEKS, now));
  const contacts = byAccount(bestContacts(connection, book));
  const steps = byAccount(openSteps(connection, repId));
  const meetingsByAccount = listsByAccount(meetings);

  function rowOf(account: BookAccountRow): Ranked {
    const touched = touches.get(account.id);
    const done = touched?.month ?? 0;
    const due = touchesDue(account.touchesFrom, done);
    const step = steps.get(account.id) ?? null;
    const ahead = meetingsByAccount.get(account.id)?.find((meeting) => meeting.scheduledAt >= todayStartAt);
    const reasons = whyNow(
      {
        signals: signals.get(account.id) ?? [],
        reply: replies.get(account.id) ?? null,
        meeting: ahead ?? null,
        step,
        renewalOn: account.renewalOn,
      },
      question,
    );
    const facts = {
      tierRank: account.tierRank,
      touchesDue: due,
      isBehindPace: isBehindPace(account.touchesFrom, done, elapsed),
      reasons,
      score: account.score,
      name: account.name,
    };
    const weeks = Array.from({ length: WEEKS }, () => 0);
    for (const { week: back, signals: count } of weekly.get(account.id) ?? []) {
      if (back < WEEKS) weeks[WEEKS - 1 - back] = count;
    }
    const contact = contacts.get(account.id);
    const { id, tierId, tierName, tierRank, touchesFrom, snoozedUntilOn } = account;
    return {
      ...facts,
      id: toPublicId('account', id),
      domain: account.domain,
      industry: account.industry,
      city: account.city,
      state: account.state,
      country: account.country,
      employees: account.employees,
      revenue: account.revenue,
      journeyStage: account.journeyStage,
      tier:
        tierId === null
          ? null
          : { id: toPublicId('tier', tierId), name: tierName ?? '', rank: tierRank ?? 0 },
      isCustomer: account.isCustomer === 1,
      isDoNotContact: account.isDoNotContact === 1,
      group: workGroup(facts, { now, today }),
      touchesFrom,
      touchesDone: done,
      touchedAt: touched?.lastAt ?? null,
      weeks,
      contact: contact
        ? {
            id: toPublicId('contact', contact.id),
            name: contact.name,
            jobTitle: contact.jobTitle,
            persona: contact.persona,
            email: contact.email,
            phone: contact.phone,
          }
        : null,
      nextStep: step && { id: toPublicId('nextStep', step.id), dueOn: step.dueOn, text: step.text },
      snoozedUntilOn,
    };
  }

  const kept = accounts.filter(
    (account) =>
      (question.withCustomers || account.isCustomer === 0) &&
      (question.withDoNotContact || account.isDoNotContact === 0),
  );
  const rows = kept.map(rowOf);
  const active = rows.filter((row) => row.snoozedUntilOn === null);
  const snoozed = rows.filter((row) => row.snoozedUntilOn !== null);
  const listed = (question.show === 'snoozed' ? snoozed : active)
    .filter((row) => question.tierId === null || row.tier?.id === toPublicId('tier', question.tierId))
    .filter((row) => question.text === '' || foldText(row.name).includes(foldText(question.text)))
    .sort(
      question.show === 'snoozed'
        ? (a, b) => (a.snoozedUntilOn ?? 0) - (b.snoozedUntilOn ?? 0) || compareWork(a, b)
        : compareWork,
    );
  const due = sumOf(active, (row) => row.touchesDue);
  const counted = kept.reduce((total, account) => {
    const touched = touches.get(account.id);
    return total + countedToday(account.touchesFrom, touched?.month ?? 0, touched?.today ?? 0);
  }, 0);
  const plan = dayPlan({ today, monthEndOn: month.to, dueTouches: due, countedToday: counted });
  const waiting = kept.filter((account) => account.snoozedUntilOn === null && replies.has(account.id));
  const keptIds = new Set(kept.map((account) => account.id));
  const ofWeek = meetings.filter(
    ({ accountId, scheduledAt }) =>
      keptIds.has(accountId) && scheduledAt >= weekFromAt && scheduledAt <= weekToAt,
  );
  const end = question.offset + question.limit;
  return {
    items: listed.slice(question.offset, end).map(toItem),
    nextCursor: end < listed.length ? String(end) : null,
    count: listed.length,
    groups: workGroups.map((id) => {
      const members = listed.filter((row) => row.group === id);
      return {
        id,
        label: workGroupLabels[id],
        accounts: members.length,
        touchesDue: sumOf(members, (row) => row.touchesDue),
      };
    }),
    totals: {
      due: totalOf(
        sumOf(listed, (row) => row.touchesDue),
        listed.length,
      ),
      score: totalOf(
        sumOf(listed, (row) => row.score ?? 0),
        listed.filter((row) => row.score !== null).length,
      ),
    },
    book: {
      accounts: rows.length,
      due,
      dueAccounts: active.filter((row) => row.touchesDue > 0).length,
      doneAccounts: active.filter((row) => row.touchesDue === 0).length,
      snoozed: snoozed.length,
      withCustomers: question.withCustomers,
      customers: accounts.filter((account) => account.isCustomer === 1).length,
      doNotContact: accounts.filter((account) => account.isDoNotContact === 1).length,
    },
    today: {
      done: sumOf(kept, (account) => touches.get(account.id)?.today ?? 0),
      planned: plan.planned,
      dayOn: plan.day,
      workingDaysLeft: plan.workingDaysLeft,
    },
    replies: {
      count: waiting.length,
      slaHours: waiting.reduce<number | null>(
        (least, { responseSlaHours: hours }) => (hours === null ? least : Math.min(least ?? hours, hours)),
        null,
      ),
    },
    meetings: {
      count: ofWeek.length,
      nextAt:
        meetings.find(({ accountId, scheduledAt }) => keptIds.has(accountId) && scheduledAt >= now)
          ?.scheduledAt ?? null,
    },
    todayOn: today,
    monthEndOn: month.to,
  };
}

function sumOf<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

/** Without what only the order needs. */
function toItem({ tierRank: _rank, isBehindPace: _pace, reasons, ...row }: Ranked): WorkRow {
  return {
    ...row,
    reasons: reasons.slice(0, REASONS).map(({ kind, text, detail, at, on, isUrgent }) => ({
      kind,
      text,
      detail,
      seenAt: at,
      dueOn: on,
      isUrgent,
    })),
  };
}
