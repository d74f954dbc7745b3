import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';

/** The day of an account's renewal, or null. */
export function renewalDay(connection: Connection, accountId: number): number | null {
  return (
    connection
      .prepare<[number], number | null>('SELECT renewal_on FROM accounts WHERE id = ?')
      .pluck()
      .get(accountId) ?? null
  );
}

/** Share of the touches by channel that the account's tier asks for, 0–1; empty without a tier. */
export function channelMixOf(connection: Connection, accountId: number): Record<string, number> {
  const text = connection
    .prepare<[number], string>(
      `SELECT t.channel_mix FROM account_tiers x JOIN tiers t ON t.id = x.tier_id
       WHERE x.account_id = ? AND x.to_at IS NULL`,
    )
    .pluck()
    .get(accountId);
  return text === undefined ? {} : (JSON.parse(text) as Record<string, number>);
}

export type AccountHead = {
  id: number;
  name: string;
  domain: string | null;
  crmUrl: string | null;
  parentId: number | null;
  familyId: number | null;
  version: number;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  importId: number | null;
  score: number | null;
  isCustomer: number;
  isDoNotContact: number;
};

/** An account's own row as far as every page needs it; archived ones too. */
export function findAccountHead(connection: Connection, id: number): AccountHead | null {
  const customer = JSON.stringify([
    ...findTermIds(connection, 'account.type', ['customer']),
    ...findTermIds(connection, 'account.journeyStage', ['customer']),
  ]);
  return (
    connection
      .prepare<unknown[], AccountHead>(
        `SELECT id, name, domain, crm_url AS crmUrl, parent_id AS parentId, family_id AS familyId, version,
           created_at AS createdAt, updated_at AS updatedAt, archived_at AS archivedAt, import_id AS importId, score,
           coalesce(type IN (SELECT value FROM json_each(?)), 0)
             OR coalesce(journey_stage IN (SELECT value FROM json_each(?)), 0) AS isCustomer,
           coalesce(do_not_contact, 0) AS isDoNotContact
         FROM accounts WHERE id = ?`,
      )
      .get(customer, customer, id) ?? null
  );
}

/** Tier, territory, class and holders of an account now. */
export function accountStanding(connection: Connection, id: number) {
  const tier = connection
    .prepare<[number], { id: number; name: string; rank: number }>(
      `SELECT t.id, t.name, t.rank FROM account_tiers x JOIN tiers t ON t.id = x.tier_id
       WHERE x.account_id = ? AND x.to_at IS NULL`,
    )
    .get(id);
  const territory = connection
    .prepare<[number], { id: number; name: string }>(
      `SELECT t.id, t.name FROM placements p JOIN territories t ON t.id = p.territory_id
       WHERE p.account_id = ? AND p.to_at IS NULL`,
    )
    .get(id);
  const className = connection
    .prepare<[number], string>(
      `SELECT t.label FROM account_classes c JOIN terms t ON t.id = c.term_id
       WHERE c.account_id = ? AND c.to_at IS NULL`,
    )
    .pluck()
    .get(id);
  const holders = connection
    .prepare<[number], { id: number; name: string; kind: 'rep' | 'pool'; slot: string; isLocked: number }>(
      `SELECT r.id, r.name, r.kind, s.slot, s.is_locked AS isLocked FROM assignments s JOIN reps r ON r.id = s.rep_id
       WHERE s.account_id = ? AND s.to_at IS NULL
       ORDER BY CASE s.slot WHEN 'ae' THEN 0 WHEN 'sdr' THEN 1 WHEN 'csm' THEN 2 ELSE 3 END`,
    )
    .all(id);
  return {
    tier: tier ? { ...tier, id: toPublicId('tier', tier.id) } : null,
    territory: territory ? { ...territory, id: toPublicId('territory', territory.id) } : null,
    className: className ?? null,
    holders: holders.map(({ kind, isLocked, ...holder }) => ({
      ...holder,
      id: toPublicId(kind, holder.id),
      isLocked: isLocked === 1,
    })),
  };
}
