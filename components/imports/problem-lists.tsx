import { CutProblems } from './problem-files.tsx';
import { FileMenu } from '#components/table/file-menu.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { ImportDetail, ProblemGroup } from '#lib/imports/import-view.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';

function Line({ label, samples, count }: { label: string; samples?: string[]; count: number }) {
  return (
    <li className="flex min-h-[26px] items-start gap-2 py-1">
      <span className="min-w-0 break-words">
        {label}{' '}
        {samples && samples.length > 0 && (
          <span className="text-ink-3">{samples.map((sample) => `“${sample}”`).join(', ')}</span>
        )}
      </span>
      <span className="ml-auto shrink-0 text-right">{formatNumber(count)}</span>
    </li>
  );
}

const sum = (groups: ProblemGroup[]) => groups.reduce((total, group) => total + group.count, 0);

/** Rejected rows, values left out, and what else is good to know, each with its count. */
export function ProblemLists({ detail }: { detail: ImportDetail }) {
  const { report, rows } = detail;
  if (!report) return null;
  const rejected = report.problems.filter((group) => group.rowRejected);
  const leftOut = report.problems.filter((group) => !group.rowRejected);
  const href = `/api/v1/imports/${detail.id}/problems`;
  const notes = notesOf(detail);
  return (
    <>
      {rejected.length > 0 && (
        <section className="border-b border-line px-4 py-2">
          <SectionHeader
            title="Rejected"
            fact={formatCount(rows.rejected, 'row')}
            actions={<FileMenu label="Download" choices={[{ label: 'Rows with problems', address: href }]} />}
          />
          <ul>
            {rejected.map((group) => (
              <Line
                key={`${group.code}#${group.column}`}
                label={group.message}
                samples={group.samples}
                count={group.count}
              />
            ))}
          </ul>
        </section>
      )}
      {leftOut.length > 0 && (
        <section className="border-b border-line px-4 py-2">
          <SectionHeader
            title="Values left out"
            fact={`${formatNumber(sum(leftOut))}, rows kept`}
            actions={<FileMenu label="Download" choices={[{ label: 'Rows with problems', address: href }]} />}
          />
          <ul>
            {leftOut.map((group) => (
              <Line
                key={`${group.code}#${group.column}`}
                label={group.column ? `${group.column}: ${group.message.toLowerCase()}` : group.message}
                samples={group.samples}
                count={group.count}
              />
            ))}
          </ul>
        </section>
      )}
      <CutProblems counts={detail.problemCounts} />
      {notes.length > 0 && (
        <section className="border-b border-line px-4 py-2">
          <SectionHeader title="Good to know" />
          <ul>
            {notes.map((note) => (
              <Line key={note.label} label={note.label} samples={note.samples} count={note.count} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Note = { label: string; samples: string[]; count: number };

function notesOf(detail: ImportDetail): Note[] {
  const { report } = detail;
  if (!report) return [];
  const names = (list: { value: string }[]) => list.slice(0, 3).map((entry) => entry.value);
  const isDeals = detail.entity === 'opportunity';
  const notes: Note[] = [
    {
      label: isDeals ? 'Deals without an account: in totals, in no segment' : 'Rows that name no account',
      samples: [],
      count: report.rowsWithoutAccount,
    },
    {
      label: 'Rows whose account is not known yet',
      samples: names(report.unknownAccounts),
      count: report.rowsWithUnknown.account,
    },
    {
      label: 'Deals with a product that is not in the list',
      samples: names(report.unknownProducts),
      count: report.rowsWithUnknown.product,
    },
    ...Object.entries(report.alsoCreated).map(([kind, count]) => ({
      label: kind === 'rep' ? 'Managers added as reps' : 'Accounts made for these rows',
      samples: [],
      count,
    })),
    {
      label: 'New accounts that may be there already under a like name',
      samples: report.likelyDuplicates.samples.slice(0, 3).map((pair) => `${pair.name} / ${pair.other}`),
      count: report.likelyDuplicates.rows,
    },
    { label: 'Records archived, absent from this file', samples: [], count: report.absentRecords },
    ...Object.entries(report.relinked).map(([table, count]) => ({
      label: `Earlier ${table} that now have their account`,
      samples: [],
      count,
    })),
    {
      label: 'Custom fields made',
      samples: report.newFields.map((field) => field.label).slice(0, 3),
      count: report.newFields.length,
    },
  ];
  return notes.filter((note) => note.count > 0);
}
