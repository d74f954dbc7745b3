'use client';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { entityLabels } from '#lib/imports/import-fields.ts';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { DryRunFigures } from './dry-run-figures.tsx';
import { ProblemLists } from './problem-lists.tsx';
import { ProblemTable } from './problem-table.tsx';
import type { ImportControl } from './use-import.ts';

const whereTo: Record<string, { href: string; label: string }> = {
  account: { href: '/accounts', label: 'See accounts' },
  contact: { href: '/contacts', label: 'See contacts' },
  opportunity: { href: '/performance', label: 'See results' },
  product: { href: '/settings/stages', label: 'See products' },
  rep: { href: '/territories/reps', label: 'See reps' },
};

/** What the figures are of: a file that was stopped on the way had done less than its dry run said. */
function figuresTitle({ status, report }: ImportDetail): string {
  if (status === 'completed') return 'What it did';
  if (status === 'applying') return 'So far';
  if (status === 'undone') return 'What it had done';
  return report?.undo ? 'What it had done until it was stopped' : 'What the dry run said';
}

/** The last step: progress while it is written, then the summary, the problem rows and undo. */
export function OutcomeView({ control }: { control: ImportControl }) {
  const { detail, act } = control;
  const kind = detail.entity ? entityLabels[detail.entity].many.toLowerCase() : 'rows';
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <Headline detail={detail} kind={kind} act={act} />
      <div className="grid max-w-5xl grid-cols-2 gap-x-8 max-lg:grid-cols-1">
        <section className="px-4 py-3">
          <h2 className="text-13">{figuresTitle(detail)}</h2>
          <DryRunFigures rows={detail.rows} isStale={detail.status === 'applying'} />
        </section>
        <div className="py-1">
          <ProblemLists detail={detail} />
          <KeptList detail={detail} />
        </div>
      </div>
      <ProblemTable detail={detail} />
    </div>
  );
}

function Headline({ detail, kind, act }: { detail: ImportDetail; kind: string; act: ImportControl['act'] }) {
  const { rows, status, progress } = detail;
  const next = detail.entity ? whereTo[detail.entity] : undefined;
  if (status === 'applying') {
    return (
      <div className="border-b border-line px-4 py-3">
        {detail.isUndoing ? (
          <Progress
            label="Taking back what was written:"
            done={detail.report?.undo ? detail.report.undo.removed + detail.report.undo.restored : 0}
          />
        ) : (
          <Progress
            label={`Importing ${kind}:`}
            done={progress.done}
            total={progress.total}
            onCancel={() => void act('cancel')}
          />
        )}
        <p className="mt-1 text-12 text-ink-3">You can leave this page; the work goes on.</p>
      </div>
    );
  }
  if (status === 'completed') {
    return (
      <Callout
        title={`${formatCount(rows.created, 'row')} created, ${formatNumber(rows.updated)} updated, ${formatNumber(rows.unchanged)} unchanged, ${formatNumber(rows.rejected)} rejected.`}
        actions={
          <>
            {next && (
              <Button asChild>
                <AppLink href={next.href}>{next.label}</AppLink>
              </Button>
            )}
            {detail.kind === 'file' && (
              <AlertDialog
                trigger={<Button>Undo the import</Button>}
                title={`Take back ${detail.fileName}?`}
                action="Take it back"
                danger
                onAction={() => void act('undo')}
              >
                Values go back to what they were, unless they were changed since. Records that this file made
                are removed, unless somebody worked on them since; those stay and are listed.
              </AlertDialog>
            )}
          </>
        }
      >
        {rows.withProblems > 0
          ? `${formatCount(rows.withProblems, 'row has', 'rows have')} problems, listed below.`
          : 'Every value was read.'}
      </Callout>
    );
  }
  if (status === 'undone' || status === 'cancelled') {
    const undo = detail.report?.undo;
    return (
      <Callout
        title={
          status === 'undone'
            ? 'This import was taken back.'
            : 'This import was stopped. Nothing of it was kept.'
        }
      >
        {undo &&
          `${formatCount(undo.restored, 'record')} restored, ${formatNumber(undo.removed)} removed, ${formatNumber(undo.kept.length)} kept because they were worked on since.`}
      </Callout>
    );
  }
  return (
    <Callout tone="bad" title="This import failed.">
      {detail.failureReason}
    </Callout>
  );
}

function KeptList({ detail }: { detail: ImportDetail }) {
  const kept = detail.report?.undo?.kept ?? [];
  if (kept.length === 0) return null;
  return (
    <section className="px-4 py-2">
      <h2 className="text-13">Kept, because they were worked on since</h2>
      <ul className="mt-1">
        {kept.map((entry, index) => (
          <li key={`${entry.entity}${entry.label}${index}`} className="flex min-h-[26px] items-center gap-2">
            <span className="font-medium">{entry.label}</span>
            <span className="truncate text-ink-3">{entry.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
