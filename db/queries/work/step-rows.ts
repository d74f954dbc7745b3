import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { NextStep } from '#lib/shared/work-shapes.ts';
import type { Connection } from '../../client.ts';

type Row = {
  id: number;
  accountId: number;
  contactId: number | null;
  contactName: string | null;
  repId: number;
  repName: string;
  repKind: 'rep' | 'pool';
  dueOn: number;
  text: string;
  createdAt: number;
  doneAt: number | null;
};

const select = `SELECT n.id, n.account_id AS accountId, n.contact_id AS contactId, c.name AS contactName,
  n.rep_id AS repId, r.name AS repName, r.kind AS repKind, n.due_on AS dueOn, n.text, n.created_at AS createdAt,
  n.done_at AS doneAt
  FROM next_steps n JOIN reps r ON r.id = n.rep_id LEFT JOIN contacts c ON c.id = n.contact_id`;

function toStep({ id, accountId, contactId, repId, repKind, ...row }: Row): NextStep {
  return {
    ...row,
    id: toPublicId('nextStep', id),
    accountId: toPublicId('account', accountId),
    contactId: contactId === null ? null : toPublicId('contact', contactId),
    repId: toPublicId(repKind, repId),
  };
}

/** One next step with the row ids that scope is decided by, or null. */
export function findStep(
  connection: Connection,
  id: number,
): { step: NextStep; accountId: number; repId: number } | null {
  const row = connection.prepare<[number], Row>(`${select} WHERE n.id = ?`).get(id);
  return row ? { step: toStep(row), accountId: row.accountId, repId: row.repId } : null;
}

/** Steps of an account: those still to do by day, then the last ten done. */
export function stepsOfAccount(connection: Connection, accountId: number): NextStep[] {
  const open = connection
    .prepare<[number], Row>(`${select} WHERE n.account_id = ? AND n.done_at IS NULL ORDER BY n.due_on, n.id`)
    .all(accountId);
  const done = connection
    .prepare<[number], Row>(
      `${select} WHERE n.account_id = ? AND n.done_at IS NOT NULL ORDER BY n.done_at DESC, n.id DESC LIMIT 10`,
    )
    .all(accountId);
  return [...open, ...done].map(toStep);
}

/** The first open step of each account of one holder. */
export function openSteps(
  connection: Connection,
  repId: number,
): { id: number; accountId: number; dueOn: number; text: string }[] {
  return connection
    .prepare<[number], { id: number; accountId: number; dueOn: number; text: string }>(
      `SELECT id, account_id AS accountId, due_on AS dueOn, text FROM next_steps
       WHERE rep_id = ? AND done_at IS NULL ORDER BY due_on DESC, id DESC`,
    )
    .all(repId);
}

export function insertStep(
  connection: Connection,
  step: { accountId: number; contactId: number | null; repId: number; dueOn: number; text: string },
  now: number,
): number {
  return Number(
    connection
      .prepare(
        'INSERT INTO next_steps (account_id, contact_id, rep_id, due_on, text, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(step.accountId, step.contactId, step.repId, step.dueOn, step.text, now).lastInsertRowid,
  );
}

export function updateStep(
  connection: Connection,
  id: number,
  step: { dueOn: number; text: string; doneAt: number | null },
): void {
  connection
    .prepare('UPDATE next_steps SET due_on = ?, text = ?, done_at = ? WHERE id = ?')
    .run(step.dueOn, step.text, step.doneAt, id);
}

export function deleteStep(connection: Connection, id: number): void {
  connection.prepare('DELETE FROM next_steps WHERE id = ?').run(id);
}
