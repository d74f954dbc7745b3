'use client';
import { useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import type { DataColumn, TableLayout } from './columns.ts';
import { layoutFromText, layoutToText } from './layout-address.ts';

/** The key of the address under which a page's main table keeps its columns. */
export const COLUMNS_KEY = 'cols';

/** A column that is being dragged wider does not write the address at every pixel. */
const WRITE_AFTER_MS = 200;

/**
 * The layout of a table, kept in the address under `key` so that back, reload and a shared link restore it; with a
 * null key only as long as the table stands.
 */
export function useAddressLayout<Row>(
  columns: readonly DataColumn<Row>[],
  key: string | null,
): [TableLayout, (layout: TableLayout) => void] {
  const params = useSearchParams() as URLSearchParams | null;
  const text = key === null ? null : (params?.get(key) ?? null);
  const [held, setHeld] = useState<{ of: string | null; layout: TableLayout } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const layout = held && held.of === text ? held.layout : layoutFromText(text, columns);

  function setLayout(next: TableLayout): void {
    setHeld({ of: text, layout: next });
    if (key === null) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writeAddress(key, layoutToText(next, columns)), WRITE_AFTER_MS);
  }

  return [layout, setLayout];
}

/** The page itself is not asked again: columns are the browser's matter. */
function writeAddress(key: string, text: string | null): void {
  const query = new URLSearchParams(window.location.search);
  if (text === null) query.delete(key);
  else query.set(key, text);
  const search = query.size > 0 ? `?${query}` : '';
  window.history.replaceState(null, '', `${window.location.pathname}${search}${window.location.hash}`);
}
