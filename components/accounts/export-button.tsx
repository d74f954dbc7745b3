'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '#components/table/csv.ts';
import { type RowSelection, selectedCount } from '#components/table/selection.ts';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toastError } from '#components/ui/toast.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { selectionBody } from './use-list-page.ts';

const refused = 'Your role does not export.';

/** Files of a list: exactly what is shown (its columns, all rows that match), every column, or the chosen rows. */
export function ExportButton({
  path,
  fileName,
  may,
  selection,
  query,
  count,
  columns,
}: {
  path: string;
  fileName: string;
  may: boolean;
  selection: RowSelection;
  query: Record<string, unknown>;
  count: number;
  /** Ids of the shown columns in their order. */
  columns: string[];
}) {
  const [busy, setBusy] = useState(false);
  const chosen = selectedCount(selection, count);

  async function save(body: Record<string, unknown>): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      const response = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) {
        const problem = (await response.json().catch(() => ({}))) as { detail?: string };
        throw new Error(problem.detail ?? 'The file could not be made. Please try again.');
      }
      saveFile(fileName, await response.blob());
    } catch (error) {
      toastError(error instanceof Error ? error.message : 'The file could not be made.');
    } finally {
      setBusy(false);
    }
  }

  const item = (label: string, body: Record<string, unknown>) =>
    may ? { label, onSelect: () => void save(body) } : { label, reason: refused };
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="sm" busy={busy}>
          <Download aria-hidden />
          Export
        </Button>
      }
      items={[
        ...(chosen > 0
          ? [
              item(`${formatNumber(chosen)} chosen, shown columns`, {
                ...selectionBody(selection, query),
                columns,
              }),
            ]
          : []),
        item(`All ${formatNumber(count)}, shown columns`, { query, columns }),
        item(`All ${formatNumber(count)}, every column`, { query }),
      ]}
    />
  );
}
