import 'server-only';
import type { TouchFact } from '#lib/metrics/facts.ts';
import type { KeyValue } from '#lib/metrics/group-facts.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';
import { valuesOf } from './deal-facts.ts';
import type { Dimension } from './dimensions.ts';

type TouchFactsQuestion = {
  scope: Scope;
  /** Epoch ms: nothing later exists. */
  asOf: number;
  /** First touches from `from` on and before `before`, epoch ms. */
  from: number;
  before: number;
  dimensions: readonly Dimension[];
  /** Read tiers, territories and the like at the first touch instead of at `asOf`. */
  isAtFirstTouch: boolean;
};

export type TouchRow = TouchFact & { values: KeyValue[][] };

type Raw = [number, number, number, number, number, ...KeyValue[]];
const FIRST_VALUE = 5;

/** Accounts within scope whose first touch ever lies in the period, and what followed it up to `asOf`. */
export function touchFacts(connection: Connection, question: TouchFactsQuestion): TouchRow[] {
  const { scope, asOf, dimensions } = question;
  const inScope = scopeFilter(scope, 'a.id');
  const terms = activityTerms(connection);
  const at = question.isAtFirstTouch ? 'touch.occurred_at' : String(asOf);
  const sqlOf = (dimension: Dimension) => (dimension.isDealOnly ? null : dimension.sql?.(at)) ?? 'NULL';
  const values = dimensions.map((dimension) => `, ${sqlOf(dimension)}`).join('');
  const rows = connection
    .prepare<unknown[], Raw>(
      `WITH first(account_id, touch_id) AS MATERIALIZED (
         SELECT a.id, (SELECT t.id FROM activities t WHERE t.account_id = a.id AND t.type = ${terms.touch}
           AND t.archived_at IS NULL AND t.occurred_at <= ${asOf} ORDER BY t.occurred_at, t.id LIMIT 1)
         FROM accounts a WHERE a.archived_at IS NULL AND ${inScope.sql}
       ),
       touched(account_id, touch_id, at) AS MATERIALIZED (
         SELECT first.account_id, first.touch_id, t.occurred_at FROM first JOIN activities t ON t.id = first.touch_id
         WHERE t.occurred_at >= ${question.from} AND t.occurred_at < ${question.before}
       ),
       followed(account_id, replied, positive, met) AS MATERIALIZED (
         SELECT r.account_id,
           max((r.type = ${terms.reply} AND coalesce(r.outcome, 0) NOT IN ${terms.noReply}) OR r.outcome IN ${terms.answered}),
           max(r.outcome = ${terms.positive} OR (r.type = ${terms.reply} AND r.outcome = ${terms.booked})),
           max(r.type = ${terms.meeting} AND coalesce(r.outcome, 0) <> ${terms.noShow})
         FROM touched JOIN activities r ON r.account_id = touched.account_id AND r.occurred_at >= touched.at
           AND r.occurred_at <= ${asOf} AND r.archived_at IS NULL
         GROUP BY r.account_id
       )
       SELECT touched.account_id, touched.at, coalesce(followed.replied, 0), coalesce(followed.positive, 0),
         coalesce(followed.met, 0)${values}
       FROM touched
       JOIN accounts a ON a.id = touched.account_id
       JOIN activities touch ON touch.id = touched.touch_id
       LEFT JOIN reps o ON o.id = touch.owner_id
       LEFT JOIN followed ON followed.account_id = touched.account_id
       ORDER BY touched.account_id`,
    )
    .raw()
    .all(...inScope.params);
  return rows.map((row) => ({
    accountId: row[0],
    firstTouchAt: row[1],
    hasReplied: row[2] === 1,
    hasRepliedPositively: row[3] === 1,
    hasMet: row[4] === 1,
    values: dimensions.map((dimension, index) => valuesOf(row[FIRST_VALUE + index] ?? null, dimension)),
  }));
}

/** Term ids of the activity words that rates are made of; -1 where the data has no such word. */
function activityTerms(connection: Connection) {
  const type = (label: string) => findTermIds(connection, 'activity.type', [label])[0] ?? -1;
  const outcome = (label: string) => findTermIds(connection, 'activity.outcome', [label])[0] ?? -1;
  return {
    touch: type('touch'),
    reply: type('reply'),
    meeting: type('meeting'),
    positive: outcome('positive_reply'),
    booked: outcome('meeting_booked'),
    noShow: outcome('no_show'),
    noReply: `(${outcome('out_of_office')}, ${outcome('bounced')})`,
    answered: `(${outcome('positive_reply')}, ${outcome('negative_reply')})`,
  };
}
