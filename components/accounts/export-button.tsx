'use client';
import { useState } from 'react';
import { type FileChoice, FileMenu } from '#components/table/file-menu.tsx';
import { saveFile } from '#components/table/save-file.ts';
import { type RowSelection, selectedCount } from '#components/table/selection.ts';
import { toastError } from '#components/ui/toast.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { FileFormat } from '#lib/shared/table-file/table-file.ts';
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
  /** Without ending. */
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

  async function save(body: Record<string, unknown>, format: FileFormat): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      const response = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, format }),
      });
      if (!response.ok) {
        const problem = (await response.json().catch(() => ({}))) as { detail?: string };
        throw new Error(problem.detail ?? 'The file could not be made. Please try again.');
      }
      saveFile(`${fileName}.${format}`, await response.blob());
    } catch (error) {
      toastError(error instanceof Error ? error.message : 'The file could not be made.');
    } finally {
      setBusy(false);
    }
  }

  const choice = (label: string, body: Record<string, unknown>): FileChoice => ({
    label,
    reason: may ? undefined : refused,
    save: (format) => void save(body, format),
  });
  return (
    <FileMenu
      busy={busy}
      choices={[
        ...(chosen > 0
          ? [
              choice(`${formatNumber(chosen)} chosen, shown columns`, {
                ...selectionBody(selection, query),
                columns,
              }),
            ]
          : []),
        choice(`All ${formatNumber(count)}, shown columns`, { query, columns }),
        choice(`All ${formatNumber(count)}, every column`, { query }),
      ]}
    />
  );
}
