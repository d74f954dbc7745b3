/** A stored record that a key of the row found: its id, what to call it, and its own keys (null = it has none). */
export type Candidate = { id: number; label: string; keys: Readonly<Record<string, string | null>> };

export type MatchDecision =
  | { kind: 'match'; id: number; key: string }
  | { kind: 'create' }
  | { kind: 'reject'; code: 'ambiguous' | 'keys_disagree'; message: string; candidates: Candidate[] };

const named = (candidates: Candidate[]) =>
  candidates
    .slice(0, 3)
    .map((candidate) => candidate.label)
    .join(', ') + (candidates.length > 3 ? ` and ${candidates.length - 3} more` : '');

/**
 * Which record a row means. Keys are asked in order; `row` holds the row's own keys, `find` the records with that value.
 * A weaker key never joins records whose stronger keys are both present and differ. Several hits reject the row and
 * name the candidates; so does a domain that points to another record than the id did, unless that one has an id of its own.
 */
export function decideMatch(
  keys: readonly string[],
  row: Readonly<Record<string, string | null | undefined>>,
  find: (key: string, value: string) => readonly Candidate[],
): MatchDecision {
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as string;
    const value = row[key];
    if (value === null || value === undefined) continue;
    const found = find(key, value);
    if (found.length === 0) continue;
    const stronger = keys.slice(0, at);
    const hits = found.filter(
      (candidate) =>
        !stronger.some((other) => {
          const own = row[other];
          const theirs = candidate.keys[other];
          return (
            own !== null && own !== undefined && theirs !== null && theirs !== undefined && own !== theirs
          );
        }),
    );
    if (hits.length > 1) {
      const message = `${hits.length} records have this ${keyLabel(key)}: ${named([...hits])}.`;
      return { kind: 'reject', code: 'ambiguous', message, candidates: [...hits] };
    }
    const [hit] = hits;
    if (!hit) continue;
    const contrary = contradiction(keys.slice(at + 1), row, find, hit, keys.slice(0, at + 1));
    if (contrary) {
      const message = `The ${keyLabel(key)} points to ${hit.label}, the ${keyLabel(contrary.key)} to ${contrary.candidate.label}.`;
      return { kind: 'reject', code: 'keys_disagree', message, candidates: [hit, contrary.candidate] };
    }
    return { kind: 'match', id: hit.id, key };
  }
  return { kind: 'create' };
}

/** Names are shared by many, so only keys stronger than a name can contradict. */
function contradiction(
  weaker: readonly string[],
  row: Readonly<Record<string, string | null | undefined>>,
  find: (key: string, value: string) => readonly Candidate[],
  hit: Candidate,
  used: readonly string[],
): { key: string; candidate: Candidate } | null {
  for (const key of weaker) {
    if (key === 'name') continue;
    const value = row[key];
    if (value === null || value === undefined) continue;
    const others = find(key, value);
    if (others.length === 0 || others.some((candidate) => candidate.id === hit.id)) continue;
    const free = others.filter((candidate) =>
      used.every((strong) => candidate.keys[strong] === null || candidate.keys[strong] === undefined),
    );
    const [candidate] = free;
    if (candidate) return { key, candidate };
  }
  return null;
}

export function keyLabel(key: string): string {
  if (key === 'externalId') return 'id';
  if (key.startsWith('externalId.')) return `${key.slice('externalId.'.length)} id`;
  return key === 'email' ? 'e-mail address' : key;
}
