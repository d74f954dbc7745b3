import 'server-only';
import { termWriter } from '#db/terms.ts';
import type { Connection } from '#db/client.ts';

export type TermCounter = {
  /** Term id of a label; counts how often each spelling was seen. */
  id: (dictionary: string, label: string) => number | null;
  /** Writes the counts and gives every term its commonest spelling as label. Call inside a write. */
  flush: () => void;
};

/** The dictionary writer of an import. Values that fold alike are one term, labelled by the commonest spelling. */
export function createTermCounter(connection: Connection): TermCounter {
  const write = termWriter(connection);
  const dictionaries = new Map<string, Map<string, { id: number | null; seen: number }>>();
  const addSpelling = connection.prepare(
    `INSERT INTO term_spellings (term_id, spelling, seen) VALUES (?, ?, ?)
     ON CONFLICT (term_id, spelling) DO UPDATE SET seen = seen + excluded.seen`,
  );
  const relabel = connection.prepare(
    `UPDATE terms SET label = (SELECT spelling FROM term_spellings WHERE term_id = terms.id
       ORDER BY seen DESC, id LIMIT 1)
     WHERE id = ?`,
  );
  return {
    id(dictionary, label) {
      let known = dictionaries.get(dictionary);
      if (!known) dictionaries.set(dictionary, (known = new Map()));
      const found = known.get(label);
      if (found) {
        found.seen += 1;
        return found.id;
      }
      const id = write(dictionary, label);
      known.set(label, { id, seen: 1 });
      return id;
    },
    flush() {
      for (const known of dictionaries.values()) {
        for (const [label, entry] of known) {
          if (entry.id === null || entry.seen === 0) continue;
          addSpelling.run(entry.id, label.trim(), entry.seen);
          relabel.run(entry.id);
          entry.seen = 0;
        }
      }
    },
  };
}
