/**
 * What differs between the databases that a rule is printed for. Everything gets names and literals ready to be
 * written; nothing here knows a rule.
 */
export type SqlDialect = {
  /** A name that is no plain word (`external_id_sap-2`), quoted. */
  quote: (name: string) => string;
  text: (text: string) => string;
  /** `2026-11-22`. */
  day: (isoDay: string) => string;
  /** `2026-11-22T15:30:00.000Z`. */
  instant: (isoInstant: string) => string;
  /** A text column as it compares (`lib/shared/text.ts`), NULL when nothing is left. */
  fold: (column: string) => string;
  /** Statements to run first where `fold` or lists call functions of their own; none where columns are folded. */
  setUp: { fold: readonly string[]; lists: readonly string[] };
  contains: (value: string, text: string) => string;
  startsWith: (value: string, text: string) => string;
  endsWith: (value: string, text: string) => string;
  /** Whether a list column holds any of these literals; NULL at most where `listMayBeNull`. */
  hasAny: (column: string, literals: readonly string[]) => string;
  hasItems: (column: string) => string;
  listMayBeNull: boolean;
  /** One row per item of a list column: what to join, and the item as it compares. */
  items: (column: string) => { join: string; value: string };
  /** What stands behind the query. */
  settings: string | null;
};

/** Doubles the quotes in a literal: standard SQL, where a backslash is a plain character. */
export function standardText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A literal for databases where a backslash escapes. */
export function escapedText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `'${escaped}'`;
}

/** Characters as databases count them: not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}
