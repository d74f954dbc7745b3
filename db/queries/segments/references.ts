import 'server-only';
import type { Connection } from '../../client.ts';

/** A stored rule that may name something: JSON texts to be read by the caller. */
export type StoredRule = {
  kind: 'segment' | 'territory';
  id: number;
  name: string;
  status: string;
  rules: string[];
};

/**
 * Stored rules (drafts and published versions) whose text holds a string that ends so: a segment's public id, a field's
 * key (also behind `account.`). The caller looks into the tree.
 */
export function rulesHolding(connection: Connection, ending: string): StoredRule[] {
  const segments = connection
    .prepare<
      [string],
      { id: number; name: string; status: string; draft: string; definition: string | null }
    >(
      `SELECT * FROM (
         SELECT s.id, s.name, s.status, s.draft, v.definition FROM segments s
         LEFT JOIN segment_versions v ON v.id = s.published_version_id
         WHERE s.archived_at IS NULL ORDER BY s.name_folded)
       WHERE instr(draft || coalesce(definition, ''), ?) > 0`,
    )
    .all(`${ending}"`)
    .map(({ draft, definition, ...row }) => ({
      kind: 'segment' as const,
      ...row,
      rules: definition === null ? [draft] : [draft, definition],
    }));
  const territories = connection
    .prepare<[string], { id: number; name: string; draft: string }>(
      `SELECT id, name, draft FROM territories
       WHERE archived_at IS NULL AND draft IS NOT NULL AND instr(draft, ?) > 0 ORDER BY name_folded`,
    )
    .all(`${ending}"`)
    .map(({ draft, ...row }) => ({
      kind: 'territory' as const,
      ...row,
      status: 'draft',
      rules: [draft],
    }));
  return [...segments, ...territories];
}
