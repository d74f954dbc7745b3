import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { CommitteeContact } from '#lib/shared/account-shapes.ts';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';

type Row = Omit<CommitteeContact, 'id' | 'isReachable' | 'isOptedOut' | 'isBounced'> & {
  id: number;
  reachable: number;
  optedOut: number | null;
  bounced: number | null;
};

/** The people of an account: by persona from economic buyer to end user, reachable before others, then by name. */
export function committeeOf(connection: Connection, accountId: number): CommitteeContact[] {
  const replies = JSON.stringify(findTermIds(connection, 'activity.type', ['reply']));
  const touches = JSON.stringify(findTermIds(connection, 'activity.type', ['touch', 'meeting']));
  return connection
    .prepare<unknown[], Row>(
      `SELECT c.id, c.name, c.job_title AS jobTitle, p.label AS persona, s.label AS seniority, f.label AS jobFunction,
         c.email, c.phone, c.mobile, c.linkedin_url AS linkedinUrl, c.reachable, c.opted_out AS optedOut, c.bounced,
         c.version,
         (SELECT max(v.occurred_at) FROM activities v WHERE v.contact_id = c.id AND v.archived_at IS NULL
           AND v.type IN (SELECT value FROM json_each(?))) AS repliedAt,
         (SELECT max(v.occurred_at) FROM activities v WHERE v.contact_id = c.id AND v.archived_at IS NULL
           AND v.type IN (SELECT value FROM json_each(?))) AS touchedAt
       FROM contacts c LEFT JOIN terms p ON p.id = c.persona LEFT JOIN terms s ON s.id = c.seniority
       LEFT JOIN terms f ON f.id = c.job_function
       WHERE c.account_id = ? AND c.archived_at IS NULL
       ORDER BY CASE p.folded WHEN 'ECONOMIC BUYER' THEN 0 WHEN 'CHAMPION' THEN 1 WHEN 'TECHNICAL EVALUATOR' THEN 2
         WHEN 'INFLUENCER' THEN 3 WHEN 'END USER' THEN 4 ELSE 5 END, c.reachable DESC, c.name_folded, c.id`,
    )
    .all(replies, touches, accountId)
    .map(({ id, reachable, optedOut, bounced, ...row }) => ({
      ...row,
      id: toPublicId('contact', id),
      isReachable: reachable === 1,
      isOptedOut: optedOut === 1,
      isBounced: bounced === 1,
    }));
}
