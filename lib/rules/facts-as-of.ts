import type { RelatedEntity } from './ast.ts';
import type { FactValues, OwnFacts, RecordFacts, RelatedRow, RelatedRows } from './record-facts.ts';

export type Moment = {
  /** Epoch ms. */
  asOf: number;
  /** The workspace's calendar day of `asOf`. */
  asOfDay: number;
  isPast: boolean;
};

/** The dates of which the first known one says since when a row of the entity exists. */
export const existsSince: Record<RelatedEntity, { fields: readonly string[]; type: 'day' | 'instant' }> = {
  technology: { fields: ['firstSeenAt', 'lastSeenAt'], type: 'instant' },
  signal: { fields: ['occurredAt'], type: 'instant' },
  contact: { fields: ['createdAt'], type: 'instant' },
  opportunity: { fields: ['createdOn'], type: 'day' },
  activity: { fields: ['occurredAt'], type: 'instant' },
};

function existed(entity: RelatedEntity, row: RelatedRow, moment: Moment): boolean {
  const { fields, type } = existsSince[entity];
  const since = fields.map((field) => row.values[field]).find((value) => typeof value === 'number');
  return since === undefined || Number(since) <= (type === 'day' ? moment.asOfDay : moment.asOf);
}

/**
 * A deal as it stood. Its close date decides first: closed by then, it had today's outcome; closed later, it was open.
 * Without one the last stage change by then decides. A deal with history but no change by then was open in no known
 * stage; a deal without history is as it is today.
 */
function dealAsOf(row: RelatedRow, moment: Moment): RelatedRow {
  const { stage, outcome, closedOn } = row.values;
  const history = row.stageChanges ?? [];
  const last = history
    .filter((change) => change.changedAt <= moment.asOf)
    .reduce<(typeof history)[number] | null>(
      (latest, change) => (latest && latest.changedAt > change.changedAt ? latest : change),
      null,
    );
  const isClosedLater = typeof closedOn === 'number' && closedOn > moment.asOfDay;
  const isClosedByThen = typeof closedOn === 'number' && !isClosedLater;
  const staysAsToday = isClosedByThen || (!isClosedLater && history.length === 0);
  return {
    values: {
      ...row.values,
      closedOn: isClosedLater ? null : closedOn,
      stage: last ? last.stage : staysAsToday ? stage : null,
      outcome: staysAsToday ? outcome : isClosedLater ? 'open' : (last?.outcome ?? 'open'),
    },
  };
}

function rowsAsOf(rows: RelatedRows | undefined, moment: Moment): RelatedRows {
  const entries = Object.entries(rows ?? {}) as [RelatedEntity, readonly RelatedRow[]][];
  return Object.fromEntries(
    entries.map(([entity, list]) => {
      const existing = list.filter((row) => existed(entity, row, moment));
      return [entity, entity === 'opportunity' ? existing.map((row) => dealAsOf(row, moment)) : existing];
    }),
  );
}

function referencesAsOf(own: OwnFacts, asOf: number): FactValues {
  return Object.fromEntries(
    Object.entries(own.references ?? {}).map(([field, intervals]) => [
      field,
      intervals.filter(({ from, to }) => from <= asOf && (to === null || to > asOf)).map(({ id }) => id),
    ]),
  );
}

function ownAsOf(own: OwnFacts, moment: Moment): OwnFacts {
  return {
    ...own,
    values: { ...own.values, ...referencesAsOf(own, moment.asOf) },
    rows: moment.isPast ? rowsAsOf(own.rows, moment) : (own.rows ?? {}),
  };
}

/**
 * The facts as they stood at `asOf`: references from their intervals and, for a past moment, no later rows and every
 * deal rebuilt. Other values stay today's.
 */
export function factsAsOf(record: RecordFacts, moment: Moment): RecordFacts {
  return {
    ...ownAsOf(record, moment),
    account: record.account ? ownAsOf(record.account, moment) : (record.account ?? null),
    familyRows: moment.isPast ? rowsAsOf(record.familyRows, moment) : (record.familyRows ?? {}),
  };
}
