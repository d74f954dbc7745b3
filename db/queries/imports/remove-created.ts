import 'server-only';
import type { Connection } from '#db/client.ts';
import type { KeptRecord } from './take-back.ts';

type Rule = {
  entity: string;
  table: string;
  /** SQL over `r` (the record) and :import; true = somebody worked on it since. */
  workedOn: string;
  /** What has to go or come loose first; `:ids` is a JSON list. */
  before: readonly string[];
};

const otherImport = 'x.import_id IS NOT :import';
const list = '(SELECT value FROM json_each(:ids))';
const freeWaiting = (table: string) =>
  `UPDATE ${table} SET account_id = NULL WHERE account_id IN ${list} AND account_text IS NOT NULL AND import_id IS NOT :import`;

/** In the order in which records of one import may depend on each other. */
const rules: readonly Rule[] = [
  { entity: 'stage change', table: 'stage_changes', workedOn: '0', before: [] },
  { entity: 'activity', table: 'activities', workedOn: '0', before: [] },
  { entity: 'signal', table: 'signals', workedOn: '0', before: [] },
  { entity: 'technology', table: 'technologies', workedOn: '0', before: [] },
  {
    entity: 'opportunity',
    table: 'opportunities',
    workedOn: `r.version > 1 OR EXISTS (SELECT 1 FROM stage_changes x WHERE x.opportunity_id = r.id AND ${otherImport})`,
    before: [
      `DELETE FROM custom_values WHERE record_id IN ${list} AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'opportunity')`,
    ],
  },
  {
    entity: 'contact',
    table: 'contacts',
    workedOn: `r.version > 1 OR EXISTS (SELECT 1 FROM activities x WHERE x.contact_id = r.id AND ${otherImport})
      OR EXISTS (SELECT 1 FROM next_steps x WHERE x.contact_id = r.id)`,
    before: [
      `DELETE FROM custom_values WHERE record_id IN ${list} AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'contact')`,
      `DELETE FROM value_sources WHERE entity = 'contact' AND record_id IN ${list}`,
      `DELETE FROM external_ids WHERE entity = 'contact' AND record_id IN ${list}`,
    ],
  },
  {
    entity: 'account',
    table: 'accounts',
    workedOn: `r.version > 1 OR r.own_tier_id IS NOT NULL OR EXISTS (SELECT 1 FROM notes x WHERE x.account_id = r.id)
      OR EXISTS (SELECT 1 FROM next_steps x WHERE x.account_id = r.id)
      OR EXISTS (SELECT 1 FROM accounts x WHERE x.parent_id = r.id AND ${otherImport})
      OR EXISTS (SELECT 1 FROM assignments x WHERE x.account_id = r.id AND (x.source = 'hand' OR x.is_locked = 1))
      OR EXISTS (SELECT 1 FROM technologies x WHERE x.account_id = r.id AND ${otherImport})
      OR EXISTS (SELECT 1 FROM contacts x WHERE x.account_id = r.id AND x.account_text IS NULL AND ${otherImport})
      OR EXISTS (SELECT 1 FROM opportunities x WHERE x.account_id = r.id AND x.account_text IS NULL AND ${otherImport})
      OR EXISTS (SELECT 1 FROM signals x WHERE x.account_id = r.id AND x.account_text IS NULL AND ${otherImport})
      OR EXISTS (SELECT 1 FROM activities x WHERE x.account_id = r.id AND x.account_text IS NULL AND ${otherImport})`,
    before: [
      ...['contacts', 'opportunities', 'signals', 'activities'].map(freeWaiting),
      `DELETE FROM custom_values WHERE record_id IN ${list} AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'account')`,
      `DELETE FROM value_sources WHERE entity = 'account' AND record_id IN ${list}`,
      `DELETE FROM external_ids WHERE entity = 'account' AND record_id IN ${list}`,
      ...['account_tiers', 'account_classes', 'placements', 'assignments'].map(
        (table) => `DELETE FROM ${table} WHERE account_id IN ${list}`,
      ),
      `DELETE FROM segment_members WHERE record_id IN ${list} AND segment_id IN (SELECT id FROM segments WHERE entity = 'account')`,
      `DELETE FROM segment_pins WHERE record_id IN ${list} AND segment_id IN (SELECT id FROM segments WHERE entity = 'account')`,
    ],
  },
  {
    entity: 'rep',
    table: 'reps',
    workedOn: `r.version > 1 OR EXISTS (SELECT 1 FROM assignments x WHERE x.rep_id = r.id) OR EXISTS (SELECT 1 FROM users x WHERE x.rep_id = r.id)
      OR EXISTS (SELECT 1 FROM reps x WHERE x.manager_id = r.id AND ${otherImport})
      OR EXISTS (SELECT 1 FROM accounts x WHERE x.crm_owner_id = r.id)
      OR EXISTS (SELECT 1 FROM opportunities x WHERE x.owner_id = r.id)`,
    before: [],
  },
  { entity: 'product', table: 'products', workedOn: '0', before: [] },
];

const reasons: Record<string, string> = {
  account: 'people, deals, notes or owners were added since',
  contact: 'it was changed or contacted since',
  opportunity: 'it was changed since',
  rep: 'accounts or deals belong to them',
};

/**
 * Deletes what the import created, at most `limit` records a call, except what somebody worked on since: those stay
 * (they lose their tie to the import) and are listed. Null when nothing is left.
 */
export function removeCreated(
  connection: Connection,
  importId: number,
  limit: number,
): { removed: number; kept: KeptRecord[] } | null {
  for (const rule of rules) {
    const name =
      rule.entity === 'account' ||
      rule.entity === 'contact' ||
      rule.entity === 'opportunity' ||
      rule.entity === 'rep'
        ? 'r.name'
        : 'NULL';
    const rows = connection
      .prepare<{ import: number; limit: number }, { id: number; label: string | null; worked: number }>(
        `SELECT r.id, ${name} AS label, (${rule.workedOn}) AS worked FROM ${rule.table} r WHERE r.import_id = :import LIMIT :limit`,
      )
      .all({ import: importId, limit });
    if (rows.length === 0) continue;
    const going = rows.filter((row) => row.worked === 0).map((row) => row.id);
    const staying = rows.filter((row) => row.worked === 1);
    const ids = JSON.stringify(going);
    for (const sql of rule.before) {
      const statement = connection.prepare(sql);
      if (sql.includes(':import')) statement.run({ ids, import: importId });
      else statement.run({ ids });
    }
    connection.prepare(`DELETE FROM ${rule.table} WHERE id IN ${list}`).run({ ids });
    const loosen = connection.prepare(`UPDATE ${rule.table} SET import_id = NULL WHERE id IN ${list}`);
    loosen.run({ ids: JSON.stringify(staying.map((row) => row.id)) });
    const kept = staying.map((row) => ({
      entity: rule.entity,
      recordId: row.id,
      label: row.label ?? `${rule.entity} ${row.id}`,
      reason: reasons[rule.entity] ?? 'it was changed since',
    }));
    return { removed: going.length, kept };
  }
  return null;
}
