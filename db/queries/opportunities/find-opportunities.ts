import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

export const opportunitySorts = {
  createdOn: 'd.created_on',
  closedOn: 'd.closed_on',
  expectedCloseOn: 'd.expected_close_on',
  amount: 'd.amount',
  name: 'd.name_folded',
  account: 'a.name_folded',
} as const;
export type OpportunitySort = keyof typeof opportunitySorts;

export type OpportunityQuestion = {
  scope: Scope;
  /** Row ids; null = any. */
  segmentId: number | null;
  accountId: number | null;
  ownerId: number | null;
  accountIds: readonly number[] | null;
  outcome: 'open' | 'won' | 'lost' | null;
  stage: string | null;
  sort: OpportunitySort;
  isDescending: boolean;
  limit: number;
  offset: number;
};

/** Row ids of the deals that match, a page of them in order (unknown values last), and how many match in all. */
export function findOpportunities(
  connection: Connection,
  question: OpportunityQuestion,
): { ids: number[]; count: number } {
  const { scope } = question;
  const ofAccount = scopeFilter(scope, 'd.account_id');
  const ofOwner = scope.all
    ? '1'
    : `((d.account_id IS NULL AND d.owner_id IN (SELECT value FROM json_each(?)))
        OR EXISTS (SELECT 1 FROM holdovers h WHERE h.opportunity_id = d.id AND h.ended_at IS NULL
          AND h.rep_id IN (SELECT value FROM json_each(?))))`;
  const conditions: { sql: string; params: unknown[] }[] = [
    { sql: 'd.archived_at IS NULL AND a.archived_at IS NULL', params: [] },
    {
      sql: `(${ofAccount.sql} OR ${ofOwner})`,
      params: [
        ...ofAccount.params,
        ...(scope.all ? [] : [JSON.stringify(scope.repIds), JSON.stringify(scope.repIds)]),
      ],
    },
  ];
  const also = (value: unknown, sql: string) => {
    if (value !== null) conditions.push({ sql, params: [value] });
  };
  also(question.accountId, 'd.account_id = ?');
  also(question.ownerId, 'd.owner_id = ?');
  also(question.outcome, 's.outcome = ?');
  also(question.stage, 's.name = ?');
  also(
    question.segmentId,
    `d.account_id IN (SELECT m.record_id FROM segment_members m WHERE m.segment_id = ? AND m.to_at IS NULL)`,
  );
  also(
    question.accountIds && JSON.stringify(question.accountIds),
    'd.account_id IN (SELECT value FROM json_each(?))',
  );
  const from = `FROM opportunities d JOIN stages s ON s.id = d.stage_id LEFT JOIN accounts a ON a.id = d.account_id
    WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`;
  const params = conditions.flatMap((condition) => condition.params);
  const count =
    connection
      .prepare<unknown[], number>(`SELECT count(*) ${from}`)
      .pluck()
      .get(...params) ?? 0;
  const direction = question.isDescending ? 'DESC' : 'ASC';
  const ids = connection
    .prepare<unknown[], number>(
      `SELECT d.id ${from} ORDER BY ${opportunitySorts[question.sort]} ${direction} NULLS LAST, d.id LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...params, question.limit, question.offset);
  return { ids, count };
}

/** Whether a rep or pool with this row id exists. */
export function isHolder(connection: Connection, id: number): boolean {
  return connection.prepare('SELECT 1 FROM reps WHERE id = ?').get(id) !== undefined;
}
