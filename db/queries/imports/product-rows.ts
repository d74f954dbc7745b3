import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { ImportRun } from './import-run.ts';
import { createRecordCells } from './record-cells.ts';
import { createRecordTable } from './record-table.ts';
import type { RowHandler } from './row-handler.ts';

/** Products, by name. Deals that named a product before it was known are joined to it. */
export function productRows(run: ImportRun): RowHandler {
  const { connection } = run;
  const cells = createRecordCells(run, 'product', []);
  const table = createRecordTable(run, 'product', cells.columns, cells.fieldOf);
  const find = connection
    .prepare<[string], number[]>('SELECT id FROM products WHERE name_folded = ?')
    .raw(true);
  const join = connection.prepare(
    `UPDATE opportunities SET product_id = ? WHERE product_id IS NULL
       AND product = (SELECT id FROM terms WHERE field = 'opportunity.product' AND folded = ?)`,
  );
  return {
    take(row) {
      const folded = foldText(String(cells.valueOf(row, 'name')));
      const id = find.get(folded)?.[0];
      if (id !== undefined) {
        return run.options.onMatch === 'skip' ? 'unchanged' : table.update(id, cells.cellsOf(row));
      }
      join.run(table.insert(cells.cellsOf(row)), folded);
      return 'created';
    },
    startBatch: cells.startBatch,
  };
}
