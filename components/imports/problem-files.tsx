'use client';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { FileMenu } from '#components/table/file-menu.tsx';

/** The rows with problems as they stood in the file, to be mended in a spreadsheet and uploaded again. */
export function ProblemFiles({ importId }: { importId: string }) {
  return (
    <div className="ml-auto">
      <FileMenu
        label="Download the rows"
        choices={[
          {
            label: 'Rows with problems',
            address: `/api/v1/imports/${importId}/problems`,
          },
        ]}
      />
    </div>
  );
}

/** Says that the file with the rows ends before the problems do; nothing where it does not. */
export function CutProblems({ counts: { all, stored } }: { counts: ImportDetail['problemCounts'] }) {
  if (all <= stored) return null;
  return (
    <p className="border-b border-line px-4 py-2 text-12 text-ink-3">
      There are {formatNumber(all)} problems. The download has the rows of the first {formatNumber(stored)} in
      the order of the file; all are counted here.
    </p>
  );
}
