import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Activity } from '#lib/shared/activity-shapes.ts';
import type { Connection } from '../../client.ts';

export type ActivityValues = {
  accountId: number;
  contactId: number | null;
  type: number;
  channel: number | null;
  outcome: number | null;
  ownerId: number | null;
  note: string | null;
  occurredAt: number | null;
  scheduledAt: number | null;
};

export function insertActivity(connection: Connection, values: ActivityValues, now: number): number {
  return Number(
    connection
      .prepare(
        `INSERT INTO activities (account_id, contact_id, type, channel, outcome, owner_id, note, occurred_at,
           scheduled_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        values.accountId,
        values.contactId,
        values.type,
        values.channel,
        values.outcome,
        values.ownerId,
        values.note,
        values.occurredAt,
        values.scheduledAt,
        now,
      ).lastInsertRowid,
  );
}

type Row = Omit<Activity, 'id' | 'accountId' | 'contactId'> & {
  id: number;
  accountId: number | null;
  contactId: number | null;
  ownerId: number | null;
};

/** One activity that was not taken back, with the row ids of its account and owner. */
export function findActivity(
  connection: Connection,
  id: number,
): { activity: Activity; accountId: number | null; ownerId: number | null } | null {
  const row = connection
    .prepare<[number], Row>(
      `SELECT v.id, v.account_id AS accountId, coalesce(a.name, v.account_text) AS accountName,
         v.contact_id AS contactId, c.name AS contactName, t.label AS type, h.label AS channel, o.label AS outcome,
         v.owner_id AS ownerId, r.name AS ownerName, v.note, v.occurred_at AS occurredAt, v.scheduled_at AS scheduledAt
       FROM activities v JOIN terms t ON t.id = v.type
       LEFT JOIN accounts a ON a.id = v.account_id
       LEFT JOIN contacts c ON c.id = v.contact_id
       LEFT JOIN terms h ON h.id = v.channel
       LEFT JOIN terms o ON o.id = v.outcome
       LEFT JOIN reps r ON r.id = v.owner_id
       WHERE v.id = ? AND v.archived_at IS NULL`,
    )
    .get(id);
  if (!row) return null;
  const { ownerId, accountId, contactId, ...rest } = row;
  const activity = {
    ...rest,
    id: toPublicId('activity', row.id),
    accountId: accountId === null ? null : toPublicId('account', accountId),
    contactId: contactId === null ? null : toPublicId('contact', contactId),
  };
  return { activity, accountId, ownerId };
}

export function archiveActivity(connection: Connection, id: number, now: number): void {
  connection.prepare('UPDATE activities SET archived_at = ? WHERE id = ?').run(now, id);
}
