'use client';
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
