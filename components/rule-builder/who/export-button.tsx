'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { contactColumns } from '#components/segments/contact-columns.tsx';
import { problemText } from '#components/segments/segment-actions.ts';
import { rowsToCsv, saveCsv } from '#components/table/csv.ts';
import { Button } from '#components/ui/button.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import { recordColumns } from './record-columns.tsx';
import { allRows, type RowsQuestion } from './use-rows.ts';

/** Saves every row of what the tab shows as CSV, in its order. */
export function ExportButton({
  question,
  fileName,
  currency,
  refusal,
}: {
  question: RowsQuestion;
  fileName: string;
  currency: string;
  /** Why this person may not export; null when they may. */
  refusal: string | null;
}) {
  const [progress, setProgress] = useState<string | null>(null);

  async function save(): Promise<void> {
    if (refusal) {
      toastError(refusal);
      return;
    }
    setProgress('Exporting');
    try {
      const rows = await allRows(question, (done, total) =>
        setProgress(`${formatNumber(done)} of ${formatNumber(total)}`),
      );
      const isContacts = question.definition.entity === 'contact';
      const csv = isContacts
        ? rowsToCsv(contactColumns, rows as ContactRow[])
        : rowsToCsv(recordColumns(currency), rows as AccountRow[]);
      saveCsv(fileName, csv);
      toast(`${formatCount(rows.length, 'row')} exported`);
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setProgress(null);
    }
  }

  return (
    <Button variant="ghost" busy={progress !== null} onClick={() => void save()}>
      {progress === null && <Download aria-hidden />}
      {progress ?? 'Export'}
    </Button>
  );
}
