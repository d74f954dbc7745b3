import 'server-only';
import { termWriter } from '#db/terms.ts';
import type { Connection } from '#db/client.ts';

export type TermCounter = {
  /** Term id of a label; counts how often each spelling was seen. */
  id: (dictionary: string, label: string) => number | null;
  /** The rows that follow begin in this line: of spellings seen equally often the first of the file wins. */
  startRow: (line: number) => void;
  /** Counts how many records hold labels that nobody counted yet. Reads whole tables: call it while the lock is free. */
  countStanding: () => void;
  /**
   * Writes the counts, tells each of them, and gives every term its commonest spelling as label. Call inside a write,
   * when the records are written.
   */
  flush: (onCounted: (termId: number, spelling: string, seen: number) => void) => void;
};

const tables: Readonly<Record<string, string>> = {
  account: 'accounts',
  contact: 'contacts',
  opportunity: 'opportunities',
  technology: 'technologies',
  signal: 'signals',
  activity: 'activities',
};

/** Where the values of a dictionary (`account.industry`) are stored, as table and column, or null. */
function placeOf(connection: Connection, dictionary: string): { table: string; column: string } | null {
  const [entity = '', key = ''] = dictionary.split('.');
  if (key === 'custom') return { table: 'custom_values', column: 'term_id' };
  if (dictionary === 'account.needs') return { table: 'account_needs', column: 'term_id' };
  const table = tables[entity];
  const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const has = connection
    .prepare<[string, string], number>('SELECT count(*) FROM pragma_table_info(?) WHERE name = ?')
    .pluck();
  return table !== undefined && has.get(table, column) === 1 ? { table, column } : null;
}

/** How many records hold each term of a dictionary now. */
function holdersOf(connection: Connection, dictionary: string): Map<number, number> {
  const place = placeOf(connection, dictionary);
  if (!place) return new Map();
  const { table, column } = place;
  return new Map(
    connection
      .prepare<[], [number, number]>(
        `SELECT ${column}, count(*) FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column}`,
      )
      .raw(true)
      .all(),
  );
}

type Entry = { id: number | null; seen: number; firstLine: number };

const relabelled = `UPDATE terms SET label = coalesce((SELECT spelling FROM term_spellings WHERE term_id = terms.id
  ORDER BY seen DESC, id LIMIT 1), label) WHERE id = ?`;

/** Takes counts of spellings back that an import had written. */
export function forgetSpellings(connection: Connection, importId: number): void {
  const counted = connection
    .prepare<[number], { termId: number; after: string }>(
      "SELECT record_id AS termId, after FROM import_changes WHERE import_id = ? AND entity = 'spelling'",
    )
    .all(importId);
  const less = connection.prepare(
    'UPDATE term_spellings SET seen = max(seen - ?, 0) WHERE term_id = ? AND spelling = ?',
  );
  const relabel = connection.prepare(relabelled);
  for (const { termId, after } of counted) {
    const { spelling, seen } = JSON.parse(after) as { spelling: string; seen: number };
    less.run(seen, termId, spelling);
  }
  connection.prepare('DELETE FROM term_spellings WHERE seen = 0').run();
  for (const { termId } of counted) relabel.run(termId);
}

/** The dictionary writer of an import. Values that fold alike are one term, labelled by the commonest spelling. */
export function createTermCounter(connection: Connection): TermCounter {
  const write = termWriter(connection);
  const dictionaries = new Map<string, Map<string, Entry>>();
  /** How many records held a label before the run, by term. */
  const standing = new Map<number, number>();
  const lastTermId =
    connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM terms').pluck().get() ?? 0;
  let line = 0;
  const addSpelling = connection.prepare(
    `INSERT INTO term_spellings (term_id, spelling, seen) VALUES (?, ?, ?)
     ON CONFLICT (term_id, spelling) DO UPDATE SET seen = seen + excluded.seen`,
  );
  const relabel = connection.prepare(relabelled);
  const isCounted = connection
    .prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM term_spellings WHERE term_id = ?)')
    .pluck();
  const labelOf = connection.prepare<[number], string>('SELECT label FROM terms WHERE id = ?').pluck();

  /** A label that no import brought (typed, or there from the start) counts as often as records held it before. */
  function countStanding(dictionary: string, known: Map<string, Entry>): void {
    const fresh = new Map<number, number>();
    for (const { id, seen } of known.values()) {
      if (id !== null && id <= lastTermId && seen > 0 && isCounted.get(id) === 0)
        fresh.set(id, (fresh.get(id) ?? 0) + seen);
    }
    if (fresh.size === 0) return;
    const holders = holdersOf(connection, dictionary);
    for (const [id, seen] of fresh) standing.set(id, (holders.get(id) ?? 0) - seen);
  }

  function addStanding(known: Map<string, Entry>): void {
    for (const id of new Set([...known.values()].map((entry) => entry.id))) {
      const before = id === null ? 0 : (standing.get(id) ?? 0);
      const label = id === null || before <= 0 ? undefined : labelOf.get(id);
      if (id !== null && label !== undefined) addSpelling.run(id, label, before);
    }
  }

  return {
    id(dictionary, label) {
      let known = dictionaries.get(dictionary);
      if (!known) dictionaries.set(dictionary, (known = new Map()));
      const found = known.get(label);
      if (found) {
        found.seen += 1;
        if (line < found.firstLine) found.firstLine = line;
        return found.id;
      }
      const id = write(dictionary, label);
      known.set(label, { id, seen: 1, firstLine: line });
      return id;
    },
    startRow: (at) => {
      line = at;
    },
    countStanding() {
      for (const [dictionary, known] of dictionaries) countStanding(dictionary, known);
    },
    flush(onCounted) {
      for (const known of dictionaries.values()) {
        addStanding(known);
        const inFileOrder = [...known].sort(([, a], [, b]) => a.firstLine - b.firstLine);
        for (const [label, entry] of inFileOrder) {
          if (entry.id === null || entry.seen === 0) continue;
          addSpelling.run(entry.id, label.trim(), entry.seen);
          onCounted(entry.id, label.trim(), entry.seen);
          relabel.run(entry.id);
          entry.seen = 0;
        }
      }
    },
  };
}
