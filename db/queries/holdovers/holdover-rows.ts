import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

export type HoldoverRow = {
  id: number;
  opportunityId: number;
  deal: string | null;
  accountId: number;
  accountName: string;
  stage: string;
  outcome: 'open' | 'won' | 'lost';
  amount: number | null;
  slot: Slot;
  repId: number;
  repName: string;
  holderId: number | null;
  holderName: string | null;
  untilOn: number | null;
  reason: string | null;
  planNumber: number | null;
  createdAt: number;
  endedAt: number | null;
  endedBy: 'date' | 'outcome' | 'hand' | 'moved' | null;
};

export type HoldoverFilter = {
  id?: number | undefined;
  state: 'active' | 'ended' | 'all';
  repId?: number | undefined;
  accountId?: number | undefined;
  until?: 'date' | 'outcome' | undefined;
};

const states = { active: 'h.ended_at IS NULL', ended: 'h.ended_at IS NOT NULL', all: '1' };
const untils = { date: 'h.until_on IS NOT NULL', outcome: 'h.until_on IS NULL' };

/** Holdovers of a scope: of deals that its people keep, or on accounts that they hold. The next to end first, ended ones last. */
export function holdoverRows(connection: Connection, scope: Scope, filter: HoldoverFilter): HoldoverRow[] {
  const account = scopeFilter(scope, 'h.account_id');
  const inScope = scope.all
    ? account
    : {
        sql: `(h.rep_id IN (SELECT value FROM json_each(?)) OR ${account.sql})`,
        params: [JSON.stringify(scope.repIds), ...account.params],
      };
  const wanted: [string, number | undefined][] = [
    ['h.id = ?', filter.id],
    ['h.rep_id = ?', filter.repId],
    ['h.account_id = ?', filter.accountId],
  ];
  const given = wanted.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  const where = [
    inScope.sql,
    states[filter.state],
    ...(filter.until ? [untils[filter.until]] : []),
    ...given.map(({ sql }) => sql),
  ];
  return connection
    .prepare<unknown[], HoldoverRow>(
      `SELECT h.id, h.opportunity_id AS opportunityId, coalesce(o.name, o.external_id) AS deal,
         h.account_id AS accountId, a.name AS accountName, s.name AS stage, s.outcome, o.amount, h.slot,
         h.rep_id AS repId, r.name AS repName, n.id AS holderId, n.name AS holderName, h.until_on AS untilOn,
         h.reason, v.number AS planNumber, h.created_at AS createdAt, h.ended_at AS endedAt, h.ended_by AS endedBy
       FROM holdovers h JOIN opportunities o ON o.id = h.opportunity_id JOIN stages s ON s.id = o.stage_id
       JOIN accounts a ON a.id = h.account_id JOIN reps r ON r.id = h.rep_id
       LEFT JOIN assignments x ON x.account_id = h.account_id AND x.slot = h.slot AND x.to_at IS NULL
       LEFT JOIN reps n ON n.id = x.rep_id
       LEFT JOIN plan_versions v ON v.id = h.plan_version_id
       WHERE ${where.join(' AND ')}
       ORDER BY h.ended_at IS NOT NULL, coalesce(h.until_on, 9e9), h.ended_at DESC, o.amount DESC, h.id`,
    )
    .all(...inScope.params, ...given.map(({ value }) => value));
}

/** Whether somebody of this scope keeps a deal of the account. */
export function keepsDealOf(connection: Connection, scope: Scope, accountId: number): boolean {
  if (scope.all) return true;
  return (
    connection
      .prepare<[number, string], number>(
        `SELECT EXISTS (SELECT 1 FROM holdovers WHERE account_id = ? AND ended_at IS NULL
           AND rep_id IN (SELECT value FROM json_each(?)))`,
      )
      .pluck()
      .get(accountId, JSON.stringify(scope.repIds)) === 1
  );
}

export function reopenHoldover(connection: Connection, id: number): void {
  connection.prepare('UPDATE holdovers SET ended_at = NULL, ended_by = NULL WHERE id = ?').run(id);
}
