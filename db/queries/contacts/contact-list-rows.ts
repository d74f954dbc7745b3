import 'server-only';
import type { ContactListItem } from '#lib/shared/contact-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { hydrateContacts } from './hydrate-contacts.ts';

type Extra = {
  id: number;
  mobile: string | null;
  linkedinUrl: string | null;
  jobFunction: string | null;
  country: string | null;
  leadStatus: string | null;
  source: string | null;
  optedOut: number | null;
  bounced: number | null;
  accountDomain: string | null;
  accountText: string | null;
  accountIsBlocked: number | null;
  version: number;
  lastActivityAt: number | null;
};

/** Contacts as rows of the contacts list, in the order of `ids`. */
export function contactListRows(connection: Connection, { ids }: { ids: number[] }): ContactListItem[] {
  const extras = connection
    .prepare<[string], Extra>(
      `SELECT c.id, c.mobile, c.linkedin_url AS linkedinUrl, f.label AS jobFunction, co.label AS country,
         l.label AS leadStatus, so.label AS source, c.opted_out AS optedOut, c.bounced, a.domain AS accountDomain,
         c.account_text AS accountText, a.do_not_contact AS accountIsBlocked, c.version,
         (SELECT max(v.occurred_at) FROM activities v WHERE v.contact_id = c.id AND v.archived_at IS NULL)
           AS lastActivityAt
       FROM json_each(?) w JOIN contacts c ON c.id = w.value
       LEFT JOIN accounts a ON a.id = c.account_id
       LEFT JOIN terms f ON f.id = c.job_function
       LEFT JOIN terms co ON co.id = c.country
       LEFT JOIN terms l ON l.id = c.lead_status
       LEFT JOIN terms so ON so.id = c.source`,
    )
    .all(JSON.stringify(ids));
  const byId = new Map(extras.map((extra) => [toPublicId('contact', extra.id), extra]));
  return hydrateContacts(connection, ids).flatMap((row) => {
    const extra = byId.get(row.id);
    if (!extra) return [];
    const { id: _id, optedOut, bounced, accountIsBlocked, ...rest } = extra;
    return {
      ...row,
      ...rest,
      isOptedOut: optedOut === 1,
      isBounced: bounced === 1,
      isAccountDoNotContact: accountIsBlocked === 1,
    };
  });
}
