import 'server-only';
import type { SignalFact } from '#lib/scoring/why-now.ts';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';
import type { AccountSet } from './book-accounts.ts';

const WEEK_MS = 7 * 86_400_000;

function typeIds(connection: Connection, type: string): string {
  return JSON.stringify(findTermIds(connection, 'activity.type', [type]));
}

export type TouchCountRow = { accountId: number; month: number; today: number; lastAt: number | null };

/** Touches per account: in the month and the day that begin at these instants, and the last one ever. */
export function bookTouches(
  connection: Connection,
  book: AccountSet,
  clock: { now: number; monthStartAt: number; todayStartAt: number },
): TouchCountRow[] {
  return connection
    .prepare<unknown[], TouchCountRow>(
      `WITH book AS MATERIALIZED (${book.sql})
       SELECT v.account_id AS accountId, sum(v.occurred_at >= ?) AS month, sum(v.occurred_at >= ?) AS today,
         max(v.occurred_at) AS lastAt
       FROM book b JOIN activities v ON v.account_id = b.account_id
       WHERE v.type IN (SELECT value FROM json_each(?)) AND v.archived_at IS NULL AND v.occurred_at <= ?
       GROUP BY v.account_id`,
    )
    .all(book.param, clock.monthStartAt, clock.todayStartAt, typeIds(connection, 'touch'), clock.now);
}

export type ReplyRow = {
  accountId: number;
  occurredAt: number;
  outcome: string | null;
  person: string | null;
  title: string | null;
};

/**
 * Per account the last reply since `since` that waits for an answer: neither negative nor an automatic one, and no
 * touch or meeting was logged after it.
 */
export function openReplies(
  connection: Connection,
  book: AccountSet,
  since: number,
  now: number,
): ReplyRow[] {
  const settled = findTermIds(connection, 'activity.outcome', ['negative_reply', 'out_of_office', 'bounced']);
  const answers = [
    ...findTermIds(connection, 'activity.type', ['touch']),
    ...findTermIds(connection, 'activity.type', ['meeting']),
  ];
  return connection
    .prepare<unknown[], ReplyRow>(
      `WITH book AS MATERIALIZED (${book.sql}),
       replies AS (
         SELECT v.id, v.account_id, v.occurred_at, v.outcome, v.contact_id,
           row_number() OVER (PARTITION BY v.account_id ORDER BY v.occurred_at DESC, v.id DESC) AS place
         FROM book b JOIN activities v ON v.account_id = b.account_id
         WHERE v.type IN (SELECT value FROM json_each(?)) AND v.archived_at IS NULL
           AND v.occurred_at BETWEEN ? AND ?
           AND coalesce(v.outcome NOT IN (SELECT value FROM json_each(?)), 1))
       SELECT r.account_id AS accountId, r.occurred_at AS occurredAt, o.label AS outcome, c.name AS person,
         c.job_title AS title
       FROM replies r LEFT JOIN terms o ON o.id = r.outcome LEFT JOIN contacts c ON c.id = r.contact_id
       WHERE r.place = 1 AND NOT EXISTS (SELECT 1 FROM activities n WHERE n.account_id = r.account_id
         AND n.type IN (SELECT value FROM json_each(?)) AND n.archived_at IS NULL
         AND (n.occurred_at > r.occurred_at OR (n.occurred_at = r.occurred_at AND n.id > r.id)
           OR n.scheduled_at > r.occurred_at))`,
    )
    .all(
      book.param,
      typeIds(connection, 'reply'),
      since,
      now,
      JSON.stringify(settled),
      JSON.stringify(answers),
    );
}

export type MeetingRow = { accountId: number; scheduledAt: number; person: string | null };

/** Meetings of a book that are scheduled between two instants, soonest first. */
export function bookMeetings(
  connection: Connection,
  book: AccountSet,
  from: number,
  to: number,
): MeetingRow[] {
  return connection
    .prepare<unknown[], MeetingRow>(
      `WITH book AS MATERIALIZED (${book.sql})
       SELECT v.account_id AS accountId, v.scheduled_at AS scheduledAt, c.name AS person
       FROM book b JOIN activities v ON v.account_id = b.account_id
       LEFT JOIN contacts c ON c.id = v.contact_id
       WHERE v.type IN (SELECT value FROM json_each(?)) AND v.archived_at IS NULL AND v.scheduled_at BETWEEN ? AND ?
       ORDER BY v.scheduled_at, v.id`,
    )
    .all(book.param, typeIds(connection, 'meeting'), from, to);
}

/** Signals of a book since an instant, with the person they came from. */
export function bookSignals(
  connection: Connection,
  book: AccountSet,
  since: number,
  now: number,
): (SignalFact & { accountId: number })[] {
  return connection
    .prepare<unknown[], SignalFact & { accountId: number }>(
      `WITH book AS MATERIALIZED (${book.sql})
       SELECT g.account_id AS accountId, t.label AS type, p.label AS topic, g.strength, g.quantity, g.amount,
         g.occurred_at AS occurredAt, c.name AS person
       FROM book b JOIN signals g ON g.account_id = b.account_id
       JOIN terms t ON t.id = g.type
       LEFT JOIN terms p ON p.id = g.topic
       LEFT JOIN contacts c ON c.id = g.contact_id
       WHERE g.occurred_at BETWEEN ? AND ?`,
    )
    .all(book.param, since, now);
}

/** Signals per account and week before `now`; week 0 is the last seven days. */
export function weeklySignals(
  connection: Connection,
  book: AccountSet,
  weeks: number,
  now: number,
): { accountId: number; week: number; signals: number }[] {
  return connection
    .prepare<unknown[], { accountId: number; week: number; signals: number }>(
      `WITH book AS MATERIALIZED (${book.sql})
       SELECT g.account_id AS accountId, CAST((? - g.occurred_at) / ${WEEK_MS} AS INTEGER) AS week, count(*) AS signals
       FROM book b JOIN signals g ON g.account_id = b.account_id
       WHERE g.occurred_at > ? AND g.occurred_at <= ? GROUP BY 1, 2`,
    )
    .all(book.param, now, now - weeks * WEEK_MS, now);
}
