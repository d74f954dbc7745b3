/**
 * How many accounts the person in `r` may hold: their own cap, else the largest cap of the tiers they work, where every
 * one of those has one. NULL = any number.
 */
export const repCapSql = `coalesce(r.max_accounts, (
  SELECT CASE WHEN count(*) = count(tier.max_accounts_per_rep) THEN max(tier.max_accounts_per_rep) END
  FROM rep_tiers worked JOIN terms word ON word.id = worked.term_id
  JOIN tiers tier ON tier.name = word.label AND tier.archived_at IS NULL
  WHERE worked.rep_id = r.id))`;
