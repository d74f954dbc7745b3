import 'server-only';
import { formatIsoDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { OpportunityRow } from '#lib/shared/record-rows.ts';
import type { Connection } from '../../client.ts';

type Raw = Omit<
  OpportunityRow,
  'id' | 'accountId' | 'ownerId' | 'createdOn' | 'closedOn' | 'expectedCloseOn'
> & {
  id: number;
  accountId: number | null;
  ownerId: number | null;
  ownerKind: string | null;
  createdOn: number | null;
  closedOn: number | null;
  expectedCloseOn: number | null;
};

/** Deals by row id, in the given order; ids of no deal are left out. */
export function opportunityRows(connection: Connection, ids: readonly number[]): OpportunityRow[] {
  const rows = connection
    .prepare<[string], Raw>(
      `SELECT d.id, d.external_id AS externalId, d.name, d.account_id AS accountId,
         coalesce(a.name, d.account_text) AS accountName,
         coalesce(nullif(s.pipeline, ''), (SELECT label FROM terms WHERE id = d.pipeline)) AS pipeline,
         s.name AS stage, s.outcome, d.amount, d.acv_amount AS acvAmount, d.term_months AS termMonths,
         d.owner_id AS ownerId, o.name AS ownerName, o.kind AS ownerKind,
         coalesce(p.name, (SELECT label FROM terms WHERE id = d.product)) AS product,
         (SELECT label FROM terms WHERE id = d.source) AS source, (SELECT label FROM terms WHERE id = d.type) AS type,
         d.created_on AS createdOn, d.closed_on AS closedOn, d.expected_close_on AS expectedCloseOn
       FROM json_each(?) j JOIN opportunities d ON d.id = j.value
       JOIN stages s ON s.id = d.stage_id
       LEFT JOIN accounts a ON a.id = d.account_id
       LEFT JOIN reps o ON o.id = d.owner_id
       LEFT JOIN products p ON p.id = d.product_id
       ORDER BY j.key`,
    )
    .all(JSON.stringify(ids));
  return rows.map(({ ownerKind, ...row }) => ({
    ...row,
    id: toPublicId('opportunity', row.id),
    accountId: row.accountId === null ? null : toPublicId('account', row.accountId),
    ownerId: row.ownerId === null ? null : toPublicId(ownerKind === 'pool' ? 'pool' : 'rep', row.ownerId),
    createdOn: isoDay(row.createdOn),
    closedOn: isoDay(row.closedOn),
    expectedCloseOn: isoDay(row.expectedCloseOn),
  }));
}

function isoDay(day: number | null): string | null {
  return day === null ? null : formatIsoDay(day);
}
