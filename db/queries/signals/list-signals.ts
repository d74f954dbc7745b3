import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { SignalView } from '#lib/shared/activity-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';
import { findTermIds } from '../../terms.ts';

export type SignalQuestion = {
  scope: Scope;
  /** null = all within scope; those without an account are seen by whoever sees everything. */
  accountIds: number[] | null;
  type: string | null;
  isDescending: boolean;
  after: { at: number; id: number } | null;
  limit: number;
};

type Row = Omit<SignalView, 'id' | 'accountId' | 'contactId'> & {
  id: number;
  accountId: number | null;
  contactId: number | null;
};

/** Signals by time, one more than `limit` when there are more. */
export function listSignalRows(
  connection: Connection,
  question: SignalQuestion,
): (SignalView & { rowId: number })[] {
  const inScope = scopeFilter(question.scope, 'g.account_id');
  const { accountIds, after, isDescending } = question;
  const [before, order] = isDescending ? ['<', 'DESC'] : ['>', 'ASC'];
  const typeIds =
    question.type === null ? null : JSON.stringify(findTermIds(connection, 'signal.type', [question.type]));
  const accounts = accountIds === null ? null : JSON.stringify(accountIds);
  return connection
    .prepare<unknown[], Row>(
      `SELECT g.id, g.account_id AS accountId, coalesce(a.name, g.account_text) AS accountName,
         g.contact_id AS contactId, t.label AS type, p.label AS topic, s.label AS source, g.strength, g.quantity,
         g.amount, g.url, g.external_id AS externalId, g.occurred_at AS occurredAt
       FROM signals g JOIN terms t ON t.id = g.type LEFT JOIN terms p ON p.id = g.topic
       LEFT JOIN terms s ON s.id = g.source LEFT JOIN accounts a ON a.id = g.account_id
       WHERE ${inScope.sql} AND a.archived_at IS NULL AND g.occurred_at IS NOT NULL
         AND (? IS NULL OR g.account_id IN (SELECT value FROM json_each(?)))
         AND (? IS NULL OR g.type IN (SELECT value FROM json_each(?)))
         AND (? IS NULL OR (g.occurred_at, g.id) ${before} (?, ?))
       ORDER BY g.occurred_at ${order}, g.id ${order} LIMIT ?`,
    )
    .all(
      ...inScope.params,
      accounts,
      accounts,
      typeIds,
      typeIds,
      after?.at ?? null,
      after?.at ?? null,
      after?.id ?? null,
      question.limit + 1,
    )
    .map(({ id, accountId, contactId, ...row }) => ({
      ...row,
      rowId: id,
      id: toPublicId('signal', id),
      accountId: accountId === null ? null : toPublicId('account', accountId),
      contactId: contactId === null ? null : toPublicId('contact', contactId),
    }));
}
