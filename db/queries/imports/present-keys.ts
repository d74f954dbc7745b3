import 'server-only';
import type { Connection } from '#db/client.ts';

const columns: Readonly<Record<string, string>> = {
  externalId: 'external_id',
  domain: 'domain',
  name: 'name_folded',
};

export type RowKeys = Readonly<Record<string, string | null>>;

export type PresentKeys = {
  /** Asks for the keys of a batch's rows at once, key by key. Call when the lock is held. */
  startBatch: (rows: readonly RowKeys[]) => void;
  /** False only when no account has this value: then nothing needs to be asked of it. */
  mayHave: (key: string, value: string) => boolean;
  /** The batch itself gave these values to an account. */
  add: (row: RowKeys) => void;
};

/** Which keys of a batch's rows stored accounts have. Most rows of a first import have none of them. */
export function presentKeys(connection: Connection, keys: readonly string[]): PresentKeys {
  const asked = keys.flatMap((key) => {
    const column = columns[key];
    if (column === undefined) return [];
    const find = connection
      .prepare<[string], string>(
        `SELECT k.value FROM json_each(?) k WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.${column} = k.value)`,
      )
      .pluck();
    return [{ key, find, present: new Set<string>() }];
  });
  const byKey = new Map(asked.map((entry) => [entry.key, entry]));
  return {
    startBatch(rows) {
      for (const entry of asked) {
        const values = rows.flatMap((row) => row[entry.key] ?? []);
        entry.present = new Set(entry.find.all(JSON.stringify(values)));
      }
    },
    mayHave: (key, value) => byKey.get(key)?.present.has(value) ?? true,
    add(row) {
      for (const { key, present } of asked) {
        const value = row[key];
        if (value !== null && value !== undefined) present.add(value);
      }
    },
  };
}
