import type { Connection } from '../client.ts';
import { termWriter } from '../terms.ts';

/** Term id of a category value, made when it is new; null stays null. */
export type TermCell = (field: string, label: string | null) => number | null;

export function termCells(connection: Connection): TermCell {
  const write = termWriter(connection);
  const byField = new Map<string, Map<string, number | null>>();
  return (field, label) => {
    if (label === null) return null;
    const labels = byField.get(field) ?? new Map<string, number | null>();
    byField.set(field, labels);
    const known = labels.get(label);
    if (known !== undefined) return known;
    const id = write(field, label);
    labels.set(label, id);
    return id;
  };
}
