import 'server-only';
import type { Connection } from '#db/client.ts';
import { identifiesAccount, registrableDomain } from '#lib/imports/identify.ts';
import { decideMatch, type MatchDecision } from '#lib/imports/match.ts';
import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
import { foldText } from '#lib/shared/text.ts';
import { accountFinder } from './find-records.ts';

const MOST_KNOWN = 50_000;
const nobody: MatchDecision = { kind: 'create' };

/** A cell that names an account, read as one of the keys that it may be. */
export function accountKeyOf(text: string, key: string, mainSystem: string): string | null {
  if (key === 'name') return foldText(text);
  if (key === 'domain') {
    const domain = registrableDomain(text);
    return domain !== null && identifiesAccount(domain) ? domain : null;
  }
  const system = key.includes('.') ? key.slice('externalId.'.length) : mainSystem;
  return system === 'salesforce' ? expandSalesforceId(text) : text;
}

const keyColumns: Readonly<Record<string, string>> = {
  externalId: 'external_id',
  domain: 'domain',
  name: 'name_folded',
};

export type AccountByText = {
  find: (text: string) => MatchDecision;
  /** Looks many texts up at once by the first key, and forgets what was found before unless `isStill` (nobody wrote). */
  startBatch: (texts: Iterable<string | null>, isStill: boolean) => void;
  /** An account was made: what nobody was found for is asked anew. */
  forgetUnknown: () => void;
};

/** Finds accounts by cells that name them. The same text is asked once as long as nobody writes, most texts together. */
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
    if (value === null) return nobody;
    const found = ids[key]?.all(value);
    if (found?.length === 0) return nobody;
    const [id] = found ?? [];
    if (found?.length === 1 && id !== undefined) return { kind: 'match', id, key };
    return decideMatch([key], { [key]: value }, finder);
  }
  const known = new Map<string, MatchDecision>();
  const unknown = new Set<string>();
  function forget() {
    known.clear();
    unknown.clear();
  }

  function lookUp(texts: ReadonlyMap<string, string>) {
    const found = new Map<string, number | 'several'>();
    for (const [value, id] of allByFirst?.all(JSON.stringify([...new Set(texts.values())])) ?? [])
      found.set(value, found.has(value) ? 'several' : id);
    for (const [text, value] of texts) {
      const id = found.get(value);
      if (typeof id === 'number') known.set(text, { kind: 'match', id, key: first });
    }
  }

  return {
    startBatch(texts, isStill) {
      if (!isStill || known.size > MOST_KNOWN) forget();
      if (!allByFirst) return;
      const values = new Map<string, string>();
      for (const text of texts) {
        if (text === null || known.has(text) || unknown.has(text)) continue;
        const value = accountKeyOf(text, first, mainSystem);
        if (value !== null) values.set(text, value);
      }
      if (values.size > 0) lookUp(values);
    },
    find(text) {
      const found = known.get(text);
      if (found) return found;
      if (unknown.has(text)) return nobody;
      // The cell is one text read in several ways: a hit by one key never contradicts the other readings.
      let decision: MatchDecision = nobody;
      for (const key of keys) {
        decision = decide(key, accountKeyOf(text, key, mainSystem));
        if (decision.kind !== 'create') break;
      }
      if (known.size + unknown.size > MOST_KNOWN) forget();
      if (decision.kind === 'create') unknown.add(text);
      else known.set(text, decision);
      return decision;
    },
    forgetUnknown: () => unknown.clear(),
  };
}
