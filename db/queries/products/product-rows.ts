import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

export type ProductRow = {
  id: number;
  name: string;
  family: string | null;
  listPriceAmount: number | null;
  deals: number;
};

const select = `
  SELECT id, name, family, list_price_amount AS listPriceAmount,
    (SELECT count(*) FROM opportunities WHERE product_id = products.id AND archived_at IS NULL) AS deals
  FROM products`;

export function listProductRows(connection: Connection): ProductRow[] {
  return connection.prepare<[], ProductRow>(`${select} ORDER BY name_folded`).all();
}

export function findProductRow(connection: Connection, id: number): ProductRow | null {
  return connection.prepare<[number], ProductRow>(`${select} WHERE id = ?`).get(id) ?? null;
}

/** Row id of the product whose name folds alike, other than `exceptId`; null when the name is free. */
export function findProductNamed(connection: Connection, name: string, exceptId: number): number | null {
  const row = connection
    .prepare<[string, number], { id: number }>('SELECT id FROM products WHERE name_folded = ? AND id <> ?')
    .get(foldText(name), exceptId);
  return row?.id ?? null;
}

export type ProductValues = Omit<ProductRow, 'id' | 'deals'>;

export function insertProduct(connection: Connection, values: ProductValues): number {
  const { lastInsertRowid } = connection
    .prepare('INSERT INTO products (name, name_folded, family, list_price_amount) VALUES (?, ?, ?, ?)')
    .run(values.name, foldText(values.name), values.family, values.listPriceAmount);
  return Number(lastInsertRowid);
}

export function updateProduct(connection: Connection, id: number, values: ProductValues): void {
  connection
    .prepare('UPDATE products SET name = ?, name_folded = ?, family = ?, list_price_amount = ? WHERE id = ?')
    .run(values.name, foldText(values.name), values.family, values.listPriceAmount, id);
}

export function deleteProduct(connection: Connection, id: number): void {
  connection.prepare('DELETE FROM products WHERE id = ?').run(id);
}
