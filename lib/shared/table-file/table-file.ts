/** What one column of a file holds. A day is an epoch day or an ISO date, an instant is epoch ms, a rate is 0–1. */
export type CellKind = 'text' | 'number' | 'money' | 'rate' | 'day' | 'instant';

export type FileCell = string | number | null;

export type FileColumn = { header: string; kind?: CellKind };

/** Rows on their way into a file, whatever its format. They are drawn one by one, so they need not all be in memory. */
export type TableFile = {
  /** Without ending. */
  name: string;
  /** Default kind: text, where numbers are numbers all the same. */
  columns: readonly FileColumn[];
  rows: Iterable<readonly FileCell[]>;
  /** ISO code of the money columns. */
  currency?: string;
};

/** Several tables in one file, a sheet each; what a CSV cannot hold. */
export type Workbook = { name: string; sheets: readonly TableFile[]; currency?: string };

export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Media types of RFC 7111 and ECMA-376. */
export const mediaTypes: Record<FileFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
