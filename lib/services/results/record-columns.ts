import type { OpportunityRow, RecordRows, TouchedAccountRow } from '#lib/shared/record-rows.ts';
import type { CellKind, FileCell, TableFile } from '#lib/shared/table-file/table-file.ts';

type Column<Row> = { name: string; kind?: CellKind; read: (row: Row) => FileCell };

const opportunityColumns: Column<OpportunityRow>[] = [
  { name: 'id', read: (row) => row.id },
  { name: 'externalId', read: (row) => row.externalId },
  { name: 'name', read: (row) => row.name },
  { name: 'accountId', read: (row) => row.accountId },
  { name: 'account', read: (row) => row.accountName },
  { name: 'pipeline', read: (row) => row.pipeline },
  { name: 'stage', read: (row) => row.stage },
  { name: 'outcome', read: (row) => row.outcome },
  { name: 'amount', kind: 'money', read: (row) => row.amount },
  { name: 'acvAmount', kind: 'money', read: (row) => row.acvAmount },
  { name: 'termMonths', read: (row) => row.termMonths },
  { name: 'owner', read: (row) => row.ownerName },
  { name: 'product', read: (row) => row.product },
  { name: 'source', read: (row) => row.source },
  { name: 'type', read: (row) => row.type },
  { name: 'createdOn', kind: 'day', read: (row) => row.createdOn },
  { name: 'closedOn', kind: 'day', read: (row) => row.closedOn },
  { name: 'expectedCloseOn', kind: 'day', read: (row) => row.expectedCloseOn },
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

/** Records behind a figure as a file, drawn piece by piece; money in `currency`. */
export function recordsFile(
  name: string,
  { entity, pieces }: { entity: RecordRows['entity']; pieces: Iterable<RecordRows> },
  currency: string,
): TableFile {
  const columns: readonly { name: string; kind?: CellKind }[] =
    entity === 'opportunity' ? opportunityColumns : accountColumns;
  return {
    name,
    currency,
    columns: columns.map((column) => ({
      header: column.name,
      ...(column.kind ? { kind: column.kind } : {}),
    })),
    rows: rowsOf(pieces),
  };
}

function* rowsOf(pieces: Iterable<RecordRows>): Generator<FileCell[]> {
  for (const piece of pieces) {
    if (piece.entity === 'opportunity') {
      for (const row of piece.items) yield opportunityColumns.map((column) => column.read(row));
    } else {
      for (const row of piece.items) yield accountColumns.map((column) => column.read(row));
    }
  }
}
