import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { TimelineItem } from '#lib/shared/account-shapes.ts';
import type { Connection } from '../../client.ts';

export type TimelineKind = TimelineItem['kind'];

/** The place to go on from: everything at or before this instant whose key is greater when it is the same instant. */
export type TimelinePlace = { at: number; key: string };

type Row = {
  key: string;
  id: number;
  kind: TimelineKind;
  type: string;
  title: string | null;
  detail: string | null;
  person: string | null;
  at: number;
};

/** One SELECT per kind of entry: key, id, kind, type, title, detail, person, at. One positional parameter: the account. */
const parts: Record<TimelineKind, string[]> = {
  signal: [
    `SELECT 's' || g.id AS key, g.id, 'signal' AS kind, t.label AS type, p.label AS title,
       CASE WHEN g.strength IS NOT NULL THEN 'strength ' || CAST(round(g.strength) AS INTEGER)
         WHEN g.quantity IS NOT NULL THEN '× ' || CAST(round(g.quantity) AS INTEGER) END AS detail,
       c.name AS person, g.occurred_at AS at
     FROM signals g JOIN terms t ON t.id = g.type LEFT JOIN terms p ON p.id = g.topic
     LEFT JOIN contacts c ON c.id = g.contact_id WHERE g.account_id = ?`,
  ],
  activity: [
    `SELECT 'a' || v.id AS key, v.id, 'activity' AS kind, t.label AS type,
       trim(coalesce(h.label, '') || ' ' || coalesce(o.label, '')) AS title, v.note AS detail,
       coalesce(c.name || CASE WHEN r.name IS NULL THEN '' ELSE ', by ' || r.name END, 'by ' || r.name) AS person,
       coalesce(v.occurred_at, v.scheduled_at) AS at
     FROM activities v JOIN terms t ON t.id = v.type LEFT JOIN terms h ON h.id = v.channel
     LEFT JOIN terms o ON o.id = v.outcome LEFT JOIN contacts c ON c.id = v.contact_id
     LEFT JOIN reps r ON r.id = v.owner_id WHERE v.account_id = ? AND v.archived_at IS NULL`,
  ],
  deal: [
    `SELECT 'd' || d.id AS key, d.id, 'deal' AS kind, 'created' AS type, coalesce(d.name, d.external_id) AS title,
       NULL AS detail, r.name AS person, d.created_on * 86400000 AS at
     FROM opportunities d LEFT JOIN reps r ON r.id = d.owner_id
     WHERE d.account_id = ? AND d.archived_at IS NULL AND d.created_on IS NOT NULL`,
    `SELECT 'e' || c.id AS key, d.id, 'deal' AS kind, s.outcome AS type, coalesce(d.name, d.external_id) AS title, s.name AS detail,
       NULL AS person, c.changed_at AS at
     FROM stage_changes c JOIN opportunities d ON d.id = c.opportunity_id JOIN stages s ON s.id = c.stage_id
     WHERE d.account_id = ? AND d.archived_at IS NULL`,
  ],
  tier: [
    `SELECT 't' || x.id AS key, x.id, 'tier' AS kind, x.cause AS type, t.name AS title, s.name AS detail,
       NULL AS person, x.from_at AS at
     FROM account_tiers x JOIN tiers t ON t.id = x.tier_id LEFT JOIN segments s ON s.id = x.segment_id
     WHERE x.account_id = ?`,
  ],
  owner: [
    `SELECT 'o' || a.id AS key, a.id, 'owner' AS kind, a.slot AS type, r.name AS title, a.reason AS detail,
       NULL AS person, a.from_at AS at
     FROM assignments a JOIN reps r ON r.id = a.rep_id WHERE a.account_id = ?`,
  ],
  segment: [
    `SELECT 'm' || m.id AS key, m.id, 'segment' AS kind, 'entered' AS type, s.name AS title, m.enter_cause AS detail,
       NULL AS person, m.from_at AS at
     FROM segment_members m JOIN segments s ON s.id = m.segment_id AND s.entity = 'account' WHERE m.record_id = ?`,
    `SELECT 'l' || m.id AS key, m.id, 'segment' AS kind, 'left' AS type, s.name AS title, m.leave_cause AS detail,
       NULL AS person, m.to_at AS at
     FROM segment_members m JOIN segments s ON s.id = m.segment_id AND s.entity = 'account'
     WHERE m.record_id = ? AND m.to_at IS NOT NULL`,
  ],
};

/** What happened at an account, latest first; what lies ahead comes on top. */
export function timelineRows(
  connection: Connection,
  question: {
    accountId: number;
    kinds: readonly TimelineKind[];
    after: TimelinePlace | null;
    limit: number;
    now: number;
  },
): { items: TimelineItem[]; next: TimelinePlace | null } {
  const { accountId, kinds, after, limit, now } = question;
  const selects = kinds.flatMap((kind) => parts[kind]);
  const rows = connection
    .prepare<unknown[], Row>(
      `SELECT * FROM (${selects.join(' UNION ALL ')}) WHERE at IS NOT NULL
         AND (? IS NULL OR at < ? OR (at = ? AND key > ?))
       ORDER BY at DESC, key LIMIT ?`,
    )
    .all(
      ...selects.map(() => accountId),
      after?.at ?? null,
      after?.at ?? null,
      after?.at ?? null,
      after?.key ?? null,
      limit + 1,
    );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ key, id, kind, at, ...row }) => ({
      ...row,
      title: row.title ?? '',
      id: kind === 'activity' ? toPublicId('activity', id) : key,
      kind,
      happenedAt: at,
      isAhead: at > now,
    })),
    next: rows.length > limit && last ? { at: last.at, key: last.key } : null,
  };
}
