import 'server-only';
import type { Connection } from '#db/client.ts';
import { identifiesAccount, registrableDomain } from '#lib/imports/identify.ts';
import { type Candidate, decideMatch, type MatchDecision } from '#lib/imports/match.ts';
import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
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

/** A cell that names an account, read as each key that it may be. */
export function accountKeysOf(
  text: string,
  keys: readonly string[],
  mainSystem: string,
): Record<string, string | null> {
  const read = (key: string): string | null => {
    if (key === 'name') return foldText(text);
    if (key === 'domain') {
      const domain = registrableDomain(text);
      return domain !== null && identifiesAccount(domain) ? domain : null;
    }
    const system = key.includes('.') ? key.slice('externalId.'.length) : mainSystem;
    return system === 'salesforce' ? expandSalesforceId(text) : text;
  };
  return Object.fromEntries(keys.map((key) => [key, read(key)]));
}

/** Finds an account by a cell that names it. The same text is asked once per batch. */
export function accountByText(
  connection: Connection,
  keys: readonly string[],
  mainSystem: string,
): { find: (text: string) => MatchDecision; forget: () => void } {
  const systems = keys
    .filter((key) => key.startsWith('externalId.'))
    .map((key) => key.slice('externalId.'.length));
  const finder = accountFinder(connection, systems);
  const ids = Object.fromEntries(
    Object.entries({ externalId: 'external_id', domain: 'domain', name: 'name_folded' }).map(
      ([key, column]) =>
        [
          key,
          connection.prepare<[string], number>(`SELECT id FROM accounts WHERE ${column} = ? LIMIT 2`).pluck(),
        ] as const,
    ),
  );
  /** From an index alone where nobody or one has the value, as nearly always; else with all that a decision tells. */
  function decide(key: string, value: string | null): MatchDecision {
    if (value === null) return { kind: 'create' };
    const found = ids[key]?.all(value);
    if (found?.length === 0) return { kind: 'create' };
    const [id] = found ?? [];
    if (found?.length === 1 && id !== undefined) return { kind: 'match', id, key };
    return decideMatch([key], { [key]: value }, finder);
  }
  let known = new Map<string, MatchDecision>();
  return {
    find(text) {
      const found = known.get(text);
      if (found) return found;
      // The cell is one text read in several ways: a hit by one key never contradicts the other readings.
      let decision: MatchDecision = { kind: 'create' };
      for (const key of keys) {
        decision = decide(key, accountKeysOf(text, [key], mainSystem)[key] ?? null);
        if (decision.kind !== 'create') break;
      }
      if (known.size > 50_000) known = new Map();
      known.set(text, decision);
      return decision;
    },
    forget: () => {
      known = new Map();
    },
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
