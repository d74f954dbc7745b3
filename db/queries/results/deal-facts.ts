import 'server-only';
import type { KeyValue } from '#lib/metrics/group-facts.ts';
import type { DealFact, DealOutcome } from '#lib/metrics/facts.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';
import type { Dimension } from './dimensions.ts';

/** When facts are read: `asOf` epoch ms, its calendar day, and whether that lies in the past. */
export type Moment = { asOf: number; asOfDay: number; isPast: boolean };

type DealFactsQuestion = {
  scope: Scope;
  moment: Moment;
  dimensions: readonly Dimension[];
  /** Epoch ms of the end of each creation day when intervals are read at creation; null = at `asOf`. */
  createdAt: ReadonlyMap<number, number> | null;
};

/** A deal with its values in the asked dimensions, one list each. */
export type DealRow = DealFact & { values: KeyValue[][]; createdAt: number | null };

type Raw = [
  number,
  number | null,
  DealOutcome,
  number | null,
  string,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  ...KeyValue[],
];
const FIRST_VALUE = 12;

/**
 * All deals within scope as they stood at `asOf` (Meaning 7 of the rule language): those created by then, outcome and
 * stage from the close date first, then from the last stage change by then. Deals in Trash, or of an account there,
 * do not count. A deal without an account is in the scope of its owner.
 */
export function dealFacts(connection: Connection, question: DealFactsQuestion): DealRow[] {
  const { scope, moment, dimensions, createdAt } = question;
  const ofAccount = scopeFilter(scope, 'd.account_id');
  const ofOwner = scope.all ? '1' : 'd.account_id IS NULL AND d.owner_id IN (SELECT value FROM json_each(?))';
  const at = createdAt ? 'created.at' : String(moment.asOf);
  const values = dimensions.map((dimension) => `, ${dimension.sql?.(at) ?? 'NULL'}`).join('');
  const standing = moment.isPast ? pastStanding(moment) : presentStanding;
  const rows = connection
    .prepare<unknown[], Raw>(
      `WITH created(day, at) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(?)),
       history(opportunity_id, furthest) AS MATERIALIZED (
         SELECT c.opportunity_id, max(CASE WHEN st.outcome <> 'lost' THEN st.position END)
         FROM stage_changes c JOIN stages st ON st.id = c.stage_id WHERE c.changed_at <= ? GROUP BY 1
       )
       SELECT d.id, d.account_id, ${standing.outcome}, ${standing.stage}, today.pipeline, d.amount, d.acv_amount,
         d.term_months, d.created_on, ${standing.closedOn}, history.furthest, created.at${values}
       FROM opportunities d
       JOIN stages today ON today.id = d.stage_id
       LEFT JOIN history ON history.opportunity_id = d.id
       LEFT JOIN accounts a ON a.id = d.account_id
       LEFT JOIN reps o ON o.id = d.owner_id
       LEFT JOIN created ON created.day = d.created_on
       ${standing.join}
       WHERE d.archived_at IS NULL AND a.archived_at IS NULL AND (${ofAccount.sql} OR ${ofOwner})
         AND ${standing.where}
       ORDER BY d.id`,
    )
    .raw()
    .all(
      JSON.stringify(createdAt ? [...createdAt] : []),
      moment.asOf,
      ...ofAccount.params,
      ...(scope.all ? [] : [JSON.stringify(scope.repIds)]),
    );
  return rows.map((row) => toRow(row, dimensions));
}

const presentStanding = {
  outcome: 'today.outcome',
  stage: 'd.stage_id',
  closedOn: 'd.closed_on',
  join: 'LEFT JOIN stages stage ON stage.id = d.stage_id',
  where: '1',
};

function pastStanding({ asOf, asOfDay }: Moment): typeof presentStanding {
  const history = 'EXISTS (SELECT 1 FROM stage_changes c WHERE c.opportunity_id = d.id)';
  const isClosedByThen = `d.closed_on <= ${asOfDay}`;
  const isAsToday = `(${isClosedByThen} OR (d.closed_on IS NULL AND NOT ${history}))`;
  return {
    outcome: `CASE WHEN d.closed_on > ${asOfDay} THEN 'open' WHEN ${isAsToday} THEN today.outcome
      ELSE coalesce(last.outcome, 'open') END`,
    stage: 'stage.id',
    closedOn: `CASE WHEN ${isClosedByThen} THEN d.closed_on END`,
    join: `LEFT JOIN stages last ON last.id = (SELECT c.stage_id FROM stage_changes c WHERE c.opportunity_id = d.id
        AND c.changed_at <= ${asOf} ORDER BY c.changed_at DESC, c.id DESC LIMIT 1)
      LEFT JOIN stages stage ON stage.id = coalesce(last.id, CASE WHEN ${isAsToday} THEN d.stage_id END)`,
    where: `(d.created_on IS NULL OR d.created_on <= ${asOfDay})`,
  };
}

function toRow(row: Raw, dimensions: readonly Dimension[]): DealRow {
  return {
    id: row[0],
    accountId: row[1],
    outcome: row[2],
    stageId: row[3],
    pipeline: row[4],
    amount: row[5],
    acvAmount: row[6],
    termMonths: row[7],
    createdOn: row[8],
    closedOn: row[9],
    furthestPosition: row[10],
    createdAt: row[11],
    values: dimensions.map((dimension, index) => valuesOf(row[FIRST_VALUE + index] ?? null, dimension)),
  };
}

/** One value, or the values of a list; an empty list is "none". */
export function valuesOf(value: KeyValue, dimension: Dimension): KeyValue[] {
  if (!dimension.isList || typeof value !== 'string') return [value];
  const list = JSON.parse(value) as KeyValue[];
  return list.length === 0 ? [null] : list;
}

/** The creation days of all deals, once each. */
export function creationDays(connection: Connection): number[] {
  return connection
    .prepare<[], number>('SELECT DISTINCT created_on FROM opportunities WHERE created_on IS NOT NULL')
    .pluck()
    .all();
}
