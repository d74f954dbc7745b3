import { ProblemFiles } from './problem-files.tsx';
import { Chip } from '#components/ui/chip.tsx';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { TableScroll } from '#components/ui/table-scroll.tsx';

const SHOWN = 200;

/** The first problems with line, column, value and sentence; all of them as a file with their rows. */
export function ProblemTable({ detail }: { detail: ImportDetail }) {
  const { problems } = detail;
  if (problems.length === 0) return null;
  return (
    <section className="border-t border-line">
      <div className="flex h-9 items-center gap-2 px-4">
        <h2 className="text-13">Problems</h2>
        <span className="text-12 text-ink-3">
          {formatCount(detail.rows.withProblems, 'row')}
          {problems.length > SHOWN && `, the first ${formatNumber(SHOWN)} shown`}
        </span>
        <ProblemFiles importId={detail.id} />
      </div>
      <TableScroll label="Problems">
        <table className="w-full text-13">
          <thead className="text-left text-12 text-ink-3">
            <tr className="h-7 border-y border-line">
              <th className="w-20 pl-4 text-right max-sm:w-12 font-normal">Line</th>
              <th className="px-3 font-normal max-sm:hidden">Column</th>
              <th className="px-3 font-normal max-sm:hidden">Value</th>
              <th className="px-3 font-normal">What is wrong</th>
              <th className="px-3 font-normal">Row</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map((problem, index) => (
              <tr key={`${problem.line}#${index}`} className="h-8 border-b border-line">
                <td className="pl-4 text-right">{formatNumber(problem.line)}</td>
                <td className="px-3 font-mono text-12 whitespace-nowrap max-sm:hidden">
                  {problem.column ?? '–'}
                </td>
                <td className="max-w-60 truncate px-3 text-ink-2 max-sm:hidden">{problem.value ?? '–'}</td>
                <td className="px-3 max-sm:py-1.5">
                  {problem.column && (
                    <span className="font-mono text-12 text-ink-2 sm:hidden">{problem.column}: </span>
                  )}
                  {problem.message}
                </td>
                <td className="px-3">
                  {problem.rowRejected ? <Chip tone="bad">rejected</Chip> : <Chip>kept</Chip>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
