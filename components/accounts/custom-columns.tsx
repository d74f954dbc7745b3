import type { DataColumn } from '#components/table/columns.ts';
import {
  type CustomCells,
  type CustomColumn,
  customCell,
  customFileCell,
  customKind,
} from '#lib/shared/custom-cells.ts';
import { shownValue } from './field-words.ts';

const numeric = new Set(['number', 'money']);

/** The workspace's own fields as columns of a list: hidden until chosen, sorted by the server. */
export function customListColumns<Row extends { custom: CustomCells }>(
  fields: readonly CustomColumn[],
  currency: string,
  timeZone: string,
): DataColumn<Row>[] {
  return fields.map((field) => ({
    id: field.key,
    header: field.label,
    hint: field.unit ?? undefined,
    width: 128,
    hidden: true,
    sortable: true,
    kind: customKind(field),
    ...(numeric.has(field.type) ? { align: 'right' as const, descFirst: true } : {}),
    value: (row) => customFileCell(field, customCell(row, field.key)),
    cell: (row) => {
      const value = customCell(row, field.key);
      if (value === null) return <span className="text-ink-3">unknown</span>;
      const words = shownValue({ ...field, value, text: null }, currency, timeZone);
      return (
        <span className="truncate" title={words}>
          {words}
        </span>
      );
    },
  }));
}
