import 'server-only';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';

/** A set of accounts as SQL with one positional parameter. Plain data: it may cross threads. */
export type AccountSet = { sql: string; param: string };

/** Accounts now held, in any slot, by one of these reps or pools. */
export function heldBy(holderIds: readonly number[]): AccountSet {
  return {
    sql: `SELECT DISTINCT s.account_id FROM assignments s
  WHERE s.to_at IS NULL AND s.rep_id IN (SELECT value FROM json_each(?))`,
    param: JSON.stringify(holderIds),
  };
}

export function theseAccounts(accountIds: readonly number[]): AccountSet {
  return { sql: 'SELECT value AS account_id FROM json_each(?)', param: JSON.stringify(accountIds) };
}

export type BookAccountRow = {
  id: number;
  name: string;
  domain: string | null;
  industry: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
  employees: number | null;
  revenue: number | null;
  journeyStage: string | null;
  score: number | null;
  renewalOn: number | null;
  isCustomer: number;
  isDoNotContact: number;
  tierId: number | null;
  tierName: string | null;
  tierRank: number | null;
  touchesFrom: number | null;
  responseSlaHours: number | null;
  snoozedUntilOn: number | null;
};

/** The accounts of a book with their tier, and until when `repId` snoozed them (after `today`, an epoch day). */
export function bookAccounts(
  connection: Connection,
  book: AccountSet,
  repId: number,
  today: number,
): BookAccountRow[] {
  const customer = JSON.stringify([
    ...findTermIds(connection, 'account.type', ['customer']),
    ...findTermIds(connection, 'account.journeyStage', ['customer']),
  ]);
  return connection
    .prepare<unknown[], BookAccountRow>(
      `WITH book AS MATERIALIZED (${book.sql}),
       snoozed AS (SELECT account_id, max(until_on) AS until_on FROM snoozes
         WHERE rep_id = ? AND ended_at IS NULL AND until_on > ? GROUP BY account_id)
       SELECT a.id, a.name, a.domain, i.label AS industry, ci.label AS city, st.label AS state, c.label AS country,
         a.employees, a.revenue, j.label AS journeyStage, a.score, a.renewal_on AS renewalOn,
         coalesce(a.type IN (SELECT value FROM json_each(?)), 0)
           OR coalesce(a.journey_stage IN (SELECT value FROM json_each(?)), 0) AS isCustomer,
         coalesce(a.do_not_contact, 0) AS isDoNotContact,
         t.id AS tierId, t.name AS tierName, t.rank AS tierRank, t.touches_from AS touchesFrom,
         t.response_sla_hours AS responseSlaHours, z.until_on AS snoozedUntilOn
       FROM book b JOIN accounts a ON a.id = b.account_id AND a.archived_at IS NULL
       LEFT JOIN terms i ON i.id = a.industry
       LEFT JOIN terms ci ON ci.id = a.city
       LEFT JOIN terms st ON st.id = a.state
       LEFT JOIN terms c ON c.id = a.country
       LEFT JOIN terms j ON j.id = a.journey_stage
       LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
       LEFT JOIN tiers t ON t.id = x.tier_id
       LEFT JOIN snoozed z ON z.account_id = a.id`,
    )
    .all(book.param, repId, today, customer, customer);
}

export type BestContactRow = {
  accountId: number;
  id: number;
  name: string | null;
  jobTitle: string | null;
  persona: string | null;
  email: string | null;
  phone: string | null;
};

/** Per account the contact to try first: reachable, by persona from economic buyer to end user, then by name. */
export function bestContacts(connection: Connection, book: AccountSet): BestContactRow[] {
  return connection
    .prepare<unknown[], BestContactRow>(
      `WITH book AS MATERIALIZED (${book.sql}),
       ranked AS (
         SELECT c.account_id AS accountId, c.id, c.name, c.job_title AS jobTitle, p.label AS persona,
           CASE WHEN coalesce(c.bounced, 0) = 0 THEN c.email END AS email, coalesce(c.phone, c.mobile) AS phone,
           row_number() OVER (PARTITION BY c.account_id ORDER BY
             CASE p.folded WHEN 'ECONOMIC BUYER' THEN 0 WHEN 'CHAMPION' THEN 1 WHEN 'TECHNICAL EVALUATOR' THEN 2
               WHEN 'INFLUENCER' THEN 3 WHEN 'END USER' THEN 4 ELSE 5 END, c.name_folded, c.id) AS place
         FROM book b JOIN contacts c ON c.account_id = b.account_id AND c.reachable = 1 AND c.archived_at IS NULL
         LEFT JOIN terms p ON p.id = c.persona)
       SELECT accountId, id, name, jobTitle, persona, email, phone FROM ranked WHERE place = 1`,
    )
    .all(book.param);
}
