import 'server-only';
import type { Connection } from '#db/client.ts';
import type { Candidate } from '#lib/imports/match.ts';
import { foldText } from '#lib/shared/text.ts';

export type FindByKey = (key: string, value: string) => Candidate[];

type AccountRow = {
  id: number;
  name: string;
  external_id: string | null;
  domain: string | null;
  name_folded: string;
};

/** Accounts by one of their keys: `externalId`, `externalId.<system>`, `domain`, `name` (folded). */
export function accountFinder(connection: Connection, systems: readonly string[] = []): FindByKey {
  const columns = 'a.id, a.name, a.external_id, a.domain, a.name_folded';
  const byId = connection.prepare<[string], AccountRow>(
    `SELECT ${columns} FROM accounts a WHERE a.external_id = ? LIMIT 20`,
  );
  const byDomain = connection.prepare<[string], AccountRow>(
    `SELECT ${columns} FROM accounts a WHERE a.domain = ? LIMIT 20`,
  );
  const byName = connection.prepare<[string], AccountRow>(
    `SELECT ${columns} FROM accounts a WHERE a.name_folded = ? LIMIT 20`,
  );
  const bySystem = connection.prepare<[string, string], AccountRow>(
    `SELECT ${columns} FROM external_ids x JOIN accounts a ON a.id = x.record_id
     WHERE x.entity = 'account' AND x.system = ? AND x.value = ? LIMIT 20`,
  );
  const systemId = connection.prepare<[string, number], { value: string }>(
    "SELECT value FROM external_ids WHERE entity = 'account' AND system = ? AND record_id = ?",
  );
  function toCandidate(row: AccountRow): Candidate {
    const keys: Record<string, string | null> = {
      externalId: row.external_id,
      domain: row.domain,
      name: row.name_folded,
    };
    for (const system of systems) keys[`externalId.${system}`] = systemId.get(system, row.id)?.value ?? null;
    return { id: row.id, label: row.external_id ? `${row.name} (${row.external_id})` : row.name, keys };
  }
  return (key, value) => {
    if (key === 'externalId') return byId.all(value).map(toCandidate);
    if (key === 'domain') return byDomain.all(value).map(toCandidate);
    if (key === 'name') return byName.all(value).map(toCandidate);
    return bySystem.all(key.slice('externalId.'.length), value).map(toCandidate);
  };
}

export type RepFinder = { find: (text: string) => number | 'ambiguous' | null; forget: () => void };

/** Reps by e-mail, id of the CRM, or name. */
export function repFinder(connection: Connection): RepFinder {
  const select = connection
    .prepare<[string, string, string], number[]>(
      `SELECT id FROM reps WHERE archived_at IS NULL AND (email_folded = ? OR external_id = ? OR name_folded = ?) LIMIT 2`,
    )
    .raw(true);
  let known = new Map<string, number | 'ambiguous' | null>();
  return {
    find(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      const folded = foldText(text);
      const rows = select.all(folded, text, folded);
      const answer = rows.length > 1 ? 'ambiguous' : (rows[0]?.[0] ?? null);
      known.set(text, answer);
      return answer;
    },
    forget: () => {
      known = new Map();
    },
  };
}

/** Contacts by e-mail or id. */
export function contactFinder(connection: Connection): (text: string) => number | null {
  const select = connection
    .prepare<[string, string], number[]>(
      'SELECT id FROM contacts WHERE email_folded = ? OR external_id = ? ORDER BY id LIMIT 1',
    )
    .raw(true);
  return (text) => select.get(foldText(text), text)?.[0] ?? null;
}
