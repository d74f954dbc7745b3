import { z } from 'zod';
import { type DataColumn, defaultLayout, type TableLayout } from './columns.ts';
import { clampWidth, orderedColumns } from './layout.ts';

/**
 * A layout as one word of an address: the ids of all columns in order with commas between; `!` before a hidden one,
 * `*` before a pinned one, `:240` after one with a width of its own. Null = as nobody changed it.
 */
export function layoutToText<Row>(layout: TableLayout, columns: readonly DataColumn<Row>[]): string | null {
  const write = (one: TableLayout) =>
    orderedColumns(columns, one)
      .map(({ id, hideable }) => {
        const isHidden = hideable !== false && one.hidden.includes(id);
        const width = one.widths[id];
        return `${isHidden ? '!' : ''}${one.pinned.includes(id) ? '*' : ''}${id}${width ? `:${width}` : ''}`;
      })
      .join(',');
  const text = write(layout);
  return text === write(defaultLayout(columns)) ? null : text;
}

/** Reads what `layoutToText` wrote; columns it does not know stand as they are by themselves. */
export function layoutFromText<Row>(text: string | null, columns: readonly DataColumn<Row>[]): TableLayout {
  const own = defaultLayout(columns);
  if (!text) return own;
  const known = new Set(columns.map(({ id }) => id));
  const read = text.split(',').flatMap((word) => {
    const [, hidden, pinned, id = '', width] = /^(!?)(\*?)([\w.-]+)(?::(\d{1,4}))?$/.exec(word) ?? [];
    return known.has(id) ? [{ id, isHidden: hidden === '!', isPinned: pinned === '*', width }] : [];
  });
  if (read.length === 0) return own;
  const named = new Set(read.map(({ id }) => id));
  const others = (ids: string[]) => ids.filter((id) => !named.has(id));
  return {
    order: read.map(({ id }) => id),
    hidden: [...read.filter((one) => one.isHidden).map(({ id }) => id), ...others(own.hidden)],
    pinned: [...read.filter((one) => one.isPinned).map(({ id }) => id), ...others(own.pinned)],
    widths: Object.fromEntries(
      read.flatMap(({ id, width }) => (width === undefined ? [] : [[id, clampWidth(Number(width))]])),
    ),
  };
}

const storedLayout = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  pinned: z.array(z.string()).optional(),
  widths: z.record(z.string(), z.number()),
});

/** A layout that an older saved view holds as an object, in the form of the address. */
export function storedLayoutText<Row>(value: unknown, columns: readonly DataColumn<Row>[]): string | null {
  const stored = storedLayout.safeParse(value);
  if (!stored.success) return null;
  return layoutToText({ ...defaultLayout(columns), ...stored.data }, columns);
}
