'use client';
import { useState } from 'react';
import { problemText } from '#components/api-client.ts';
import { FileMenu } from '#components/table/file-menu.tsx';
import { rowsToFile, saveTable } from '#components/table/save-file.ts';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import type { FileFormat } from '#lib/shared/table-file/table-file.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { boardColumns } from './board-columns.ts';
import { allRows, type RowsQuestion } from './use-rows.ts';

/** Saves every row of what the tab shows, in its order. */
export function ExportButton({
  question,
  fileName,
  columns: { currency, timeZone },
  refusal,
}: {
  question: RowsQuestion;
  fileName: string;
  columns: { currency: string; timeZone: string };
  /** Why this person may not export; null when they may. */
  refusal: string | null;
}) {
  const { catalog } = useRuleEditing();
  const [progress, setProgress] = useState<string | null>(null);

  async function save(format: FileFormat): Promise<void> {
    setProgress('Exporting');
    try {
      const rows = await allRows(question, (done, total) =>
        setProgress(`${formatNumber(done)} of ${formatNumber(total)}`),
      );
      const isContacts = question.definition.entity === 'contact';
      const columns = boardColumns(catalog, { currency, timeZone });
      const file = isContacts
        ? rowsToFile(fileName, columns.contacts, rows as ContactRow[], currency)
        : rowsToFile(fileName, columns.accounts, rows as AccountRow[], currency);
      await saveTable(file, format);
      toast(`${formatCount(rows.length, 'row')} exported`);
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setProgress(null);
    }
  }

  return (
    <FileMenu
      label={progress ?? 'Export'}
      busy={progress !== null}
      choices={[{ label: 'All rows', reason: refusal ?? undefined, save: (format) => void save(format) }]}
    />
  );
}
