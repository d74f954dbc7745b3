import 'server-only';
import type { Connection } from '#db/client.ts';
import { identifiesAccount, registrableDomain } from '#lib/imports/identify.ts';
import { decideMatch, type MatchDecision } from '#lib/imports/match.ts';
import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
import { foldText } from '#lib/shared/text.ts';
import { accountFinder } from './find-records.ts';

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

const keyColumns: Readonly<Record<string, string>> = {
  externalId: 'external_id',
  domain: 'domain',
  name: 'name_folded',
};

export type AccountByText = {
  find: (text: string) => MatchDecision;
  /** Forgets what others may have changed since, and looks the batch's texts up at once by the first key. */
  startBatch: (texts: Iterable<string | null>) => void;
  forget: () => void;
};

/** Finds accounts by cells that name them. The same text is asked once per batch, most of a batch's texts together. */
export function accountByText(
  connection: Connection,
  keys: readonly string[],
  mainSystem: string,
): AccountByText {
  const systems = keys
    .filter((key) => key.startsWith('externalId.'))
    .map((key) => key.slice('externalId.'.length));
  const finder = accountFinder(connection, systems);
  const ids = Object.fromEntries(
    Object.entries(keyColumns).map(
      ([key, column]) =>
        [
          key,
          connection.prepare<[string], number>(`SELECT id FROM accounts WHERE ${column} = ? LIMIT 2`).pluck(),
        ] as const,
    ),
  );
  const [first = ''] = keys;
  const firstColumn = keyColumns[first];
  const allByFirst =
    firstColumn === undefined
      ? null
      : connection
          .prepare<[string], [string, number]>(
            `SELECT k.value, a.id FROM json_each(?) k JOIN accounts a ON a.${firstColumn} = k.value`,
          )
          .raw(true);
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
    startBatch(texts) {
      known = new Map();
      if (!allByFirst) return;
      const values = new Map<string, string>();
      for (const text of texts) {
        const value = text === null ? null : accountKeysOf(text, [first], mainSystem)[first];
        if (text !== null && typeof value === 'string') values.set(text, value);
      }
      const found = new Map<string, number | 'several'>();
      for (const [value, id] of allByFirst.all(JSON.stringify([...new Set(values.values())])))
        found.set(value, found.has(value) ? 'several' : id);
      for (const [text, value] of values) {
        const id = found.get(value);
        if (typeof id === 'number') known.set(text, { kind: 'match', id, key: first });
      }
    },
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
