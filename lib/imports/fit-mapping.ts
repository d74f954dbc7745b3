import { foldText } from '#lib/shared/text.ts';
import type { ImportOptions } from './options.ts';

/** A mapping saved from another file, written with this file's column names; columns that it does not know stay out. */
export function fitMapping(options: ImportOptions, columns: readonly string[]): ImportOptions {
  const byFold = new Map(Object.keys(options.mapping).map((column) => [foldText(column), column]));
  const mapping: ImportOptions['mapping'] = {};
  for (const column of columns) {
    const saved = byFold.get(foldText(column));
    if (saved !== undefined) mapping[column] = options.mapping[saved] ?? null;
    else if (options.unmappedFields === 'ignore') mapping[column] = null;
  }
  const { account, ...rest } = options;
  const link = account && columns.find((column) => foldText(column) === foldText(account.column));
  return { ...rest, mapping, ...(account && link ? { account: { ...account, column: link } } : {}) };
}
