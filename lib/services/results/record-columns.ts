import type { OpportunityRow, RecordRows, TouchedAccountRow } from '#lib/shared/record-rows.ts';

type Cell = string | number | null;
type Column<Row> = { name: string; read: (row: Row) => Cell };

const opportunityColumns: Column<OpportunityRow>[] = [
  { name: 'id', read: (row) => row.id },
  { name: 'externalId', read: (row) => row.externalId },
  { name: 'name', read: (row) => row.name },
  { name: 'accountId', read: (row) => row.accountId },
  { name: 'account', read: (row) => row.accountName },
  { name: 'pipeline', read: (row) => row.pipeline },
  { name: 'stage', read: (row) => row.stage },
  { name: 'outcome', read: (row) => row.outcome },
  { name: 'amount', read: (row) => row.amount },
  { name: 'acvAmount', read: (row) => row.acvAmount },
  { name: 'termMonths', read: (row) => row.termMonths },
  { name: 'owner', read: (row) => row.ownerName },
  { name: 'product', read: (row) => row.product },
  { name: 'source', read: (row) => row.source },
  { name: 'type', read: (row) => row.type },
  { name: 'createdOn', read: (row) => row.createdOn },
  { name: 'closedOn', read: (row) => row.closedOn },
  { name: 'expectedCloseOn', read: (row) => row.expectedCloseOn },
];

const accountColumns: Column<TouchedAccountRow>[] = [
  { name: 'id', read: (row) => row.id },
  { name: 'externalId', read: (row) => row.externalId },
  { name: 'name', read: (row) => row.name },
  { name: 'domain', read: (row) => row.domain },
  { name: 'industry', read: (row) => row.industry },
  { name: 'employees', read: (row) => row.employees },
  { name: 'country', read: (row) => row.country },
  { name: 'owner', read: (row) => row.ownerName },
];

export function recordsHeader(entity: RecordRows['entity']): string[] {
  return (entity === 'opportunity' ? opportunityColumns : accountColumns).map((column) => column.name);
}

/** Rows of a file, piece by piece. */
export function* recordRowsOf(pieces: Iterable<RecordRows>): Generator<Cell[]> {
  for (const piece of pieces) {
    if (piece.entity === 'opportunity') {
      for (const row of piece.items) yield opportunityColumns.map((column) => column.read(row));
    } else {
      for (const row of piece.items) yield accountColumns.map((column) => column.read(row));
    }
  }
}
