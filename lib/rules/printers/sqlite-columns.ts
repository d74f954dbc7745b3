import type { RelatedEntity } from '../ast.ts';
import type { RefKind } from '../catalog.ts';

/** How one value is stored. A `column` is a column's name, or an expression in which `$` stands for the row. */
export type ValueColumn =
  /** An integer code into the dictionary of that field. */
  | { store: 'term'; column: string; dictionary: string }
  /** Text as written, with its folded form beside it. */
  | { store: 'text'; column: string; folded: string }
  /** Text that compares byte by byte. */
  | { store: 'exact'; column: string }
  | { store: 'number' | 'day' | 'instant' | 'boolean'; column: string }
  /** A day that a past `asOf` knows only once it has come. */
  | { store: 'dayOnceCome'; column: string }
  | { store: 'reference'; column: string; refKind: RefKind }
  /** A deal's stage or its outcome, through the stage table and, for the past, the stage history. */
  | { store: 'stage' | 'outcome' };

/** Values kept in a table of their own: lists, custom fields, what changes over time. */
export type SideColumn = {
  store: 'side';
  table: string;
  /** Column that names the record. */
  owner: string;
  /** Columns that pick this field's rows. */
  fixed: Readonly<Record<string, string | number>>;
  /** Rows are intervals `from_at` … `to_at`, and the one that holds `asOf` counts. */
  isInterval: boolean;
  value: ValueColumn;
};

export type FieldColumn = ValueColumn | SideColumn;

export type EntityTable = {
  table: string;
  /** Archived rows carry `archived_at` and do not count. */
  isArchivable: boolean;
};

/** A related row's way to a contact: its own column, or a table of links. */
export type ContactLink = { column: string } | { table: string; row: string; contact: string } | null;

export type RelatedTable = EntityTable & {
  contact: ContactLink;
  /** Since when a row exists: the first of these that is known. */
  since: { columns: readonly string[]; type: 'day' | 'instant' };
};

/** Where everything lies. The printer takes it as an argument; it knows no column of its own but `id` and `account_id`. */
export type SqliteColumns = {
  accounts: EntityTable;
  contacts: EntityTable;
  related: Readonly<Record<RelatedEntity, RelatedTable>>;
  /** By key in the catalog (`entity.key`). */
  field: (key: string) => FieldColumn;
};
