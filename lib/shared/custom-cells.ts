import { z } from 'zod';
import type { customTypes } from './field-shapes.ts';
import type { CellKind, FileCell } from './table-file/table-file.ts';

/** Values of a record's custom fields as lists carry them: days and instants in ISO, several choices as a list. */
export const customCellsShape = z.array(
  z.object({
    key: z.string().describe('As rules name it: custom.plants.'),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  }),
);
export type CustomCells = z.output<typeof customCellsShape>;
export type CustomCell = CustomCells[number]['value'];

/** A custom field as tables and files head a column with it. */
export type CustomColumn = {
  /** `custom.plants`. */
  key: string;
  label: string;
  type: (typeof customTypes)[number];
  unit: string | null;
};

export function customCell(row: { custom: CustomCells }, key: string): CustomCell | null {
  return row.custom.find((cell) => cell.key === key)?.value ?? null;
}

/** What a file says a custom value is. */
export function customKind({ type }: CustomColumn): CellKind {
  const isPlain = type === 'number' || type === 'money' || type === 'day' || type === 'instant';
  return isPlain ? type : 'text';
}

/** A custom value as a cell of a file, or to sort by. */
export function customFileCell({ type }: CustomColumn, value: CustomCell | null): FileCell {
  if (value === null) return null;
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return type === 'instant' ? Date.parse(String(value)) : value;
}
