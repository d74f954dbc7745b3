import {
  type CustomCells,
  type CustomColumn,
  customCell,
  customFileCell,
  customKind,
} from '#lib/shared/custom-cells.ts';
import type { FileCell, FileColumn } from '#lib/shared/table-file/table-file.ts';

/** Custom fields as columns of a file of records, by their key. */
export function customFileColumns<Row extends { custom: CustomCells }>(
  fields: readonly CustomColumn[],
): Record<string, FileColumn & { value: (row: Row) => FileCell }> {
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      {
        header: field.label,
        kind: customKind(field),
        value: (row: Row) => customFileCell(field, customCell(row, field.key)),
      },
    ]),
  );
}
